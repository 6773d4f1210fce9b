import { expect, test } from '@playwright/test';
import { freePort } from '#adapters/postgres/free-port.ts';
import { runSoak } from '../../scripts/soak/run-soak.ts';
import { judgeSequences } from '../../scripts/soak/verdict.ts';
import { slopeOf } from '../../scripts/soak/slope.ts';

const MB = 1024 * 1024;
const HOURS = 4;
/** What four hours at this pace may add: code that is compiled late and pictures of the first changes, no more. */
const MOST_PAGE_MB = 12;

// The short form of `npm run soak`: too short for slopes a year could be told from, long enough for a page that loses
// hold of what it draws, a connection that drops a number, and maps that leave their graphics behind.
test('four hours of city in forty seconds leave a page as it was, and no message is missed', async () => {
  test.setTimeout(240_000);
  const result = await runSoak({
    ...{ hours: HOURS, speed: 360, settleHours: 1, readings: 6, port: await freePort() },
    viewport: { width: 960, height: 540 },
  });
  expect(result.readings).toHaveLength(6);
  expect(judgeSequences(result.sequences)).toEqual([]);
  expect(result.errors).toEqual([]);
  const of = (name: string): [number, number][] =>
    result.readings.map(({ virtualHours, values }) => [virtualHours, values[name] ?? NaN]);
  const heap = slopeOf(of('page heap'));
  expect(((heap.perHour - heap.margin) * HOURS) / MB).toBeLessThan(MOST_PAGE_MB);
  const contexts = of('WebGL contexts').map(([, count]) => count);
  expect(Math.max(...contexts)).toBeLessThanOrEqual(2);
  const objects = of('WebGL objects').map(([, count]) => count);
  expect(objects.at(-1)).toBeLessThan((objects[0] ?? 0) * 1.5 + 100);
});
