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

it('fires every owed reply of a case at its own instant, a millisecond late, and none that was given', () => {
  const owing = (version: number, ...replies: [no: number, replyBy: number][]): CaseSummary => {
    const supervisions = replies.map(([no, replyBy]) => ({ no, replyBy }));
    return {
      id: 7,
      version,
      stageClock: null,
      wholeClock: null,
      waits: { requests: [], supervisions },
    } as unknown as CaseSummary;
  };
  const armed = new ArmedCases(START);
  const fired = (at: number): number[] => armed.collect(START + at).map(({ instance }) => instance);
  armed.put(owing(1, [1, START + 50_000], [2, START + 20_000], [3, START + 20_000], [4, START + 90_000]));
  expect(armed.size).toBe(1);
  expect(fired(20_000)).toEqual([]);
  expect(armed.collect(START + 20_010)).toEqual([
    { caseId: 7, instance: 2, round: 0, threshold: 'reply-late', dueAt: START + 20_000 },
    { caseId: 7, instance: 3, round: 0, threshold: 'reply-late', dueAt: START + 20_000 },
  ]);
  armed.put(owing(2, [2, START + 20_000], [3, START + 20_000], [4, START + 90_000]));
  // What is late already comes again with every change, and the store knows it: the next one must come all the same.
  expect(fired(21_000)).toEqual([2, 3]);
  expect(fired(60_000)).toEqual([]);
  expect(fired(90_010)).toEqual([4]);
  armed.put(owing(3));
  expect(armed.size).toBe(0);
});
