/** fresh: as it should be. late: overdue, nothing more. stale: no longer to be taken for now. lost: not to be counted on. */
export const FEED_STATES = ['fresh', 'late', 'stale', 'lost'] as const;
export type FeedState = (typeof FEED_STATES)[number];

/** How many beats may pass before a feed is each: half a beat of grace, since messages wait in queues now and then. */
export const BEATS_UNTIL = { late: 1.5, stale: 2, lost: 10 } as const;

/** What is known of one feed. Instants in epoch ms on the server's clock, null while never; durations in ms. */
export type FeedTimes = {
  /** Within this time it is heard again when all is well. */
  beatMs: number;
  /** When the newest thing it told of happened, or up to when it has told all. */
  eventAt: number | null;
  /** When it was last heard. */
  receivedAt: number | null;
  /** Up to when the picture holds what was received; left out where it takes everything in at once. */
  heldAt?: number | null;
  /** How old the newest thing may be that it tells of; left out where old news is no fault. */
  lagMs?: number;
  /** Since when it is waited for: until it is first heard it is late, and stale and lost after as many beats as others. */
  expectedSince?: number;
};

export type FeedAge = {
  /** Milliseconds since it was last heard and taken in; null when never. */
  age: number | null;
  /** The instant that the age counts from. */
  since: number | null;
  state: FeedState;
  /** Stale or lost: said in a shape and a word, and its part of the picture loses colour. */
  marked: boolean;
};

/**
 * How old a feed is at `now`: the one rule for server and screens. It counts by the clock alone, so an age grows when
 * nothing arrives any more, and it takes the weakest of the steps: what was received and not taken into the picture is
 * as old as the picture, and news of long ago is old however lately it came.
 */
export function feedAge(times: FeedTimes, now: number): FeedAge {
  const { beatMs, eventAt, receivedAt, heldAt = receivedAt, lagMs, expectedSince } = times;
  const since = receivedAt === null || heldAt === null ? null : Math.min(receivedAt, heldAt);
  const heard = since === null ? worse('late', stateAfter(expectedSince, beatMs, now)) : stateAfter(since, beatMs, now);
  const told = lagMs === undefined || since === null ? 'fresh' : stateAfter(eventAt ?? undefined, lagMs, now);
  const state = worse(heard, told);
  return { age: since === null ? null : Math.max(0, now - since), since, state, marked: isMarked(state) };
}

/** An instant of the future was told by a clock that was wrong then or is now, and proves nothing. */
function stateAfter(since: number | undefined, beatMs: number, now: number): FeedState {
  if (since === undefined || since - now > beatMs) return 'lost';
  const beats = (now - since) / beatMs;
  if (beats > BEATS_UNTIL.lost) return 'lost';
  if (beats > BEATS_UNTIL.stale) return 'stale';
  return beats > BEATS_UNTIL.late ? 'late' : 'fresh';
}

/** Whether a state is one that a screen must not pass over. */
export function isMarked(state: FeedState): boolean {
  return state === 'stale' || state === 'lost';
}

export function worse(a: FeedState, b: FeedState): FeedState {
  return FEED_STATES.indexOf(a) >= FEED_STATES.indexOf(b) ? a : b;
}

/** The freshest of several: one dead source among many that tell of the same leaves the picture whole. Null for none. */
export function freshest(feeds: readonly FeedTimes[], now: number): FeedAge | null {
  let best: FeedAge | null = null;
  for (const feed of feeds) {
    const age = feedAge(feed, now);
    if (best === null || isFresher(age, best)) best = age;
  }
  return best;
}

function isFresher(a: FeedAge, b: FeedAge): boolean {
  const difference = FEED_STATES.indexOf(a.state) - FEED_STATES.indexOf(b.state);
  return difference === 0 ? (a.age ?? Infinity) < (b.age ?? Infinity) : difference < 0;
}
