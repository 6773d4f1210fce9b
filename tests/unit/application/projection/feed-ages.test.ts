import { expect, it } from 'vitest';
import { feedState } from '#application/projection/feed-ages.ts';

it.each([
  [null, 'lost'],
  [0, 'fresh'],
  [1_000, 'fresh'],
  [1_001, 'late'],
  [2_001, 'stale'],
  [10_000, 'stale'],
  [10_001, 'lost'],
] as const)('a feed with a beat of a second, last heard %s ms ago, is %s', (age, state) => {
  expect(feedState(1_000, age === null ? null : 50_000 - age, 50_000)).toBe(state);
});
