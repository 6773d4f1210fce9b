import { feedAge, freshest, type FeedAge } from '#domain/feed/feed-state.ts';
import type { Feed } from '#wire/figures.ts';

export { feedAge, type FeedAge };

/**
 * The age of a kind of feed: that of its freshest source, since one dead source among several leaves the picture whole.
 * Null when there is no such feed.
 */
export function kindAge(feeds: readonly Feed[], kind: Feed['kind'], now: number): FeedAge | null {
  return freshest(
    feeds.filter((feed) => feed.kind === kind),
    now,
  );
}
