import { openZone, type Zone } from '#domain/calendar/zone.ts';
import { replayAt, type ReplayNow, type ReplaySpan } from '#domain/wall/replay.ts';
import type { Scene } from '#domain/wall/scene.ts';
import { ValueStore } from '../stores/value-store.ts';
import type { ReplayFilm } from './replay-film.ts';
import type { FilmFault } from './read-film.ts';

/** How a replay stands: its film is being read, is there, or could not be had. */
export type FilmState = { at: 'reading' } | { at: 'ready'; film: ReplayFilm } | { at: 'failed'; why: FilmFault };

/** Reads the film of a span: resolves to why not, where it cannot be had. */
export type ReadFilm = (span: ReplaySpan, day: string | undefined) => Promise<ReplayFilm | FilmFault>;

/** What stands on every screen of a wall at one step. */
export type ReplayMoment = { now: ReplayNow; film: ReplayFilm | null };

type Held = { key: string; span: ReplaySpan; film: Promise<ReplayFilm | FilmFault> };

const READING: FilmState = { at: 'reading' };
const AGAIN_MS = 5_000;
const SOONEST_MS = 30;
const LATEST_MS = 1_000;
/** The next round's film is asked for so long before it begins. */
const AHEAD_MS = 4_000;
/** That of now, and that of the next round or scene. */
const MOST_HELD = 2;

/**
 * Plays a past day step by step, by the server's clock alone: every screen of a wall shows the same instant. Readers of
 * its steps write to the glass by themselves.
 */
export class ReplayPlayer {
  readonly state = new ValueStore<FilmState>(READING);
  readonly #clock: { now(): number; readonly speed: number };
  readonly #read: ReadFilm;
  readonly #readers = new Set<(moment: ReplayMoment) => void>();
  #held: Held[] = [];
  #moment: ReplayMoment | null = null;

  constructor(clock: { now(): number; readonly speed: number }, read: ReadFilm) {
    this.#clock = clock;
    this.#read = read;
  }

  /** Calls `read` with what stands now, and at every step from here on. */
  follow(read: (moment: ReplayMoment) => void): () => void {
    this.#readers.add(read);
    if (this.#moment !== null) read(this.#moment);
    return () => void this.#readers.delete(read);
  }

  /** Asks for what a replay will need that begins at `startsAt`. */
  prepare({ target }: Scene, startsAt: number, timeZone: string): void {
    void this.#want(replayAt(target, startsAt, startsAt, openZone(timeZone)).span, target);
  }

  /** Plays until the returned function is called. `startsAt`: when the scene began, server time. */
  play({ target }: Scene, startsAt: number, timeZone: string): () => void {
    const zone = openZone(timeZone);
    let timer: ReturnType<typeof setTimeout>;
    let shown = '';
    let ended = false;
    const step = (): void => {
      const at = this.#clock.now();
      const now = replayAt(target, startsAt, at, zone);
      const key = keyOf(now.span);
      if (key !== shown) {
        shown = key;
        this.state.set(READING);
        void this.#take(now.span, target, () => !ended && shown === key);
      }
      this.#show(now);
      this.#lookAhead(target, startsAt, at, zone);
      timer = setTimeout(step, Math.min(LATEST_MS, Math.max(SOONEST_MS, (now.nextAt - at) / this.#clock.speed)));
    };
    step();
    return () => {
      ended = true;
      clearTimeout(timer);
      this.#moment = null;
      this.state.set(READING);
    };
  }

  #show(now: ReplayNow): void {
    const state = this.state.value;
    const film = state.at === 'ready' ? state.film : null;
    film?.moveTo(now.step);
    this.#moment = { now, film };
    for (const read of [...this.#readers]) {
      try {
        read(this.#moment);
      } catch (error) {
        console.error('a reader of the replay failed', error);
      }
    }
  }

  #lookAhead(day: string | undefined, startsAt: number, at: number, zone: Zone): void {
    const next = replayAt(day, startsAt, at + AHEAD_MS, zone);
    void this.#want(next.span, day);
  }

  async #take(span: ReplaySpan, day: string | undefined, isWanted: () => boolean): Promise<void> {
    for (;;) {
      const film = await this.#want(span, day);
      if (!isWanted()) return;
      if (typeof film !== 'string') {
        this.state.set({ at: 'ready', film });
        if (this.#moment !== null) this.#show(this.#moment.now);
        return;
      }
      this.state.set({ at: 'failed', why: film });
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      if (!isWanted()) return;
    }
  }

  #want(span: ReplaySpan, day: string | undefined): Promise<ReplayFilm | FilmFault> {
    const key = keyOf(span);
    const known = this.#held.find((held) => held.key === key);
    if (known !== undefined) return known.film;
    const film = this.#read(span, day);
    const held: Held = { key, span, film };
    this.#held = [held, ...this.#held].slice(0, MOST_HELD);
    void film.then((found) => {
      // What could not be had is asked for again.
      if (typeof found === 'string') this.#held = this.#held.filter((other) => other !== held);
    });
    return film;
  }
}

function keyOf({ from, to }: ReplaySpan): string {
  return `${from}-${to}`;
}
