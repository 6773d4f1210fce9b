import type { CanaryFrame } from '#wire/figures.ts';
import { Signal } from './signal.ts';

/** A probe with the instants (epoch ms, server's clock) at which it came to this page and was painted here. */
export type PaintedCanary = CanaryFrame & { arrivedAt: number; paintedAt: number };

/** The newest probe that this screen has painted. One that came and was never painted does not count. */
export class CanaryStore extends Signal {
  painted: PaintedCanary | null = null;

  paint(frame: CanaryFrame, arrivedAt: number, paintedAt: number): void {
    if (this.painted !== null && this.painted.no === frame.no) return;
    this.painted = { ...frame, arrivedAt, paintedAt };
    this.changed();
  }

  /** From its sending to the glass, ms; null before the first. */
  get tripMs(): number | null {
    return this.painted === null ? null : Math.max(0, this.painted.paintedAt - this.painted.sentAt);
  }
}
