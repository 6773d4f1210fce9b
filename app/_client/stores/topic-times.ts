import type { Topic } from '#wire/protocol.ts';

/** Instants of what a topic shows, epoch ms on the server's clock. `paintedAt` is null until the first paint. */
export type TopicTime = {
  /** When the newest fact in it happened, when the server made it, when it came here, when a frame was drawn after. */
  dataAt: number;
  at: number;
  receivedAt: number;
  paintedAt: number | null;
};

type AfterFrame = (painted: () => void) => void;

/** Runs when the next frame has been drawn; never while the page draws none. */
function afterNextFrame(painted: () => void): void {
  requestAnimationFrame(() => {
    // What follows the callbacks of a frame in the same turn is its style, layout and paint.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      painted();
    };
    port2.postMessage(null);
  });
}

/** When what each topic shows was received and painted. One frame is asked for, however many messages wait for it. */
export class TopicTimes {
  readonly #now: () => number;
  readonly #afterFrame: AfterFrame;
  readonly #times = new Map<Topic, TopicTime>();
  /** By what waits: of several messages of a topic only the newest is painted, and a page that draws none keeps few. */
  #waiting = new Map<Topic | 'probe', (paintedAt: number) => void>();

  constructor(now: () => number, afterFrame: AfterFrame = afterNextFrame) {
    this.#now = now;
    this.#afterFrame = afterFrame;
  }

  of(topic: Topic): TopicTime | null {
    return this.#times.get(topic) ?? null;
  }

  received(topic: Topic, { at, dataAt }: { at: number; dataAt: number }): void {
    const before = this.#times.get(topic);
    const time = { dataAt, at, receivedAt: this.#now(), paintedAt: before?.paintedAt ?? null };
    this.#times.set(topic, time);
    this.whenPainted(topic, (paintedAt) => (time.paintedAt = paintedAt));
  }

  /** Calls back when what is in the stores now has been drawn. */
  whenPainted(what: Topic | 'probe', tell: (paintedAt: number) => void): void {
    const asked = this.#waiting.size > 0;
    this.#waiting.set(what, tell);
    if (asked) return;
    this.#afterFrame(() => {
      const told = this.#waiting;
      this.#waiting = new Map();
      const now = this.#now();
      for (const each of told.values()) each(now);
    });
  }
}
