import { afterEach, expect, it, vi } from 'vitest';
import { ServerClock } from '#client/realtime/server-clock.ts';
import { Ticker } from '#client/realtime/ticker.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('goes on for everybody when one reader fails', () => {
  vi.useFakeTimers();
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const ticker = new Ticker(new ServerClock(() => Date.now(), 0));
  let first = true;
  let beats = 0;
  ticker.follow(() => {
    if (!first) throw new Error('a panel broke');
    first = false;
  });
  const stop = ticker.follow(() => void (beats += 1));
  vi.advanceTimersByTime(5_100);
  expect(beats).toBeGreaterThanOrEqual(5);
  expect(said).toHaveBeenCalled();
  stop();
});
