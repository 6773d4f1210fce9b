import { expect, it } from 'vitest';
import { FaultCount } from '#client/heal/fault-count.ts';

it('speaks when too many lie close together, then begins anew', () => {
  const count = new FaultCount(2, 1_000);
  expect([0, 100, 200, 300].map((at) => count.add(at))).toEqual([false, false, true, false]);
});

it('never speaks of few that lie far apart', () => {
  const count = new FaultCount(2, 1_000);
  expect(Array.from({ length: 50 }, (_, index) => count.add(index * 600)).some(Boolean)).toBe(false);
});
