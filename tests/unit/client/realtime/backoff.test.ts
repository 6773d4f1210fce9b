import { expect, it } from 'vitest';
import { Backoff } from '#client/realtime/backoff.ts';

it('doubles, stops at eight seconds, is drawn from the upper half and begins anew after success', () => {
  const longest = new Backoff(() => 1);
  expect(Array.from({ length: 6 }, () => longest.next())).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  const shortest = new Backoff(() => 0);
  expect([shortest.next(), shortest.next()]).toEqual([250, 500]);
  shortest.reset();
  expect(shortest.next()).toBe(250);
});
