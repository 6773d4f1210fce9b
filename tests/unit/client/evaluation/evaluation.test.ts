import { describe, expect, it } from 'vitest';
import { openZone } from '#domain/calendar/zone.ts';
import { GRADES } from '#domain/indicator/grade.ts';
import { gradeColour, gradeRange } from '#client/evaluation/grades.ts';
import {
  addressOf,
  moved,
  questionFrom,
  searchOf,
  spanOf,
  type Question,
} from '#client/evaluation/question/question.ts';
import { seriesOption } from '#client/evaluation/series/series-option.ts';
import { tableRows } from '#client/evaluation/tables/table-rows.ts';
import type { EvaluationAnswer, EvaluationCell, EvaluationRow, SeriesAnswer } from '#wire/http/evaluation.ts';

const zone = openZone('Asia/Shanghai');
const asked = (text: string): Question => questionFrom(new URLSearchParams(text), '2026-11-23');

describe('what a page of figures asks', () => {
  it('is the running month where the address says nothing, or nonsense', () => {
    const month = { span: 'month', date: '2026-11-23', until: '2026-11-23', asOf: null };
    expect(asked('')).toEqual(month);
    expect(asked('span=fortnight&date=2026-13-40&asOf=soon')).toEqual(month);
  });

  it('reads back what it writes', () => {
    for (const text of ['span=week&date=2026-02-03', 'span=any&date=2026-01-01&until=2026-01-09&asOf=1795316800000'])
      expect(searchOf(asked(text)).toString()).toBe(text);
    expect(asked('span=any&date=2026-01-09&until=2026-01-01').until).toBe('2026-01-09');
  });

  it('moves to the span before and after, and any run of days by its own length', () => {
    expect(spanOf(moved(asked('span=quarter&date=2026-02-03'), -1, zone), zone).label).toBe('2025-Q4');
    expect(spanOf(moved(asked('span=month&date=2026-01-31'), 1, zone), zone).label).toBe('2026-02');
    const run = asked('span=any&date=2026-03-01&until=2026-03-10');
    expect(moved(run, -1, zone)).toMatchObject({ date: '2026-02-19', until: '2026-02-28' });
    expect(moved(moved(run, -1, zone), 1, zone)).toEqual(run);
  });

  it('asks the server with the days of the span', () => {
    const indicators = ['R15', 'B14'];
    expect(
      addressOf('/api/v1/evaluation', asked('span=half&date=2026-02-03'), {
        object: 'place',
        level: 'district',
        indicators,
      }),
    ).toBe('/api/v1/evaluation?object=place&span=half&at=2026-02-03&level=district&indicators=R15%2CB14');
    const any = asked('span=any&date=2026-01-01&until=2026-01-09&asOf=1795316800000');
    expect(addressOf('/x', any, { object: 'department' }, { format: 'csv' })).toBe(
      '/x?object=department&span=any&from=2026-01-01&to=2026-01-09&asOf=2026-11-22T03%3A06%3A40.000Z&format=csv',
    );
  });
});

const cell = (more: Partial<EvaluationCell>): EvaluationCell => ({
  value: 90,
  text: '90.00',
  numerator: 9,
  denominator: 10,
  why: null,
  tooFew: false,
  grade: null,
  rank: null,
  rankBefore: null,
  before: null,
  ...more,
});
const row = (code: string, role: EvaluationRow['role'], more: Partial<EvaluationCell>): EvaluationRow => ({
  code,
  name: { zh: code, en: code },
  role,
  cells: { R15: cell(more) },
});

describe('a league', () => {
  const answer = (object: EvaluationAnswer['object'], rows: EvaluationRow[]): EvaluationAnswer => ({
    object,
    level: null,
    parent: null,
    span: { kind: 'day', from: 0, to: 0, firstDate: '', lastDate: '', label: '' },
    before: { kind: 'day', from: 0, to: 0, firstDate: '', lastDate: '', label: '' },
    asOf: 0,
    countedAt: 0,
    settings: { choices: {}, grades: [90, 75, 60, 40], leastSample: 20 },
    indicators: ['R15'],
    total: row('sum', 'total', {}),
    rows,
    totalRows: rows.length,
  });

  it('has the sum first, then ranks, then what has none, then what lies nowhere', () => {
    const rows = [
      row('feed', 'source', {}),
      row('', 'unknown', {}),
      row('small', 'one', { tooFew: true }),
      row('b', 'one', { rank: 2 }),
      row('a', 'one', { rank: 1 }),
    ];
    expect(tableRows(answer('place', rows), 'R15').map(({ code }) => code)).toEqual([
      'sum',
      'a',
      'b',
      'small',
      'feed',
      '',
    ]);
  });

  it('leaves out people who did none of the work, never places', () => {
    const idle = row('idle', 'one', { value: null, text: null, numerator: 0, denominator: 0 });
    expect(tableRows(answer('person', [idle]), 'R15')).toHaveLength(1);
    const notKept = row('not-kept', 'one', { value: null, text: null, numerator: null, why: 'not-kept' });
    expect(tableRows(answer('person', [notKept]), 'R15')).toHaveLength(1);
    expect(tableRows(answer('place', [idle]), 'R15')).toHaveLength(2);
  });

  it('colours every grade apart, and what has none not at all', () => {
    expect(new Set(GRADES.map(gradeColour)).size).toBe(GRADES.length);
    expect(gradeColour(null)).toBeNull();
    expect(GRADES.map((_, index) => gradeRange([90, 75, 60, 40], index))).toEqual([
      '90 – 100',
      '75 – 90',
      '60 – 75',
      '40 – 60',
      '0 – 40',
    ]);
  });
});

describe('an indicator over time', () => {
  const points = (values: (number | null)[]): SeriesAnswer['points'] =>
    values.map((value, index) => ({
      span: { kind: 'month', from: 0, to: 0, firstDate: '', lastDate: '', label: `2026-${index + 1}` },
      asOf: 0,
      cell: { value, text: null, numerator: null, denominator: null, why: null, tooFew: index === 0, grade: null },
    }));
  const axis = (values: (number | null)[], percent: boolean): unknown => seriesOption(points(values), percent).yAxis;

  it('does not stretch small differences between rates to the full height', () => {
    expect(axis([98.2, 98.9], true)).toMatchObject({ min: 80, max: 100 });
    expect(axis([12, 98.9], true)).toMatchObject({ min: 10 });
    expect(axis([40, 900], false)).toMatchObject({ min: 0 });
    expect(axis([null], true)).toMatchObject({ min: 0, max: 100 });
  });

  it('breaks where there is no value and marks a small sample', () => {
    const [line] = seriesOption(points([90, null]), true).series as { data: unknown[]; connectNulls: boolean }[];
    expect(line).toMatchObject({ connectNulls: false });
    expect(line?.data).toEqual([
      { value: 90, symbol: 'emptyCircle' },
      { value: null, symbol: 'circle' },
    ]);
  });
});
