import { expect, it } from 'vitest';
import { ArmedCases } from '../../../../server/application/deadline/armed-cases.ts';
import type { CaseSummary, RunningClock } from '#domain/case/case.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');

function summary(id: number, dueAt: number): CaseSummary {
  const clock: RunningClock = { instance: 1, round: 0, basis: 'continuous', warnAt: null, dueAt, provisional: false };
  return { id, version: 1, stageClock: clock, wholeClock: null } as CaseSummary;
}

it('keeps deadlines for years: distant ones come into reach, and none fires twice or is lost', () => {
  const armed = new ArmedCases(START);
  const dueDays = [1, 40, 150, 197, 230, 400, 800, 1_100];
  dueDays.forEach((days, index) => armed.put(summary(index + 1, START + days * DAY)));
  expect(armed.size).toBe(dueDays.length);
  const fired: [number, number][] = [];
  for (let day = 0; day <= 1_200; day++) {
    const now = START + day * DAY + 60_000;
    armed.refill(now);
    for (const { caseId } of armed.collect(now)) fired.push([caseId, day]);
  }
  expect(fired).toEqual(dueDays.map((days, index) => [index + 1, days]));
  expect(armed.size).toBe(0);
});
