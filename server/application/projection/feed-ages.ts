import { feedAge } from '#domain/feed/feed-state.ts';
import type { Feed } from '#wire/figures.ts';
import type { PlaceOrdinals, ScopePlaces } from './place-scope.ts';

/** A feed as it is declared: what it carries, how often it ought to be heard and how old its news may be. */
export type FeedDeclaration = Omit<Feed, 'eventAt' | 'receivedAt' | 'heldAt' | 'expectedSince' | 'state'>;

/** A message this much older than the one before it comes after the clock was set back. */
const SET_BACK_MS = 60_000;

/** When each feed was last heard, on the server's clock. */
export class FeedAges {
  private readonly feeds = new Map<string, FeedDeclaration & Pick<Feed, 'eventAt' | 'receivedAt' | 'expectedSince'>>();
  private readonly places: PlaceOrdinals;

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  /** @param now since when it is waited for, unless it was declared before. */
  declare(feed: FeedDeclaration, now: number): void {
    const { eventAt, receivedAt, expectedSince } = this.feeds.get(feed.id) ?? {
      ...{ eventAt: null, receivedAt: null, expectedSince: now },
    };
    this.feeds.set(feed.id, { ...feed, eventAt, receivedAt, expectedSince });
  }

  /** A beat of a feed: `eventAt` when what it told happened, `receivedAt` when it came. Unknown feeds are ignored. */
  heard(id: string, eventAt: number, receivedAt: number): void {
    const feed = this.feeds.get(id);
    if (!feed) return;
    feed.eventAt = newer(feed.eventAt, eventAt, receivedAt);
    feed.receivedAt = newer(feed.receivedAt, receivedAt, receivedAt);
  }

  /**
   * @param heldAt up to when the picture holds what was received; positions go past the log and are held at once. Null:
   *   there is no picture yet.
   */
  of(scope: ScopePlaces, now: number, heldAt: number | null): Feed[] {
    const inScope = (code: string | null) => code === null || scope.has(this.places.ordinalOf(code));
    return [...this.feeds.values()]
      .filter(({ districtCode }) => inScope(districtCode))
      .map((feed) => {
        const dated = { ...feed, heldAt: feed.kind === 'positions' ? feed.receivedAt : heldAt };
        return { ...dated, state: feedAge(dated, now).state };
      });
  }
}

/** Messages overtake each other by moments; an instant that lies far ahead is of a clock that has been set back since. */
function newer(held: number | null, told: number, receivedAt: number): number {
  if (held === null || held > receivedAt + SET_BACK_MS) return told;
  return Math.max(held, told);
}
