import { expect, it } from 'vitest';
import { Backoff } from '#client/realtime/backoff.ts';

it('doubles, stops at six seconds and begins anew after success', () => {
  const longest = new Backoff(() => 1);
  expect(Array.from({ length: 6 }, () => longest.next())).toEqual([500, 1_000, 2_000, 4_000, 6_000, 6_000]);
  longest.reset();
  expect(longest.next()).toBe(500);
});

it('spreads 2,000 screens evenly, so that none waits long and none of them come together', () => {
  let seed = 1;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const waits = Array.from({ length: 2_000 }, () => {
    const backoff = new Backoff(random);
    for (let attempt = 0; attempt < 8; attempt++) backoff.next();
    return backoff.next();
  });
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1_200);
  expect(Math.max(...waits)).toBeLessThanOrEqual(6_000);
  const bySecond = [1, 2, 3, 4, 5].map((second) => waits.filter((ms) => Math.floor(ms / 1_000) === second).length);
  expect(Math.max(...bySecond)).toBeLessThan(520);
});
