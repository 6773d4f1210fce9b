import type { Layer } from '@deck.gl/core';
import { Throttle } from '../stores/throttle.ts';

/** One thing drawn on a map. It builds its layers when asked and says when they are out of date. */
export type LayerSource = {
  id: string;
  /** Calls `outdated` whenever the layers should be built anew; the returned function ends that. */
  follow: (outdated: () => void) => () => void;
  build: () => Layer[];
};

/**
 * The layers of one map, in order from bottom to top. Only sources that said so are built anew; the map is redrawn at
 * most every `intervalMs` and not at all while nothing changes. A source that throws loses its own layers only.
 */
export class LayerStack {
  readonly #show: (layers: Layer[]) => void;
  readonly #throttle: Throttle;
  readonly #entries: { source: LayerSource; layers: Layer[]; outdated: boolean; stop: () => void }[] = [];

  constructor(show: (layers: Layer[]) => void, intervalMs: number) {
    this.#show = show;
    this.#throttle = new Throttle(intervalMs);
  }

  /** How often the map may be redrawn from now on, ms. */
  set interval(ms: number) {
    this.#throttle.intervalMs = ms;
  }

  /** Puts a source on top of those before it. */
  add(source: LayerSource): void {
    const entry = { source, layers: [], outdated: true, stop: source.follow(() => outdate()) };
    const outdate = (): void => {
      entry.outdated = true;
      this.#throttle.run(() => this.#draw());
    };
    this.#entries.push(entry);
    outdate();
  }

  stop(): void {
    this.#throttle.cancel();
    for (const entry of this.#entries) entry.stop();
    this.#entries.length = 0;
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
