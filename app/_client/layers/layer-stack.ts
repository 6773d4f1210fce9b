import type { Layer } from '@deck.gl/core';
import { Throttle } from '../stores/throttle.ts';

/** One thing drawn on a map. It builds its layers when asked and says when they are out of date. */
export type LayerSource = {
  id: string;
  /** Calls `outdated` whenever the layers should be built anew; the returned function ends that. */
  follow: (outdated: () => void) => () => void;
  /** Layers of deck.gl; none where MapLibre's own style does the drawing. */
  build: () => Layer[];
};

type Entry = { source: LayerSource; rank: number; layers: Layer[]; outdated: boolean; stop: () => void };

/**
 * The layers of one map, in order of rank from bottom to top. Only sources that said so are built anew; the map is
 * redrawn at most every `intervalMs` and not at all while nothing changes. A source that throws loses its own layers
 * only.
 */
export class LayerStack {
  readonly #show: (layers: Layer[]) => void;
  readonly #throttle: Throttle;
  #entries: Entry[] = [];
  #planned = false;
  #stopped = false;

  constructor(show: (layers: Layer[]) => void, intervalMs: number) {
    this.#show = show;
    this.#throttle = new Throttle(intervalMs);
  }

  /** How often the map may be redrawn from now on, ms. */
  set interval(ms: number) {
    this.#throttle.intervalMs = ms;
  }

  /** Puts a source in, above those of a lower rank and those of the same before it; the returned function takes it out. */
  add(source: LayerSource, rank = 0): () => void {
    const entry: Entry = { source, rank, layers: [], outdated: true, stop: () => undefined };
    entry.stop = source.follow(() => {
      entry.outdated = true;
      this.#plan();
    });
    this.#entries = [...this.#entries, entry].sort((a, b) => a.rank - b.rank);
    this.#plan();
    return () => {
      if (!this.#entries.includes(entry)) return;
      entry.stop();
      this.#entries = this.#entries.filter((other) => other !== entry);
      this.#plan();
    };
  }

  stop(): void {
    this.#stopped = true;
    this.#throttle.cancel();
    for (const entry of this.#entries) entry.stop();
    this.#entries = [];
  }

  /** What changes in one go is drawn in one go: a layer that takes another's place leaves no frame without either. */
  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      if (!this.#stopped) this.#throttle.run(() => this.#draw());
    });
  }

  #draw(): void {
    for (const entry of this.#entries) {
      if (!entry.outdated) continue;
      entry.outdated = false;
      try {
        entry.layers = entry.source.build();
      } catch (error) {
        console.error(`layer ${entry.source.id} left out`, error);
        entry.layers = [];
      }
    }
    this.#show(this.#entries.flatMap((entry) => entry.layers));
  }
}

/** Ends subscriptions as one. */
export function all(...ends: readonly (() => void)[]): () => void {
  return () => {
    for (const end of ends) end();
  };
}
