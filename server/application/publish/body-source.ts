import type { Frame, FrameSource } from './frame-channel.ts';

/**
 * A frame with a text body that is made anew when something said it may have changed, or after `restMs` anyway, and sent
 * when it differs in more than its time.
 */
export class BodySource<Body extends { at: number }> implements FrameSource {
  readonly everyMs: number;
  private readonly restMs: number;
  private readonly build: () => Body;
  private readonly now: () => number;
  private stale = true;
  private madeAt = -Infinity;
  private sent = '';

  constructor(parts: { everyMs: number; restMs: number; build: () => Body; pace: () => number }) {
    this.everyMs = parts.everyMs;
    this.restMs = parts.restMs;
    this.build = parts.build;
    this.now = parts.pace;
  }

  mayHaveChanged(): void {
    this.stale = true;
  }

  make(): Frame | null {
    if (!this.stale && this.now() - this.madeAt < this.restMs) return null;
    this.stale = false;
    this.madeAt = this.now();
    const body = this.build();
    const text = JSON.stringify(body, (key, value: unknown) => (key === 'at' || key === 'asOf' ? undefined : value));
    if (text === this.sent) return null;
    this.sent = text;
    return { full: () => ({ body }) };
  }
}
