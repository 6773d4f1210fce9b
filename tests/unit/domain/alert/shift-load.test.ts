import { describe, expect, it } from 'vitest';
import { passed } from '#domain/alert/passing.ts';
import type { Alert } from '#domain/alert/alert.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import { shiftLoadOf } from '#domain/alert/shift-load.ts';

const MINUTE = 60_000;
const load = (minutes: number[], officers: number, now = 60) =>
  shiftLoadOf(
    minutes.map((at) => at * MINUTE),
    officers,
    DEFAULT_LOAD_LIMITS,
    0,
    now * MINUTE,
  );

describe('the load of a shift', () => {
  it('is alerts an officer in ten minutes, over all of it and at its worst', () => {
    expect(load([5, 14, 15.5, 30, 61], 2)).toEqual({
      officers: 2,
      raised: 4,
      perTenMinutes: 4 / 2 / 6,
      worstTenMinutes: 1,
      floodShare: 0,
    });
    // The first is ten minutes old when the third comes.
    expect(load([0.5, 10, 10.5], 1).worstTenMinutes).toBe(2);
    expect(load([], 0)).toEqual({ officers: 0, raised: 0, perTenMinutes: 0, worstTenMinutes: 0, floodShare: 0 });
  });

  it('says which share of it was flood, one that was there when it began too', () => {
    const flood = Array.from({ length: 12 }, () => -5);
    // Eleven or more within ten minutes until five minutes into the shift.
    expect(load(flood, 1)).toMatchObject({ raised: 0, floodShare: 5 / 60 });
    expect(
      load(
        Array.from({ length: 12 }, () => 55),
        1,
      ).floodShare,
    ).toBe(5 / 60);
  });
});

describe('an alert that is passed on', () => {
  const [zhou, han] = [
    { id: 'zhou', name: '周' },
    { id: 'han', name: '韩' },
  ];
  const alert = (rest: Partial<Alert>): Alert => ({
    ...{ id: 7, caseId: 1, instance: 1, round: 0, threshold: 'timeout', caseNumber: 'E1', status: 'taken', dueAt: 1 },
    ...{ firedAt: 2, takenBy: 'zhou', takenByName: '周', takenAt: 3, resolvedAt: null, resolution: null },
    ...rest,
  });

  it('is the other’s from that instant on, and passing it again is nothing new', () => {
    const done = passed(alert({}), zhou, han, 9);
    expect(done).toMatchObject({
      kind: 'changed',
      alert: { status: 'taken', takenBy: 'han', takenByName: '韩', takenAt: 9 },
    });
    if (done.kind === 'changed') expect(passed(done.alert, zhou, han, 10)).toEqual({ kind: 'same' });
  });

  it('stays with whoever has it meanwhile, or has put it aside', () => {
    expect(passed(alert({ takenBy: 'li', takenByName: '李' }), zhou, han, 9)).toMatchObject({
      kind: 'refused',
      holder: { id: 'li', name: '李', since: 3 },
    });
    const shelf = { until: 99, at: 4, by: 'zhou', byName: '周', reason: '' };
    const aside = alert({ status: 'shelved', takenBy: null, takenByName: null, takenAt: null, shelved: shelf });
    expect(passed(aside, zhou, han, 9)).toMatchObject({ kind: 'refused', holder: { id: 'zhou', since: 4 } });
    expect(passed(alert({ status: 'resolved' }), zhou, han, 9)).toMatchObject({ kind: 'refused', holder: null });
  });

  it('is taken where it went back by itself before it was passed', () => {
    const back = { why: 'idle' as const, at: 5, from: 'zhou', fromName: '周' };
    const open = alert({ status: 'open', takenBy: null, takenByName: null, takenAt: null, returned: back });
    const done = passed(open, zhou, han, 9);
    expect(done).toMatchObject({ kind: 'changed', alert: { status: 'taken', takenBy: 'han', takenAt: 9 } });
    expect(done).not.toHaveProperty('alert.returned');
  });
});
