import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { Notice, Resume } from '#wire/protocol.ts';
import type { Channel, Stamp } from './channel.ts';
import type { Down } from '#wire/protocol.ts';
import type { NoticeRing } from './notice-ring.ts';

/** After this many entries that a scope does not see, its followers' number is moved on by an empty message. */
const silentEntries = 1_000;

/** News for one scope: every notice counts, each once. Resumed by log position, over restarts and between nodes. */
export class NoticeChannel implements Channel {
  readonly topic = 'notices';
  private readonly epoch: string;
  private readonly ring: NoticeRing;
  private readonly scope: ScopePlaces;
  private readonly stamp: Stamp;
  /** The message most followers need next, made once for all of them. */
  private made: { from: number; to: number; messages: Down[] } | null = null;

  constructor(epoch: string, ring: NoticeRing, scope: ScopePlaces, stamp: Stamp) {
    this.epoch = epoch;
    this.ring = ring;
    this.scope = scope;
    this.stamp = stamp;
  }

  get head(): number {
    return this.ring.head;
  }

  tick(): void {
    // The ring grows by itself.
  }

  /**
   * A number of this log is kept even where the ring doesn't reach: next() then says what was lost. It may lie ahead of
   * this node, when the screen comes from one that was quicker.
   */
  resume({ epoch, seq }: Resume): number | null {
    return epoch === this.epoch ? seq : null;
  }

  /**
   * Whoever holds nothing starts at the head. Whoever comes back too late gets a `snapshot` of what is left: some
   * notices before it are lost to them.
   */
  next(cursor: number | null): { messages: readonly Down[]; cursor: number } {
    const { head } = this.ring;
    if (cursor === null) return { messages: [this.message('notices', [])], cursor: head };
    if (cursor >= head) return { messages: [], cursor };
    if (this.made?.from === cursor && this.made.to === head) return { messages: this.made.messages, cursor: head };
    const notices = this.ring
      .after(cursor)
      .flatMap(({ notice, place, department }) => (this.scope.sees(place, department) ? [notice] : []));
    if (!this.ring.reaches(cursor)) return { messages: [this.message('snapshot', notices)], cursor: head };
    if (notices.length === 0 && head - cursor < silentEntries) return { messages: [], cursor };
    const messages = [this.message('notices', notices)];
    this.made = { from: cursor, to: head, messages };
    return { messages, cursor: head };
  }

  private message(type: 'notices' | 'snapshot', body: Notice[]): Down {
    return { type, topic: 'notices', epoch: this.epoch, seq: this.ring.head, ...this.stamp(), body };
  }
}
