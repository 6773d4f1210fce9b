import { expect, it } from 'vitest';
import { HeapWatch } from '#client/heal/heap-watch.ts';

const MB = 1024 * 1024;
const MINUTE = 60_000;
const LIMIT = 4_096 * MB;

/** Minutes until a page whose heap after a collection is `keeps(minute)` MB is called sick; null within ten hours. */
function sickAfter(keeps: (minute: number) => number, limit = LIMIT): number | null {
  const watch = new HeapWatch(0);
  for (let minute = 1; minute <= 600; minute++) {
    const garbage = (minute * 37) % 80;
    if (watch.isSick(minute * MINUTE, (keeps(minute) + garbage) * MB, limit)) return minute;
  }
  return null;
}

it('leaves a page alone whose garbage comes and goes', () => {
  expect(sickAfter(() => 120)).toBeNull();
});

it('finds a slow leak by the floor, not by a peak', () => {
  expect(sickAfter((minute) => 120 + (minute > 300 && minute < 310 ? 900 : 0))).toBeNull();
  const minutes = sickAfter((minute) => 120 + minute);
  expect(minutes).toBeGreaterThan(150);
  expect(minutes).toBeLessThan(250);
});

it('does not wait for growth where the browser allows little', () => {
  expect(sickAfter(() => 120, 150 * MB)).toBe(25);
});
