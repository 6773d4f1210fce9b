import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import type { Fact, FactKind } from '#domain/indicator/fact.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import { at, calendar, event, reported } from '../case/sample.ts';

const start = at('2026-11-20 09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const limit = { value: 15, unit: 'minute' } as const;

/** Events so many minutes after the report. */
function story(...steps: readonly (readonly [minutes: number, data: CaseEventData])[]): CaseEvent[] {
  return [
    reported(start),
    ...steps.map(([minutes, data], index) => event(`e${index}`, start + minutes * MINUTE, data)),
  ];
}

const accepted: CaseEventData = { type: 'accepted', next: 'file', limit };
const filed: CaseEventData = {
  type: 'filed',
  categoryKey: 'gbt30428.2-2013:component:0101',
  conditionNo: 1,
  urgent: true,
  limit,
  disposalLimit: { value: 2, unit: 'urgent-hour' },
  wholeLimit: { value: 4, unit: 'urgent-hour' },
};
const to = (department: string): CaseEventData => ({
  type: 'dispatched',
  department,
  supporting: [],
  limit: null,
  note: '',
});
const fedBack: CaseEventData = { type: 'fed-back', note: '', media: [], limit };
/** After a failed check the disposal limit runs anew. */
const checked = (passed: boolean): CaseEventData => ({
  type: 'checked',
  passed,
  note: '',
  media: [],
  limit: passed ? limit : null,
});
const closed: CaseEventData = { type: 'closed', note: '', forced: false };

/** The facts of a kind as they are known now. */
function of(kind: FactKind, events: readonly CaseEvent[]): Fact[] {
  return every(kind, events).filter(({ knownTo }) => knownTo === null);
}

/** With what was known of them before. */
function every(kind: FactKind, events: readonly CaseEvent[]): Fact[] {
  return (factsOf(7, events, calendar)?.facts ?? []).filter((fact) => fact.kind === kind);
}

describe('facts of a case', () => {
  it('charges each disposal to the department that had it, late or not', () => {
    const events = story(
      [5, accepted],
      [10, filed],
      [12, to('roads')],
      [200, fedBack],
      [210, checked(false)],
      [240, fedBack],
      [250, checked(true)],
      [255, closed],
    );
    const [first, second] = of('dispose', events);
    expect(first).toMatchObject({ department: 'roads', done: true, late: true, dueAt: start + 12 * MINUTE + 2 * HOUR });
    expect(second).toMatchObject({ department: 'roads', done: true, late: false, enteredAt: start + 210 * MINUTE });
    expect(of('rework', events)).toMatchObject([{ department: 'roads', enteredAt: start + 210 * MINUTE }]);
    expect(of('whole', events)).toMatchObject([{ done: true, late: true, dueAt: start + 10 * MINUTE + 4 * HOUR }]);
    expect(of('check', events).map(({ late }) => late)).toEqual([false, false]);
    expect(of('check-task', events)).toHaveLength(2);
  });

  it('finds a dispatch wrong once another department gets the case, and leaves the first department’s clock', () => {
    const returned: CaseEventData = { type: 'returned', reason: 'not ours', limit };
    const events = story([5, accepted], [10, filed], [12, to('roads')], [60, returned], [70, to('water')]);
    expect(of('dispatch', events).map(({ undoneAt }) => undoneAt)).toEqual([start + 70 * MINUTE, null]);
    expect(of('dispose', events)).toMatchObject([
      { department: 'roads', done: false, endedAt: start + 60 * MINUTE },
      { department: 'water', done: false, endedAt: null },
    ]);
    expect(of('return', events)).toMatchObject([{ department: 'roads' }]);
    const back = story([5, accepted], [10, filed], [12, to('roads')], [60, returned], [70, to('roads')]);
    expect(of('dispatch', back).map(({ undoneAt }) => undoneAt)).toEqual([null, null]);
  });

  it('counts a re-dispatch straight from disposal as a dispatch of its own', () => {
    const events = story([5, accepted], [10, filed], [12, to('roads')], [60, to('water')]);
    expect(of('dispatch', events)).toHaveLength(2);
    expect(of('dispose', events).map(({ department, done, endedAt }) => [department, done, endedAt !== null])).toEqual([
      ['roads', false, true],
      ['water', false, false],
    ]);
  });

  it('moves the due instant by an extension, and holds it while suspended', () => {
    const extended: CaseEventData = { type: 'extended', limit: { value: 2, unit: 'urgent-hour' }, reason: '' };
    const suspended: CaseEventData = { type: 'suspended', reason: '', until: null };
    const begun = [
      [5, accepted],
      [10, filed],
      [12, to('roads')],
    ] as const;
    expect(of('dispose', story(...begun, [20, extended]))).toMatchObject([{ dueAt: start + 12 * MINUTE + 4 * HOUR }]);
    expect(of('extension', story(...begun, [20, extended]))).toHaveLength(1);
    expect(of('dispose', story(...begun, [20, suspended]))).toMatchObject([{ dueAt: null }]);
    const [dueAt, at20, at30] = [12 * MINUTE + 2 * HOUR, 20 * MINUTE, 30 * MINUTE].map((ms) => start + ms);
    const story30 = story(...begun, [20, suspended], [30, { type: 'resumed', reason: '' }]);
    expect(every('dispose', story30)).toMatchObject([
      { dueAt, knownFrom: null, knownTo: at20 },
      { dueAt: null, knownFrom: at20, knownTo: at30 },
      { dueAt: start + 22 * MINUTE + 2 * HOUR, knownFrom: at30, knownTo: null },
    ]);
  });

  it('exempts a timeout from when its appeal was granted, and leaves it late', () => {
    const DISPOSE = 4;
    const late = story([5, accepted], [10, filed], [12, to('roads')], [200, fedBack]);
    const exempted = event('x', start + 300 * MINUTE, { type: 'exempted', instance: DISPOSE, reason: 'flood' });
    expect(every('dispose', [...late, exempted])).toMatchObject([
      { late: true, exempt: false, knownTo: start + 300 * MINUTE },
      { late: true, exempt: true, done: true, knownFrom: start + 300 * MINUTE, knownTo: null },
    ]);
    expect(of('whole', [...late, exempted])).toMatchObject([{ exempt: false }]);
  });

  it('counts what was put right on the spot apart, once it is audited', () => {
    const handled: CaseEventData = { type: 'self-handled', note: '', media: [] };
    expect(of('self-handled', story([5, handled]))).toMatchObject([{ done: false, endedAt: null }]);
    const audited = story([5, handled], [9, closed]);
    expect(of('self-handled', audited)).toMatchObject([{ done: true, endedAt: start + 9 * MINUTE }]);
    expect(of('whole', audited)).toEqual([]);
    expect(of('report', audited)).toMatchObject([{ done: false }]);
    const taken = story([5, handled], [9, accepted], [12, filed]);
    expect(of('self-handled', taken)).toMatchObject([{ done: false, endedAt: start + 9 * MINUTE }]);
    expect(of('whole', taken)).toHaveLength(1);
  });

  it('takes a duplicate out of what was filed and due from when it was joined', () => {
    const joined: CaseEventData = { type: 'joined', to: 'E1', reason: 'twice' };
    const events = story([5, accepted], [10, filed], [12, to('roads')], [40, joined]);
    const at40 = start + 40 * MINUTE;
    for (const kind of ['file', 'dispatch', 'dispose', 'whole'] as const)
      expect(of(kind, events)).toMatchObject([{ leaves: 'duplicate', undoneAt: at40 }]);
    expect(every('report', events)).toMatchObject([
      { done: true, knownTo: at40 },
      { done: false, knownFrom: at40 },
    ]);
    expect(of('accept', events)).toMatchObject([{ done: true, leaves: null }]);
    expect(of('void', events)).toEqual([]);
  });

  it('takes all due of a void case, and marks its filing as wrong', () => {
    const events = story(
      [5, accepted],
      [10, filed],
      [12, to('roads')],
      [30, fedBack],
      [40, { type: 'voided', reason: 'twice' }],
    );
    const voidAt = start + 40 * MINUTE;
    for (const kind of ['dispatch', 'dispose', 'check', 'check-task', 'whole'] as const)
      expect(of(kind, events)).toMatchObject([{ undoneAt: voidAt, leaves: 'voided' }]);
    expect(of('file', events)).toMatchObject([{ undoneAt: voidAt, leaves: null, done: true }]);
    expect(of('accept', events)).toMatchObject([{ undoneAt: null, done: true }]);
    expect(of('whole', events)).toMatchObject([{ done: false }]);
    expect(of('void', events)).toHaveLength(1);
  });

  it('sends what the public reports on site first', () => {
    const verified = (found: boolean): CaseEventData => ({ type: 'verified', found, media: [], limit });
    const first = reported(start, { channel: 'public' });
    const sent = event('s', start + 20 * MINUTE, { type: 'accepted', next: 'verify', limit });
    const answer = (found: boolean) => event('v', start + 30 * MINUTE, verified(found));
    expect(of('verify-task', [first])).toMatchObject([{ endedAt: null, dueAt: start + 15 * MINUTE }]);
    expect(of('verify-task', [first, sent])).toMatchObject([{ done: true, late: true }]);
    expect(of('verify', [first, sent, answer(true)])).toMatchObject([{ done: true, late: false }]);
    expect(of('confirm', [first, sent, answer(true)])).toHaveLength(1);
    expect(of('confirm', [first, sent, answer(false)])).toHaveLength(0);
    expect(of('verify-task', story([5, accepted]))).toHaveLength(0);
  });

  it('judges a foreign system’s case by the due instant it gave', () => {
    const told = reported(start, { conduct: 'told', dueGiven: start + HOUR, limit: null });
    const end = (minutes: number) => [
      told,
      event('c', start + minutes * MINUTE, { type: 'told', phase: 'closed', note: '' }),
    ];
    expect(of('whole', [told])).toMatchObject([{ dueAt: start + HOUR, endedAt: null, done: false }]);
    expect(of('whole', end(60))).toMatchObject([{ done: true, late: false }]);
    expect(of('whole', end(61))).toMatchObject([{ done: true, late: true }]);
    expect(of('file', end(60))).toMatchObject([{ done: true, endedAt: start }]);
  });

  it('has no facts without a report', () => {
    expect(factsOf(1, [event('x', start, closed)], calendar)).toBeNull();
  });
});
