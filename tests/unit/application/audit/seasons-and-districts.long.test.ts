import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CalendarShelf } from '#application/audit/calendar-shelf.ts';
import { reachedAfter, type AuditEvent } from '#application/audit/walk.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import { foldCase } from '#domain/case/fold.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { limitUnits } from '#domain/clock/limit.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const city: Calendar = {
  ...chinaCalendar,
  districts: {
    '120116': {
      name: { zh: '滨海新区', en: 'Binhai' },
      hours: [{ intervals: [['09:00', '17:00']] }],
      specialDays: [
        { date: '2026-11-25', workday: false, name: { zh: '区', en: 'local' }, source: 'the district' },
        { date: '2026-10-01', workday: true, name: { zh: '区', en: 'local' }, source: 'the district' },
      ],
    },
    '120115': {
      name: { zh: '宝坻区', en: 'Baodi' },
      workweek: [1, 2, 3, 4, 5, 6],
      seasons: {
        planting: {
          spans: [
            { from: '10-20', to: '11-15' },
            { from: '03-10', to: '04-20' },
          ],
          clock: 'runs',
        },
      },
    },
  },
};
const compiled = compileCalendar(city);
const shelf = new CalendarShelf([{ version: city.version, since: 0, document: city }]);

const hour = 3_600_000;
const actor = { kind: 'system', id: 'test', name: 'test' } as const;

function logOf(steps: readonly (readonly [at: number, data: CaseEventData])[]): CaseEvent[] {
  return steps.map(([at, data], index) => ({ eventId: `e${index}`, at, recordedAt: at, actor, data }));
}

function audited(events: readonly CaseEvent[]): AuditEvent[] {
  return events.map(({ data, eventId, at, recordedAt }, index) => ({
    ...{ position: index + 1, eventId, at, recordedAt, type: data.type },
    data: { ...data },
  }));
}

const limit = fc.record(
  {
    value: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom(...limitUnits),
    season: fc.constant('planting' as const),
  },
  { requiredKeys: ['value', 'unit'] },
);
const start = fc.integer({ min: Date.parse('2025-06-01') / hour, max: Date.parse('2027-06-01') / hour });
const district = fc.constantFrom('120116', '120115', '120101', null);
const pauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 })), {
  maxLength: 3,
});

test('the auditor counts seasons and districts as the clocks do, by code of its own', () => {
  let seasonal = 0;
  fc.assert(
    fc.property(limit, start, district, pauses, fc.boolean(), (given, first, districtCode, lengths, extended) => {
      const place = { inside: true, districtCode, subdistrictCode: null, communityCode: null, gridCode: null };
      let at = first * hour;
      const steps: [number, CaseEventData][] = [
        [
          at,
          {
            ...{ type: 'reported', conduct: 'own', channel: 'collector', categoryKey: null, conditionNo: null },
            ...{ description: '', address: '', position: null, place, reporter: null, media: [], dueGiven: null },
            limit: null,
          },
        ],
        [(at += hour), { type: 'accepted', next: 'file', limit: null }],
        [
          (at += hour),
          {
            ...{ type: 'filed', categoryKey: 'c', conditionNo: 1, urgent: false, limit: null },
            ...{ disposalLimit: given, wholeLimit: { ...given, value: given.value + 1 } },
          },
        ],
        [(at += hour), { type: 'dispatched', department: 'd', supporting: [], limit: null, note: '' }],
      ];
      for (const [gap, length] of lengths) {
        steps.push([(at += gap * hour), { type: 'suspended', reason: '', until: null }]);
        steps.push([(at += length * hour), { type: 'resumed', reason: '' }]);
      }
      if (extended) steps.push([(at += hour), { type: 'extended', limit: given, reason: '' }]);
      const events = logOf(steps);
      const { stageClock, wholeClock } = runningClocks(foldCase(events), compiled, defaultThresholds);
      const expected = [stageClock, wholeClock].flatMap((clock) =>
        clock === null
          ? []
          : [
              { instance: clock.instance, round: clock.round, threshold: 'warning', at: clock.warnAt },
              { instance: clock.instance, round: clock.round, threshold: 'timeout', at: clock.dueAt },
            ],
      );
      const log = audited(events);
      expect(reachedAfter(log, shelf.inForce(log, log.length))).toEqual(expected);
      if (given.season) seasonal += 1;
    }),
    { numRuns: 120 },
  );
  expect(seasonal).toBeGreaterThan(20);
});

test('a case that is passed to a district is counted by that district’s hours', () => {
  const reported = Date.parse('2026-11-23T16:30+08:00');
  const nowhere = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };
  const events = logOf([
    [
      reported,
      {
        ...{ type: 'reported', conduct: 'own', channel: 'public', categoryKey: null, conditionNo: null },
        ...{ description: '', address: '', position: null, place: nowhere, reporter: null, media: [], dueGiven: null },
        limit: { value: 1, unit: 'working-hour' },
      },
    ],
    [reported + 60_000, { type: 'passed', to: '120116', note: '', limit: { value: 1, unit: 'working-hour' } }],
  ]);
  const log = audited(events);
  const due = reachedAfter(log, shelf.inForce(log, log.length)).find(({ threshold }) => threshold === 'timeout');
  expect(due?.at).toBe(Date.parse('2026-11-24T09:31+08:00'));
  expect(runningClocks(foldCase(events), compiled, defaultThresholds).stageClock?.dueAt).toBe(due?.at);
});
