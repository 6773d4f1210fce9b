import type { Feed, FeedState } from '#wire/figures.ts';

export type FeedAge = {
  /** Milliseconds since it was last heard; null when never. */
  age: number | null;
  /** The instant it was last heard. */
  since: number | null;
  state: FeedState;
  /** Past twice its beat: said in amber, and its part of the picture loses colour. */
  marked: boolean;
};

/**
 * How old a feed is at `now`, counted here so that it grows when nothing arrives any more. The thresholds are the
 * server's: late past its beat, stale past twice, lost past ten times.
 */
export function feedAge(feed: Feed, now: number): FeedAge {
  const since = feed.receivedAt ?? feed.eventAt;
  if (since === null) return { age: null, since, state: 'lost', marked: false };
  const age = Math.max(0, now - since);
  const state =
    age > feed.beatMs * 10 ? 'lost' : age > feed.beatMs * 2 ? 'stale' : age > feed.beatMs ? 'late' : 'fresh';
  return { age, since, state, marked: age > feed.beatMs * 2 };
}

/**
 * The age of a kind of feed: that of its freshest source, since one dead source among several leaves the picture whole.
 * Null when there is no such feed.
 */
export function kindAge(feeds: readonly Feed[], kind: Feed['kind'], now: number): FeedAge | null {
  const ages = feeds.filter((feed) => feed.kind === kind).map((feed) => feedAge(feed, now));
  if (ages.length === 0) return null;
  return ages.reduce((a, b) => ((b.age ?? Infinity) < (a.age ?? Infinity) ? b : a));
}
