import { expect, test } from 'vitest';
import type { CaseSummary } from '#domain/case/case.ts';
import { caseSummarySchema } from '#wire/http/case.ts';
import { exampleSummary } from '#wire/http/examples.ts';

/** Typed so that a member the domain gains is missed here by the compiler. */
const MEMBERS: Record<keyof Required<CaseSummary>, true> = {
  ...{ id: true, number: true, source: true, externalId: true, simulated: true, phase: true, conduct: true },
  ...{ channel: true, categoryKey: true, conditionNo: true, urgent: true, suspended: true, supervisionLevel: true },
  ...{ position: true, place: true, address: true, department: true, reportedAt: true, filedAt: true },
  ...{ stageEnteredAt: true, endedAt: true, stageClock: true, wholeClock: true, reworks: true, waits: true },
  ...{ version: true, moveVersion: true },
};

test('the document describes every member of a case', () => {
  expect(Object.keys(caseSummarySchema.shape).sort()).toEqual(Object.keys(MEMBERS).sort());
});

test('what waits on a case is described', () => {
  const request = {
    ...{ no: 1, kind: 'extension', reason: 'x', by: { kind: 'person', id: 'a', name: 'a' }, at: 1, instance: 4 },
    ...{ until: null, pauses: false, status: 'pending', answer: null },
  };
  const read = (waits: unknown) => caseSummarySchema.safeParse({ ...exampleSummary, waits });
  expect(read({ requests: [request], supervisions: [] }).data?.waits?.requests[0]?.kind).toBe('extension');
  expect(read({ requests: [{ ...request, kind: 'wish' }], supervisions: [] }).success).toBe(false);
  expect(read(undefined).success).toBe(true);
});
