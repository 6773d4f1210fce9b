import { describe, expect, it } from 'vitest';
import { plainCalendar, type Calendar } from '#domain/calendar/calendar.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { entriesOf, isOn, treeOf } from '#client/admin/catalogue/catalogue-tree.ts';
import { specialRuns, yearGrid, yearSums } from '#client/admin/calendar/year-grid.ts';
import { tryDue } from '#client/admin/calendar/try-due.ts';
import { limitRows, passes, roughMs, seasonal, unitsIn } from '#client/admin/limits/limit-rows.ts';
import { districtsWithLimits, stageRows } from '#client/admin/limits/stage-rows.ts';
import { holds } from '#client/admin/names.ts';
import { areaText } from '#client/admin/places/area-text.ts';
import type { DictionaryCategory } from '#client/stores/dictionary-store.ts';

const category = (key: string, kind: 'component' | 'event', classCode: string, name: string): DictionaryCategory => ({
  key,
  kind,
  classCode,
  nameZh: name,
  nameEn: `${name} in English`,
  shortZh: name,
  shortEn: name,
  classZh: `大类${classCode}`,
  classEn: `Class ${classCode}`,
  conditions: [
    {
      no: 1,
      zh: '破损',
      en: 'broken',
      closeZh: '修好',
      closeEn: 'repaired',
      limit: { value: 4, unit: 'working-hour' },
    },
    { no: 2, zh: '缺失', en: 'gone', closeZh: '补齐', closeEn: 'replaced', limit: { value: 2, unit: 'urgent-hour' } },
  ],
});
const cover = category('gbt30428.2-2013:component:0101', 'component', '01', '井盖');
const rubbish = category('gbt30428.2-2013:event:0103', 'event', '01', '暴露垃圾');
const lamp = category('gbt47678.5-2026:component:01002', 'component', '01', '路灯');
const foreign = category('boston311:event:Street Lights/Outage', 'event', 'Street Lights', 'Outage');

describe('the catalogue in force', () => {
  const entries = entriesOf([cover, rubbish, lamp, foreign]);

  it('hangs subclasses on their code system, kind and class', () => {
    const tree = treeOf(entries);
    expect(tree.map(({ system, count }) => [system, count])).toEqual([
      ['gbt30428.2-2013', 2],
      ['gbt47678.5-2026', 1],
      ['boston311', 1],
    ]);
    expect(tree[0]?.kinds.map(({ kind, classes }) => [kind, classes.length])).toEqual([
      ['component', 1],
      ['event', 1],
    ]);
  });

  it('keeps component 01 and event 01 apart, and shows the code as it is printed', () => {
    const on = entries.filter((entry) => isOn({ system: 'gbt30428.2-2013', kind: 'event', classCode: '01' }, entry));
    expect(on.map(({ code }) => code)).toEqual(['0103']);
    expect(entries.map(({ code }) => code)).toEqual(['0101', '0103', '01002', 'Street Lights/Outage']);
  });

  it('finds by any of the words, in any case', () => {
    expect(holds('', ['x'])).toBe(true);
    expect(holds(' ENGLISH 井 ', ['井盖', '井盖 in English'])).toBe(true);
    expect(holds('lamp 井', ['井盖'])).toBe(false);
  });
});

describe('the handbook in force', () => {
  const rows = limitRows([cover, rubbish]);

  it('has a row for every filing condition', () => {
    expect(rows.map(({ key }) => key)).toEqual([
      `${cover.key}#1`,
      `${cover.key}#2`,
      `${rubbish.key}#1`,
      `${rubbish.key}#2`,
    ]);
    expect(unitsIn(rows)).toEqual(['urgent-hour', 'working-hour']);
  });

  it('is narrowed by words, kind and unit together', () => {
    const found = rows.filter((row) =>
      passes({ words: '缺失', kind: 'event', unit: 'urgent-hour', retired: false }, row),
    );
    expect(found.map(({ key }) => key)).toEqual([`${rubbish.key}#2`]);
  });

  it('says who answers and where the limit is from, and is found by both', () => {
    const standing = { trade: 'water', department: '自来水公司', source: '本市手册' } as const;
    const plain = { condition: { zh: '', en: '' }, close: { zh: '', en: '' }, season: null, generic: false };
    const limit = { value: 2, unit: 'urgent-hour' } as const;
    const told = limitRows([cover, rubbish], [{ ...plain, ...standing, limit, category: cover.key, no: 2 }]);
    const found = (words: string): string[] =>
      told.filter((row) => passes({ words, kind: null, unit: null, retired: false }, row)).map(({ key }) => key);
    expect(told.map((row) => row.standing?.source ?? null)).toEqual([null, '本市手册', null, null]);
    expect([found('自来水公司'), found('本市手册')]).toEqual([[`${cover.key}#2`], [`${cover.key}#2`]]);
  });

  it('hides what is retired until it is asked for', () => {
    const old = limitRows([
      { ...cover, conditions: cover.conditions?.map((one) => ({ ...one, retired: true as const })) },
    ]);
    const shown = (retired: boolean): number =>
      old.filter((row) => passes({ words: '', kind: null, unit: null, retired }, row)).length;
    expect([shown(false), shown(true)]).toEqual([0, 2]);
  });

  it('sorts limits of different measures about as they fall due', () => {
    const ordered = [
      { value: 30, unit: 'minute' as const },
      { value: 2, unit: 'urgent-hour' as const },
      { value: 2, unit: 'working-hour' as const },
      { value: 2, unit: 'working-day' as const },
    ].map(roughMs);
    expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
  });
});

describe('the calendar in force', () => {
  const special = (date: string, workday: boolean) => ({
    date,
    workday,
    name: { zh: '国庆节', en: 'National Day' },
    source: 'notice',
  });
  const calendar: Calendar = {
    ...plainCalendar,
    specialDays: [
      special('2026-10-01', false),
      special('2026-10-02', false),
      special('2026-10-03', false),
      special('2026-10-10', true),
    ],
    publishedThrough: 2026,
    firstYear: 2025,
    lastYear: 2027,
  };
  const compiled = compileCalendar(calendar);

  it('lays every day of a year into weeks from Monday on', () => {
    const months = yearGrid(compiled, 2026);
    const days = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null);
    expect(days).toHaveLength(365);
    for (const { weeks } of months)
      for (const week of weeks)
        week.forEach((day, index) => expect(day === null || day.weekday === index + 1).toBe(true));
  });

  it('counts the year and names its runs of days off', () => {
    const months = yearGrid(compiled, 2026);
    expect(yearSums(months)).toEqual({ workdays: 261 - 2 + 1, holidays: 3, makeups: 1, provisional: false });
    expect(specialRuns(months).map(({ from, to, days, workday }) => [from, to, days, workday])).toEqual([
      ['2026-10-01', '2026-10-03', 3, false],
      ['2026-10-10', '2026-10-10', 1, true],
    ]);
    expect(yearSums(yearGrid(compiled, 2027)).provisional).toBe(true);
  });

  it('tries a limit by the clock that cases have, over a holiday', () => {
    const tried = tryDue(compiled, { start: '2026-09-30T16:00', value: 4, unit: 'working-hour' }, 'en');
    if ('refused' in tried) throw new Error(tried.refused);
    // Two hours on the 30th, the holiday and its weekend are skipped, two hours on Monday the 5th.
    expect(tried.dueAt).toBe(Date.UTC(2026, 9, 5, 2, 0));
    expect(tried.provisional).toBe(false);
    expect(tried.lines.at(-1)).toContain('due');
  });

  it('says what it cannot count', () => {
    const limit = { value: 2, unit: 'working-day' as const };
    expect(tryDue(compiled, { ...limit, start: '' }, 'zh')).toEqual({ refused: 'badStart' });
    expect(tryDue(compiled, { ...limit, start: '2026-02-30T10:00' }, 'zh')).toEqual({ refused: 'badStart' });
    expect(tryDue(compiled, { ...limit, value: 0, start: '2026-02-03T10:00' }, 'zh')).toEqual({ refused: 'badLimit' });
    expect(tryDue(compiled, { ...limit, start: '2027-12-31T10:00' }, 'zh')).toEqual({ refused: 'outside' });
  });
});

describe('an area', () => {
  it('reads in the unit that fits it', () => {
    expect([9_812.4, 4_230_000, 1_134_000_000].map(areaText)).toEqual(['9,812 m²', '4.2 km²', '1,134 km²']);
  });
});

describe('the limits of the stages in force', () => {
  const limit = (stage: 'accept' | 'check', value: number, district: string | null = null) =>
    ({ stage, district, limit: { value, unit: 'minute' }, source: 's' }) as const;
  const limits = [limit('accept', 15), limit('check', 30), limit('check', 60, '120116'), limit('check', 40, '120101')];

  it('are a row a stage, with what districts have of their own', () => {
    expect(districtsWithLimits(limits)).toEqual(['120101', '120116']);
    const [accept, check] = stageRows(limits);
    expect([accept?.stage, accept?.city?.limit.value, accept?.districts.size]).toEqual(['accept', 15, 0]);
    expect([check?.city?.limit.value, check?.districts.get('120116')?.limit.value]).toEqual([30, 60]);
  });

  it('have no city’s limit where only a district has one', () => {
    expect(stageRows([limit('check', 60, '120116')])[0]?.city).toBeNull();
    expect(stageRows([])).toEqual([]);
  });
});

it('a condition’s limit says the season that it waits for', () => {
  const [condition] = cover.conditions ?? [];
  if (condition === undefined) throw new Error('the sample has conditions');
  expect(seasonal(condition)).toEqual({ value: 4, unit: 'working-hour' });
  expect(seasonal({ ...condition, season: 'planting' })).toMatchObject({ season: 'planting' });
});

it('a limit with a season is tried on the calendar of the page', () => {
  const calendar = compileCalendar(plainCalendar);
  const asked = { start: '2026-11-20T10:00', value: 1, unit: 'day', season: 'planting' } as const;
  const tried = tryDue(calendar, asked, 'en');
  expect(tried).toMatchObject({ dueAt: Date.parse('2027-03-02T00:00+08:00') });
  expect('lines' in tried && tried.lines[1]).toContain('outside the planting season, clock starts Mon 1 Mar 2027');
});
