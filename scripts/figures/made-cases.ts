// Case histories from which any counts can be built: each is a log as the platform would hold it, of which one thing
// falls into the counted week and everything else before it.
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import type { Limit } from '#domain/clock/limit.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import type { CaseFacts } from '#domain/indicator/fact.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The counted week as instants, counted as of a day after it; any week of the calendar would do. */
export const WEEK = { from: Date.UTC(2026, 0, 5), to: Date.UTC(2026, 0, 12), asOf: Date.UTC(2026, 0, 13) };

const BEFORE = WEEK.from - 20 * DAY;
const INSIDE = WEEK.from + 3 * DAY;

/** A limit that is still running at the week's end, and one that has run out long before it. */
const LONG: Limit = { value: 60, unit: 'day' };
const limitTo = (from: number, due: number): Limit => ({ value: (due - from) / HOUR, unit: 'urgent-hour' });

export const MADE = [
  'reported',
  'reported-filed',
  'accepted',
  'verified-on-time',
  'verified-late',
  'verify-overdue',
  'sent-on-time',
  'sent-late',
  'send-overdue',
  'confirmed',
  'filed-on-time',
  'filed-late',
  'filed-void',
  'dispatched-on-time',
  'dispatched-late',
  'dispatch-overdue',
  'disposed-on-time',
  'disposed-late',
  'dispose-overdue',
  'checked-on-time',
  'checked-late',
  'check-overdue',
  'reworked',
  'returned',
  'extended',
  'closed-on-time',
  'closed-late',
  'close-overdue',
] as const;
export type Made = (typeof MADE)[number];

/** Stages in order, with when each was passed; null: not passed. `limits` of the stage that begins with it. */
type Course = {
  channel?: 'collector' | 'public';
  times: readonly (number | null)[];
  limit?: { stage: Step; value: Limit };
  whole?: Limit;
  more?: readonly [number, CaseEventData][];
};

const STEPS = ['report', 'accept', 'verify', 'file', 'dispatch', 'dispose', 'check', 'close'] as const;
type Step = (typeof STEPS)[number];

/** Passed up to a step long before the week, then that step (or none) inside it. */
function until(step: Step, inside: Step | null, channel: Course['channel'] = 'collector'): Course['times'] {
  const last = STEPS.indexOf(step);
  return STEPS.map((name, index) => {
    if (name === 'verify' && channel === 'collector') return null;
    if (name === inside) return INSIDE;
    return index <= last ? BEFORE + index * HOUR : null;
  });
}

const soon = (entered: number): Limit => limitTo(entered, INSIDE - HOUR);
const later = (entered: number): Limit => limitTo(entered, INSIDE + HOUR);
const at = (step: Step): number => BEFORE + STEPS.indexOf(step) * HOUR;

/** On time, late and overdue in the stage that follows `before` and ends with `step`. */
function timed(before: Step, step: Step, channel: Course['channel'] = 'collector'): [Course, Course, Course] {
  const limited = (value: Limit, inside: Step | null): Course => ({
    channel,
    times: until(before, inside, channel),
    limit: { stage: before, value },
  });
  return [limited(later(at(before)), step), limited(soon(at(before)), step), limited(soon(at(before)), null)];
}

function courses(): Record<Made, Course> {
  const [verified, verifiedLate, verifyOverdue] = timed('accept', 'verify', 'public');
  const [sent, sentLate, sendOverdue] = timed('report', 'accept', 'public');
  const [filed, filedLate] = timed('accept', 'file');
  const [dispatched, dispatchedLate, dispatchOverdue] = timed('file', 'dispatch');
  const [disposed, disposedLate, disposeOverdue] = timed('dispatch', 'dispose');
  const [checked, checkedLate, checkOverdue] = timed('dispose', 'check');
  const start = at('file');
  return {
    reported: { times: STEPS.map((step) => (step === 'report' ? INSIDE : null)) },
    'reported-filed': { times: STEPS.map((step, index) => (step === 'verify' || index > 3 ? null : INSIDE + index)) },
    accepted: { times: until('report', 'accept') },
    'verified-on-time': verified,
    'verified-late': verifiedLate,
    'verify-overdue': verifyOverdue,
    'sent-on-time': sent,
    'sent-late': sentLate,
    'send-overdue': sendOverdue,
    confirmed: verified,
    'filed-on-time': filed,
    'filed-late': filedLate,
    'filed-void': { ...filed, more: [[INSIDE + HOUR, { type: 'voided', reason: '' }]] },
    'dispatched-on-time': dispatched,
    'dispatched-late': dispatchedLate,
    'dispatch-overdue': dispatchOverdue,
    'disposed-on-time': disposed,
    'disposed-late': disposedLate,
    'dispose-overdue': disposeOverdue,
    'checked-on-time': checked,
    'checked-late': checkedLate,
    'check-overdue': checkOverdue,
    reworked: { times: until('dispose', null), more: [[INSIDE, { type: 'reworked', reason: '', limit: LONG }]] },
    returned: { times: until('dispatch', null), more: [[INSIDE, { type: 'returned', reason: '', limit: LONG }]] },
    extended: { times: until('dispatch', null), more: [[INSIDE, { type: 'extended', reason: '', limit: LONG }]] },
    'closed-on-time': { times: until('check', 'close'), whole: later(start) },
    'closed-late': { times: until('check', 'close'), whole: soon(start) },
    'close-overdue': { times: until('check', null), whole: soon(start) },
  };
}

/** The facts of one case of each history, counted by the platform's own rules. */
export function madeCases(calendar: CompiledCalendar): ReadonlyMap<Made, CaseFacts> {
  const all = courses();
  return new Map(
    MADE.map((made) => {
      const facts = factsOf(1, logOf(all[made]), calendar);
      if (facts === null) throw new RangeError(`the history ${made} has no report`);
      return [made, facts];
    }),
  );
}

function logOf({ channel = 'collector', times, limit, whole = LONG, more = [] }: Course): CaseEvent[] {
  const limitOf = (stage: Step): Limit => (limit?.stage === stage ? limit.value : LONG);
  const data: Record<Step, CaseEventData> = {
    report: {
      type: 'reported',
      conduct: 'own',
      channel,
      categoryKey: null,
      conditionNo: null,
      description: '',
      address: '',
      position: null,
      place: { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null },
      reporter: null,
      media: [],
      dueGiven: null,
      limit: limitOf('report'),
    },
    accept: { type: 'accepted', next: channel === 'public' ? 'verify' : 'file', limit: limitOf('accept') },
    verify: { type: 'verified', found: true, media: [], limit: limitOf('verify') },
    file: {
      type: 'filed',
      categoryKey: 'made:event:1/1',
      conditionNo: 1,
      urgent: true,
      limit: limitOf('file'),
      disposalLimit: LONG,
      wholeLimit: whole,
    },
    dispatch: { type: 'dispatched', department: 'made', supporting: [], limit: limitOf('dispatch'), note: '' },
    dispose: { type: 'fed-back', note: '', media: [], limit: limitOf('dispose') },
    check: { type: 'checked', passed: true, note: '', media: [], limit: limitOf('check') },
    close: { type: 'closed', note: '', forced: false },
  };
  const passed = STEPS.flatMap((step, index): [number, CaseEventData][] => {
    const when = times[index];
    return when == null ? [] : [[when, data[step]]];
  });
  const actor = { kind: 'person', id: 'made', name: 'made' } as const;
  return [...passed, ...more].map(([when, one], index) => ({
    eventId: String(index),
    at: when,
    recordedAt: when,
    actor,
    data: one,
  }));
}
