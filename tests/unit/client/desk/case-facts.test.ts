import { describe, expect, test } from 'vitest';
import { closedByHand } from '#client/desk/acts/closed-by-hand.ts';
import { closedReason, postsOf } from '#client/desk/acts/closed-reason.ts';
import { passedEntries } from '#client/desk/case/passed.ts';
import { involvedIn } from '#client/desk/case/people.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { exampleDetail } from '#wire/http/examples.ts';

const detail = exampleDetail as CaseDetailAnswer;
const clock = { instance: 2, round: 0, basis: 'working' as const, warnAt: 5, dueAt: 9, provisional: false };
const closed = {
  ...{
    id: 7,
    caseId: 1,
    caseNumber: 'E-1',
    instance: 2,
    round: 0,
    threshold: 'warning' as const,
    dueAt: 5,
    firedAt: 5,
  },
  ...{ status: 'resolved' as const, takenBy: null, takenByName: null, takenAt: null, resolvedAt: 8 },
  resolution: 'by-hand',
  disposition: { kind: 'known' as const, note: '已电话确认', by: 'p', byName: '周岚', at: 8 },
};
const withAlerts = (alerts: CaseDetailAnswer['alerts']): CaseDetailAnswer => {
  return { ...detail, summary: { ...detail.summary, stageClock: clock, wholeClock: null }, alerts };
};

describe('what a case shows', () => {
  test('tells who closed an alert and why, among all that happened', () => {
    const line = passedEntries(withAlerts([closed])).find(({ type }) => type === 'alert-closed');
    expect(line).toMatchObject({ at: 8, actor: '周岚', data: { kind: 'known', note: '已电话确认' } });
  });

  test('offers to bring back what was closed while its clock runs, and nothing else', () => {
    const ids = (one: CaseDetailAnswer) => closedByHand(one).map(({ id }) => id);
    expect(ids(withAlerts([closed]))).toEqual([7]);
    expect(ids(withAlerts([{ ...closed, round: 1 }]))).toEqual([]);
    expect(ids(withAlerts([{ ...closed, resolution: 'moved-on' }]))).toEqual([]);
    expect(ids(withAlerts([closed, { ...closed, id: 8, threshold: 'timeout', resolution: 'moved-on' }]))).toEqual([]);
  });

  test('names the people who had a part in it, each once, the last to act first', () => {
    const entry = (id: string, at: number, kind: 'person' | 'system' = 'person') => {
      return { eventId: `e${at}`, at, recordedAt: at, actor: { kind, id, name: id }, type: 'urged', data: {} };
    };
    const asked = { ...entry('li', 2), type: 'requested', data: { kind: 'extension', reason: '配件未到' } };
    const timeline = [entry('zhou', 1), asked, entry('zhou', 3), entry('clock', 4, 'system')];
    const taken = { ...closed, takenBy: 'han', takenByName: 'han', takenAt: 9 };
    expect(involvedIn({ timeline, alerts: [taken] })).toEqual([
      { id: 'han', name: 'han', at: 9, did: { type: 'alert-taken', data: {} } },
      { id: 'zhou', name: 'zhou', at: 3, did: { type: 'urged', data: {} } },
      // What it was about is part of the sentence, what was written is not.
      { id: 'li', name: 'li', at: 2, did: { type: 'requested', data: { kind: 'extension' } } },
    ]);
  });

  test('says of a move that is for other posts whose it is', () => {
    const running = { ...detail, summary: { ...detail.summary, phase: 'dispatch' as const, conduct: 'own' as const } };
    expect(closedReason(running, 'dispatch', 'collector', DEFAULT_RULES)).toEqual({
      why: 'post',
      posts: expect.arrayContaining(['duty-officer', 'dispatcher']) as string[],
    });
    expect(postsOf('force-close')).toEqual(['leader']);
  });
});
