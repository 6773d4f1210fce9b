import type { FeedState } from '#domain/feed/feed-state.ts';
import type { Feed } from '#wire/figures.ts';
import { feedAge, kindAge } from '../../stores/feed-age.ts';

/** One line of the panel: a kind of feed, the district platforms together, or one platform that is late. */
export type AgeLine = {
  id: string;
  kind: Feed['kind'];
  names: { nameZh: string; nameEn: string } | null;
  age: number | null;
  state: FeedState;
  marked: boolean;
  /** For the platforms together: how many are fresh, of how many. */
  counts: { fresh: number; all: number } | null;
};

/** Late platforms named one by one; the rest is a count. */
export const MOST_LATE = 1;

const KINDS = ['cases', 'alerts', 'positions'] as const;

/**
 * What the panel says at `now`: the three feeds of the picture (a kind with several sources shows its oldest), the
 * district platforms as one line, and each late one by name, oldest first, at most MOST_LATE.
 */
export function ageLines(feeds: readonly Feed[], now: number): { lines: AgeLine[]; late: AgeLine[]; moreLate: number } {
  const lines = KINDS.flatMap((kind): AgeLine[] => {
    const best = kindAge(feeds, kind, now);
    if (best === null) return [];
    return [{ id: kind, kind, names: null, age: best.age, state: best.state, marked: best.marked, counts: null }];
  });
  const platforms = feeds.filter((feed) => feed.kind === 'platform').map((feed) => ({ feed, age: feedAge(feed, now) }));
  const fresh = platforms.filter(({ age }) => age.age !== null && !age.marked);
  if (platforms.length > 0) {
    const oldest = fresh.reduce<number | null>((most, { age }) => Math.max(most ?? 0, age.age ?? 0), null);
    lines.push({
      id: 'platforms',
      kind: 'platform',
      names: null,
      age: oldest,
      state: 'fresh',
      marked: false,
      counts: { fresh: fresh.length, all: platforms.length },
    });
  }
  const late = platforms
    .filter(({ age }) => age.marked)
    .sort((a, b) => (b.age.age ?? 0) - (a.age.age ?? 0))
    .map(({ feed, age }): AgeLine => ({
      id: feed.id,
      kind: feed.kind,
      names: feed,
      age: age.age,
      state: age.state,
      marked: true,
      counts: null,
    }));
  return { lines, late: late.slice(0, MOST_LATE), moreLate: Math.max(0, late.length - MOST_LATE) };
}
