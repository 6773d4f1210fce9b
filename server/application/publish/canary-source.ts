import type { CanaryFrame } from '#wire/figures.ts';
import type { Frame, FrameSource } from './frame-channel.ts';

/** The `canary` topic: each probe at once, since the time that it takes is what it is for. */
export class CanarySource implements FrameSource {
  readonly everyMs = 0;
  private readonly newest: () => CanaryFrame | null;
  private sent: CanaryFrame | null = null;

  constructor(newest: () => CanaryFrame | null) {
    this.newest = newest;
  }

  make(): Frame | null {
    const body = this.newest();
    if (body === null || body === this.sent) return null;
    this.sent = body;
    return { full: () => ({ body }) };
  }
}
