import { describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import { calendarOf, entriesOf } from '#application/calendar/calendar-entries.ts';
import { calendarList } from '#application/calendar/calendar-list.ts';
import { readCalendarFile, withCalendarFile } from '#application/calendar/read-calendar.ts';
import { readSheet } from '#adapters/files/read-sheet.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import { dayInfo } from '#domain/calendar/days.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { memoryStore } from '../lists/memory-store.ts';

const WHO = { kind: 'person', id: 'p1', name: '系统管理员' } as const;
const DISTRICTS = [
  { code: '120116', nameZh: '滨海新区', nameEn: 'Binhai New Area' },
  { code: '120101', nameZh: '和平区', nameEn: 'Heping District' },
];

function platform() {
  const store = memoryStore(entriesOf(chinaCalendar));
  const list = calendarList(store, createListFiles(), () => Promise.resolve(DISTRICTS));
  const fileOf = (content: unknown, district = '') => ({
    name: 'calendar.json',
    bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    options: { district },
  });
  return {
    preview: (content: unknown, district?: string) => list.preview(fileOf(content, district)),
    async take(content: unknown, district?: string) {
      const file = fileOf(content, district);
      const { basis, problems } = await list.preview(file);
      expect(problems).toEqual([]);
      await list.apply(file, WHO, basis);
    },
    calendar: () => calendarOf(store.entries, 'now'),
    hoursOn(date: string, district: string | null) {
      return dayInfo(calendarAt(compileCalendar(calendarOf(store.entries, 'now')), district), date).hours;
    },
  };
}

const nineToFive = { hours: '09:00-17:00' };

describe('a district’s own calendar', () => {
  it('comes in a document of its own, by code or by name, and leaves the city’s', async () => {
    const city = platform();
    await city.take({ district: '滨海新区', ...nineToFive });
    expect(city.hoursOn('2026-11-23', '120116')).toEqual([['09:00', '17:00']]);
    expect(city.hoursOn('2026-11-23', '120101')).toEqual(city.hoursOn('2026-11-23', null));
    expect(city.calendar().districts?.['120116']?.name).toEqual({ zh: '滨海新区', en: 'Binhai New Area' });
    expect({ ...city.calendar(), version: '', districts: undefined }).toEqual({ ...chinaCalendar, version: '' });
  });

  it('comes with others in one document, and goes again', async () => {
    const city = platform();
    await city.take({ districts: { '120116': nineToFive, 'Heping District': { workweek: [1, 2, 3, 4, 5, 6] } } });
    expect(Object.keys(city.calendar().districts ?? {}).sort()).toEqual(['120101', '120116']);
    expect((await city.preview({ districts: { '120116': null } })).counts).toMatchObject({ rows: 1, removed: 2 });
    await city.take({ districts: { '120116': null } });
    expect(Object.keys(city.calendar().districts ?? {})).toEqual(['120101']);
  });

  it('keeps its other rules when one changes, and a notice of the city leaves it alone', async () => {
    const city = platform();
    await city.take({ district: '120116', ...nineToFive, workingDayHours: 7 });
    await city.take({ district: '120116', hours: '10:00-18:00' });
    await city.take({ year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] });
    expect(city.calendar().districts?.['120116']).toMatchObject({
      hours: [{ intervals: [['10:00', '18:00']] }],
      workingDayMs: 7 * 3_600_000,
    });
    expect(city.hoursOn('2027-01-01', '120116')).toEqual([]);
  });

  it('may have days of its own: a table with the district chosen, what the city says anyway left out', async () => {
    const city = platform();
    const table =
      '日期,类型,名称\n2026-11-23,放假,开海节\n2026-11-24,上班,\n2026-10-01,上班,值守\n2026-10-02,放假,国庆节\n';
    await city.take(table, '120116');
    expect(city.calendar().districts?.['120116']?.specialDays?.map(({ date }) => date)).toEqual([
      '2026-10-01',
      '2026-11-23',
    ]);
    expect(city.hoursOn('2026-11-23', '120116')).toEqual([]);
    expect(city.hoursOn('2026-10-01', '120116')).not.toEqual([]);
    expect(city.hoursOn('2026-11-23', null)).not.toEqual([]);
  });

  it('survives being written as entries and read again', async () => {
    const city = platform();
    await city.take({ districts: { '120116': { ...nineToFive, days: [{ date: '2026-11-23', isOffDay: true }] } } });
    const calendar = city.calendar();
    expect(calendarOf(entriesOf(calendar), 'now')).toEqual(calendar);
  });

  it.each([
    [{ district: '129999', ...nineToFive }, 'district', /no district/],
    [{ districts: { '120116': 7 } }, 'districts["120116"]', /rules of districts/],
    [{ districts: [] }, 'districts', /rules of districts/],
    [{ districts: { '120116': { hours: 'whenever' } } }, 'districts["120116"].hours', /./],
    [{ district: '120116', hours: [{ intervals: '09:00-17:00', since: '2026-01-01' }] }, null, /every day/],
  ])('is refused for %j', async (content, field, reason) => {
    const { problems } = await platform().preview(content);
    expect(problems).toMatchObject([{ field, refuses: true }]);
    expect(problems[0]?.reason.en).toMatch(reason);
    expect(problems[0]?.reason.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe('the planting season', () => {
  it('is a rule of the calendar, its spans written either way', async () => {
    const city = platform();
    await city.take({ seasons: { planting: { spans: ['03-10 – 04-30', { from: '10-20', to: '11-20' }] } } });
    expect(city.calendar().seasons).toEqual({
      planting: {
        spans: [
          { from: '03-10', to: '04-30' },
          { from: '10-20', to: '11-20' },
        ],
        clock: 'starts',
      },
    });
  });

  it.each([
    { seasons: { planting: { spans: [] } } },
    { seasons: { planting: { spans: ['03-10/04-31'] } } },
    { seasons: { planting: { spans: ['March'] } } },
    { seasons: { planting: { spans: ['03-10/04-30'], clock: 'sleeps' } } },
    { seasons: { harvest: { spans: ['03-10/04-30'] } } },
  ])('is refused for %j', async (content) => {
    const { problems } = await platform().preview(content);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ refuses, field }) => refuses && field?.startsWith('seasons'))).toBe(true);
  });
});

it('tools that know no names take any code of six digits', async () => {
  const bytes = Buffer.from(JSON.stringify({ district: '310101', ...nineToFive }));
  const file = await readCalendarFile({ name: 'a.json', bytes }, chinaCalendar.workweek, readSheet);
  const made = withCalendarFile(chinaCalendar, file, 'made');
  expect(made).toMatchObject({ districts: { '310101': { name: { zh: '310101', en: '310101' } } } });
});
