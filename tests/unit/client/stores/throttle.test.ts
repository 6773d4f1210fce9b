import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Throttle } from '#client/stores/throttle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('runs at once when quiet, then at the beat, and once more after the last call', () => {
  const throttle = new Throttle(250);
  let runs = 0;
  const run = (): void => throttle.run(() => (runs += 1));
  run();
  expect(runs).toBe(1);
  for (let ms = 0; ms < 1_000; ms += 10) {
    vi.advanceTimersByTime(10);
    run();
  }
  expect(runs).toBe(5);
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(6);
  run();
  throttle.cancel();
  vi.advanceTimersByTime(1_000);
  expect(runs).toBe(7);
});
