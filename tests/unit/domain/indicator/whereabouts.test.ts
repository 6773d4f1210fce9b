import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import type { Fact, FactKind } from '#domain/indicator/fact.ts';
import { factsOf } from '#domain/indicator/facts-of.ts';
import { at, calendar, event, reported } from '../case/sample.ts';

const start = at('2026-11-20 09:00');
const MINUTE = 60_000;
const limit = { value: 15, unit: 'minute' } as const;
const nowhere = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };
const filed: CaseEventData = {
  ...{ type: 'filed', categoryKey: 'gbt30428.2-2013:component:0101', conditionNo: 1, urgent: true, limit },
  ...{ disposalLimit: { value: 2, unit: 'urgent-hour' }, wholeLimit: { value: 4, unit: 'urgent-hour' } },
};
const to = (department: string): CaseEventData => ({
  type: 'dispatched',
  department,
  supporting: [],
  limit: null,
  note: '',
});

function known(kind: FactKind, events: readonly CaseEvent[], asOf: number): Fact[] {
  return (factsOf(7, events, calendar)?.facts ?? []).filter(
    (fact) =>
      fact.kind === kind &&
      fact.enteredAt < asOf &&
      (fact.knownFrom ?? -Infinity) < asOf &&
      asOf <= (fact.knownTo ?? Infinity),
  );
}

describe('whereabouts of a case', () => {
  const after = (minutes: number): number => start + minutes * MINUTE;
  const sentTwice = [
    reported(start),
    event('a', after(1), { type: 'accepted', next: 'file', limit }),
    event('f', after(2), filed),
    event('d1', after(3), to('120101-1')),
    event('r', after(10), { type: 'returned', reason: 'not ours', limit }),
    event('d2', after(20), to('120101-2')),
  ];

  it('the whole case is of the department that had it as of an instant', () => {
    expect(known('whole', sentTwice, after(15))).toMatchObject([{ department: '120101-1' }]);
    expect(known('report', sentTwice, after(15))).toMatchObject([{ department: '120101-1' }]);
    expect(known('whole', sentTwice, after(25))).toMatchObject([{ department: '120101-2' }]);
    expect(known('report', sentTwice, after(2))).toMatchObject([{ department: '120101-1' }]);
  });

  it('each passage stays with the department it was about', () => {
    expect(known('dispatch', sentTwice, after(25)).map(({ department }) => department)).toEqual([
      '120101-1',
      '120101-2',
    ]);
    expect(known('dispose', sentTwice, after(25)).map(({ department }) => department)).toEqual([
      '120101-1',
      '120101-2',
    ]);
    expect(known('accept', sentTwice, after(25))).toMatchObject([{ department: '120101-1' }]);
  });

  it('a case that a district was found for later lay nowhere until then', () => {
    const passed = [
      reported(start, { place: nowhere, position: null }),
      event('p', after(5), { type: 'passed', to: '120104', note: '', limit }),
    ];
    expect(known('report', passed, after(3))).toMatchObject([{ place: { districtCode: null } }]);
    const now = known('report', passed, after(6));
    expect(now).toHaveLength(1);
    expect(now[0]?.place).toBeUndefined();
    expect(factsOf(7, passed, calendar)?.place.districtCode).toBe('120104');
    // What began where it lies now was never elsewhere.
    expect(known('accept', passed, after(6)).map(({ place, knownFrom }) => [place, knownFrom])).toContainEqual([
      undefined,
      null,
    ]);
  });
});
