import type { Feed, FeedState } from '#wire/figures.ts';
import type { PlaceOrdinals, ScopePlaces } from './place-scope.ts';

/** A feed as it is declared: what it carries and how often it ought to be heard. */
export type FeedDeclaration = Omit<Feed, 'eventAt' | 'receivedAt' | 'state'>;

/** When each feed was last heard, on the server's clock. */
export class FeedAges {
  private readonly feeds = new Map<string, FeedDeclaration & Pick<Feed, 'eventAt' | 'receivedAt'>>();
  private readonly places: PlaceOrdinals;

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  declare(feed: FeedDeclaration): void {
    const held = this.feeds.get(feed.id);
    this.feeds.set(feed.id, { ...feed, eventAt: held?.eventAt ?? null, receivedAt: held?.receivedAt ?? null });
  }

  /** A beat of a feed: `eventAt` when what it told happened, `receivedAt` when it came. Unknown feeds are ignored. */
  heard(id: string, eventAt: number, receivedAt: number): void {
    const feed = this.feeds.get(id);
    if (!feed) return;
    feed.eventAt = Math.max(feed.eventAt ?? 0, eventAt);
    feed.receivedAt = Math.max(feed.receivedAt ?? 0, receivedAt);
  }

  of(scope: ScopePlaces, now: number): Feed[] {
    const inScope = (code: string | null) => code === null || scope.has(this.places.ordinalOf(code));
    return [...this.feeds.values()]
      .filter(({ districtCode }) => inScope(districtCode))
      .map((feed) => ({ ...feed, state: feedState(feed.beatMs, feed.receivedAt, now) }));
  }
}

/** late past its beat, stale past twice its beat, lost past ten times, and lost until it is first heard. */
export function feedState(beatMs: number, receivedAt: number | null, now: number): FeedState {
  if (receivedAt === null) return 'lost';
  const age = now - receivedAt;
  if (age > beatMs * 10) return 'lost';
  if (age > beatMs * 2) return 'stale';
  return age > beatMs ? 'late' : 'fresh';
}
