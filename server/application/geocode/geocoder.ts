import { setImmediate } from 'node:timers/promises';
import type { GazetteerEntry } from '#domain/gazetteer/entry.ts';
import { forward, suggest, type ForwardAnswer } from '#domain/gazetteer/forward.ts';
import { Gazetteer } from '#domain/gazetteer/gazetteer.ts';
import { reverse, type ReverseAnswer } from '#domain/gazetteer/reverse.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Position } from '#domain/place/position.ts';
import type { RegisterStore } from '../lists/register.ts';

export type GeocodeOptions = { near: Position | null; limit: number };

/** Text to places and points to places, in memory: some milliseconds a question at half a million entries. */
export interface Geocoder {
  forward(text: string, options: GeocodeOptions): ForwardAnswer;
  suggest(text: string, options: GeocodeOptions): ForwardAnswer;
  reverse(at: Position): ReverseAnswer;
  /** Entries in memory without divisions, and the version of the gazetteer that they are of. */
  state(): { entries: number; version: string };
}

export type GeocoderParts = {
  store: Pick<RegisterStore<GazetteerEntry>, 'version' | 'all'>;
  places: () => PlaceIndex;
  onFault: (what: string, error: unknown) => void;
  /** How often the store is asked whether another node or tool brought a new version, ms. */
  everyMs?: number;
};

const EVERY_MS = 30_000;

/** A geocoder that follows its store. The divisions answer at once; entries when they have been read. */
export class LiveGeocoder implements Geocoder {
  readonly #parts: GeocoderParts;
  #gazetteer: Gazetteer;
  #version = 'none';
  #reading: Promise<void> | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(parts: GeocoderParts) {
    this.#parts = parts;
    this.#gazetteer = Gazetteer.of([], parts.places());
  }

  /** Begins to follow; resolves when the first version is in memory, or could not be read. */
  async start(): Promise<void> {
    const look = (): Promise<void> =>
      this.refresh().catch((error: unknown) => this.#parts.onFault('the gazetteer could not be read', error));
    this.#timer = setInterval(() => void look(), this.#parts.everyMs ?? EVERY_MS);
    await look();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Reads a new version where there is one, or where the places have changed. Rejects with StoreUnavailable. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  forward(text: string, options: GeocodeOptions): ForwardAnswer {
    return forward(this.#gazetteer, text, options);
  }

  suggest(text: string, options: GeocodeOptions): ForwardAnswer {
    return suggest(this.#gazetteer, text, options);
  }

  reverse(at: Position): ReverseAnswer {
    return reverse(this.#gazetteer, at);
  }

  state(): { entries: number; version: string } {
    return { entries: this.#gazetteer.brought, version: this.#version };
  }

  async #read(): Promise<void> {
    const { store, places } = this.#parts;
    const version = await store.version();
    const index = places();
    if (version === this.#version && index === this.#gazetteer.places) return;
    const entries: GazetteerEntry[] = [];
    for await (const part of store.all()) entries.push(...part);
    const steps = Gazetteer.build(entries, index);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        this.#gazetteer = step.value;
        break;
      }
      await setImmediate();
    }
    this.#version = version;
  }
}
