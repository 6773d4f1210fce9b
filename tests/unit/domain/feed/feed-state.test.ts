import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEED_STATES, feedAge, freshest, worse, type FeedTimes } from '#domain/feed/feed-state.ts';

const NOW = 1_795_308_000_000;
const rank = (times: FeedTimes, now: number): number => FEED_STATES.indexOf(feedAge(times, now).state);

const instant = fc.integer({ min: NOW - 3_600_000, max: NOW });
const known = fc.option(instant, { nil: null, freq: 8 });
const times: fc.Arbitrary<FeedTimes> = fc
  .record(
    {
      beatMs: fc.integer({ min: 100, max: 120_000 }),
      eventAt: known,
      receivedAt: known,
      heldAt: known,
      lagMs: fc.nat(),
    },
    { requiredKeys: ['beatMs', 'eventAt', 'receivedAt'] },
  )
  .map((one) => (one.lagMs === 0 ? { ...one, lagMs: 1 } : one));
const wait = fc.integer({ min: 0, max: 3_600_000 });

describe('the age of a feed', () => {
  it.each([
    [null, 'lost'],
    [0, 'fresh'],
    [1_500, 'fresh'],
    [1_501, 'late'],
    [2_000, 'late'],
    [2_001, 'stale'],
    [10_000, 'stale'],
    [10_001, 'lost'],
  ] as const)('with a beat of a second, last heard %s ms ago, it is %s', (age, state) => {
    const receivedAt = age === null ? null : NOW - age;
    expect(feedAge({ beatMs: 1_000, eventAt: null, receivedAt }, NOW)).toMatchObject({ age, state });
  });

  it('never gets better by waiting', () => {
    fc.assert(
      fc.property(times, wait, (feed, ms) => {
        expect(rank(feed, NOW + ms)).toBeGreaterThanOrEqual(rank(feed, NOW));
      }),
    );
  });

  it('ends in lost when nothing arrives any more, whatever it was', () => {
    fc.assert(
      fc.property(times, (feed) => {
        expect(feedAge(feed, NOW + 10 * Math.max(feed.beatMs, feed.lagMs ?? 0) + 1).state).toBe('lost');
      }),
    );
  });

  it('never gets worse by hearing, holding or telling of something newer', () => {
    fc.assert(
      fc.property(times, fc.constantFrom('receivedAt', 'heldAt', 'eventAt'), instant, (feed, step, at) => {
        const held = feed[step];
        if (held === undefined) return;
        const newer = { ...feed, [step]: Math.max(held ?? 0, at) };
        expect(rank(newer, NOW)).toBeLessThanOrEqual(rank(feed, NOW));
      }),
    );
  });

  it('counts what the picture does not hold as not heard', () => {
    fc.assert(
      fc.property(times, instant, (feed, heldAt) => {
        const { state, since } = feedAge({ ...feed, heldAt }, NOW);
        expect(since ?? heldAt).toBeLessThanOrEqual(heldAt);
        expect(worse(state, feedAge({ ...feed, receivedAt: heldAt, heldAt }, NOW).state)).toBe(state);
      }),
    );
  });

  it('depends on beats and not on the length of one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.nat({ max: 30_000 }),
        fc.integer({ min: 1, max: 9 }),
        (beat, age, by) => {
          const one = feedAge({ beatMs: beat, eventAt: null, receivedAt: NOW - age }, NOW);
          const long = feedAge({ beatMs: beat * by, eventAt: null, receivedAt: NOW - age * by }, NOW);
          expect(long.state).toBe(one.state);
        },
      ),
    );
  });

  it('is told as the worst of its steps: fresh news of long ago are old', () => {
    const heard = { beatMs: 15_000, receivedAt: NOW - 1_000, lagMs: 60_000 };
    expect(feedAge({ ...heard, eventAt: NOW - 20_000 }, NOW).state).toBe('fresh');
    expect(feedAge({ ...heard, eventAt: NOW - 100_000 }, NOW).state).toBe('late');
    expect(feedAge({ ...heard, eventAt: NOW - 3_600_000 }, NOW)).toMatchObject({
      age: 1_000,
      state: 'lost',
      marked: true,
    });
  });

  it('is waited for until it is first heard', () => {
    const never = { beatMs: 1_000, eventAt: null, receivedAt: null, expectedSince: NOW };
    expect(feedAge(never, NOW)).toEqual({ age: null, since: null, state: 'late', marked: false });
    expect(feedAge(never, NOW + 2_001)).toMatchObject({ age: null, state: 'stale', marked: true });
    expect(feedAge(never, NOW + 10_001).state).toBe('lost');
  });

  it('does not believe an instant of the future', () => {
    expect(feedAge({ beatMs: 1_000, eventAt: null, receivedAt: NOW + 900 }, NOW)).toMatchObject({
      age: 0,
      state: 'fresh',
    });
    expect(feedAge({ beatMs: 1_000, eventAt: null, receivedAt: NOW + 3_600_000 }, NOW).state).toBe('lost');
  });
});

describe('several feeds of one kind', () => {
  it('are as fresh as the freshest of them', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 6 }), (feeds) => {
        const best = freshest(feeds, NOW);
        const ranks = feeds.map((feed) => rank(feed, NOW));
        expect(FEED_STATES.indexOf(best?.state ?? 'lost')).toBe(Math.min(...ranks));
      }),
    );
  });

  it('have no age where there is none', () => expect(freshest([], NOW)).toBeNull());
});
