import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { Topic, WireError } from '#wire/protocol.ts';
import type { LiveCore } from './live-core.ts';
import { Outbox } from './outbox.ts';
import type { Subscriber } from './subscriber.ts';

/** A scope that nobody follows keeps its numbers this long, so that whoever comes back can go on from where it stood. */
const restMs = 60_000;

/** Everybody who follows something, each apart: what one does never delays another. */
export class Outboxes {
  messages = 0;
  private readonly bySubscriber = new Map<Subscriber, Outbox>();
  private readonly lastSeen = new Map<string, number>();
  private readonly onFault: (error: unknown) => void;

  constructor(onFault: (error: unknown) => void) {
    this.onFault = onFault;
  }

  get size(): number {
    return this.bySubscriber.size;
  }

  follow(subscriber: Subscriber, scope: ScopePlaces, topic: Topic, cursor: number | null): void {
    let outbox = this.bySubscriber.get(subscriber);
    if (outbox?.scope.key !== scope.key) {
      outbox = new Outbox(subscriber, scope);
      this.bySubscriber.set(subscriber, outbox);
    }
    outbox.follow(topic, cursor);
  }

  unfollow(subscriber: Subscriber, topic: Topic): void {
    this.bySubscriber.get(subscriber)?.leave(topic);
  }

  drop(subscriber: Subscriber): void {
    this.bySubscriber.delete(subscriber);
  }

  /** Everybody gets everything anew. */
  forget(): void {
    for (const outbox of this.bySubscriber.values()) outbox.forget();
  }

  pump(subscriber: Subscriber, core: LiveCore, pace: number): void {
    const outbox = this.bySubscriber.get(subscriber);
    if (outbox) this.pumpOne(outbox, core, pace);
  }

  /** Makes what is due in every followed channel, then sends to each what it lacks. */
  pumpAll(core: LiveCore, pace: number): void {
    const ticked = new Set<unknown>();
    for (const { scope, topics } of this.followed()) {
      this.lastSeen.set(scope.key, pace);
      for (const topic of topics) {
        const channel = core.feed(scope).channel(topic);
        if (ticked.has(channel)) continue;
        ticked.add(channel);
        channel.tick(pace);
      }
    }
    for (const outbox of this.bySubscriber.values()) this.pumpOne(outbox, core, pace);
  }

  isIdle(scope: ScopePlaces, pace: number): boolean {
    return pace - (this.lastSeen.get(scope.key) ?? pace) > restMs;
  }

  /** Sends everybody away. */
  dismiss(reason: WireError, retryAfterMs: number): void {
    for (const outbox of this.bySubscriber.values()) this.sendAway(outbox.subscriber, reason, retryAfterMs);
    this.bySubscriber.clear();
  }

  private *followed(): Iterable<{ scope: ScopePlaces; topics: Iterable<Topic> }> {
    for (const outbox of this.bySubscriber.values()) yield { scope: outbox.scope, topics: outbox.topics() };
  }

  private pumpOne(outbox: Outbox, core: LiveCore, pace: number): void {
    const { subscriber } = outbox;
    try {
      if (!subscriber.isOpen()) {
        this.drop(subscriber);
        return;
      }
      const feed = core.feed(outbox.scope);
      const sent = outbox.pump((topic) => feed.channel(topic), pace);
      if (sent === 'given-up') {
        this.drop(subscriber);
        this.sendAway(subscriber, 'retry-later', 1_000);
      } else this.messages += sent;
    } catch (error) {
      this.drop(subscriber);
      this.onFault(error);
    }
  }

  private sendAway(subscriber: Subscriber, reason: WireError, retryAfterMs: number): void {
    try {
      subscriber.send({ type: 'leave', reason, retryAfterMs });
      subscriber.close();
    } catch (error) {
      this.onFault(error);
    }
  }
}
