import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { Topic } from '#wire/protocol.ts';
import type { Channel } from './channel.ts';
import type { Subscriber } from './subscriber.ts';

/** Above this a screen gets nothing more until its network has caught up: what it lacks is then the latest, not a queue. */
const mostBacklog = 256 * 1024;
/** A network that took nothing for this long is given up. */
const patienceMs = 15_000;
/** What comes first when a line is thin: every topic has its turn. */
const turns: Record<Topic, number> = {
  walls: 0,
  notices: 1,
  alerts: 2,
  presence: 3,
  waiting: 4,
  lane: 5,
  status: 6,
  canary: 7,
  load: 8,
  figures: 9,
  roster: 10,
  teams: 11,
  places: 12,
  cases: 13,
  heat: 14,
};
const order = (Object.keys(turns) as Topic[]).sort((one, other) => turns[one] - turns[other]);

/** What one subscriber follows and how far it has come in each. It keeps numbers, never messages. */
export class Outbox {
  readonly subscriber: Subscriber;
  readonly scope: ScopePlaces;
  private readonly cursors = new Map<Topic, number | null>();
  private stuck: { backlog: number; since: number } | null = null;

  constructor(subscriber: Subscriber, scope: ScopePlaces) {
    this.subscriber = subscriber;
    this.scope = scope;
  }

  topics(): Iterable<Topic> {
    return this.cursors.keys();
  }

  /** @param cursor where the subscriber stands; null holds nothing. */
  follow(topic: Topic, cursor: number | null): void {
    this.cursors.set(topic, cursor);
  }

  leave(topic: Topic): void {
    this.cursors.delete(topic);
  }

  /** Everything has to be sent anew. */
  forget(): void {
    for (const topic of this.cursors.keys()) this.cursors.set(topic, null);
  }

  /** Sends what is lacking as far as the network takes it. Returns how many messages, or that the line is given up. */
  pump(channelOf: (topic: Topic) => Channel, pace: number): number | 'given-up' {
    if (!this.takesMore(pace)) return this.stuck !== null && pace - this.stuck.since >= patienceMs ? 'given-up' : 0;
    let sent = 0;
    for (const topic of order) {
      const cursor = this.cursors.get(topic);
      if (cursor === undefined) continue;
      const channel = channelOf(topic);
      if (cursor !== null && cursor === channel.head) continue;
      const next = channel.next(cursor, pace);
      for (const message of next.messages) this.subscriber.send(message);
      sent += next.messages.length;
      this.cursors.set(topic, next.cursor);
      if (next.messages.length > 0 && !this.takesMore(pace)) break;
    }
    return sent;
  }

  private takesMore(pace: number): boolean {
    const backlog = this.subscriber.backlogBytes();
    if (backlog <= mostBacklog) {
      this.stuck = null;
      return true;
    }
    if (this.stuck === null || backlog < this.stuck.backlog) this.stuck = { backlog, since: pace };
    return false;
  }
}
