import { expect, it } from 'vitest';
import { AfterLoss } from '#client/heal/after-loss.ts';

it('makes a map again at once, then later and later, and asks for a fresh page when it goes on', () => {
  let asked = 0;
  const after = new AfterLoss(() => (asked += 1));
  expect([0, 5_000, 10_000].map((at) => after.next(at))).toEqual([250, 1_000, 4_000]);
  expect(asked).toBe(0);
  expect([15_000, 60_000].map((at) => after.next(at))).toEqual([16_000, 30_000]);
  expect(asked).toBe(1);
});

it('forgets losses of long ago', () => {
  let asked = 0;
  const after = new AfterLoss(() => (asked += 1));
  const hour = 3_600_000;
  expect([0, 1, 2, 3, 4, 5].map((at) => after.next(at * hour))).toEqual([250, 250, 250, 250, 250, 250]);
  expect(asked).toBe(0);
});
