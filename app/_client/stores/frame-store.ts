import { Signal } from './signal.ts';

/** The latest frame of a topic with its times: `at` when the server made it, `dataAt` of the newest fact in it. */
export class FrameStore<Body> extends Signal {
  value: Body | null = null;
  at = 0;
  dataAt = 0;

  set(body: Body, at: number, dataAt: number): void {
    this.value = body;
    this.at = at;
    this.dataAt = dataAt;
    this.changed();
  }
}
