import { describe, expect, test } from 'vitest';
import { readCalendarFile, withCalendarFile } from '#application/calendar/read-calendar.ts';
import { readSheet } from '#adapters/files/read-sheet.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { daysOfYear } from '#domain/calendar/year.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';

const workweek = [1, 2, 3, 4, 5];
const json = JSON.stringify({
  year: 2027,
  papers: ['https://example.org/notice'],
  days: [
    { name: '元旦', date: '2026-12-31', isOffDay: true },
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-03', isOffDay: false },
  ],
});
const csv = 'date,isOffDay,name\n2026-12-31,1,元旦\n2027-01-01,true,元旦\n2027-01-03,false,元旦\n';
const ics = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'SUMMARY:元旦假期',
  'DTSTART;VALUE=DATE:20261231',
  'DTEND;VALUE=DATE:20270102',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:上班(补元旦',
  ' 假期)',
  'DTSTART;VALUE=DATE:20270103',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');
// 2027/1/1,放假,元旦 … as a Chinese spreadsheet writes it.
const gb18030 = Uint8Array.from([
  ...[0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a],
  ...[...'2027/1/1,'].map((letter) => letter.charCodeAt(0)),
  ...[0xb7, 0xc5, 0xbc, 0xd9, 0x2c, 0xd4, 0xaa, 0xb5, 0xa9, 0x0d, 0x0a],
]);

function read(text: string | Uint8Array): ReturnType<typeof readCalendarFile> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readCalendarFile({ name: 'a file', bytes }, workweek, readSheet);
}

describe('a holiday notice', async () => {
  test.each([
    ['holiday-cn JSON', json],
    ['a list of holiday-cn JSON', `[${json}]`],
    [
      'JSON with names by date',
      '{"holidays":{"2026-12-31":"New Year\'s Day,元旦,1","2027-01-01":"元旦"},"workdays":{"2027-01-03":"元旦"}}',
    ],
    ['CSV', csv],
    ['CSV with a byte order mark, CRLF and semicolons', `\uFEFF${csv.replaceAll('\n', '\r\n').replaceAll(',', ';')}`],
    ['CSV of workdays', 'Date,Is_Workday,Note\n2026/12/31,0,元旦\n2027年1月1日,否,元旦\n20270103,是,元旦\n'],
    ['iCalendar', ics],
  ])('is read from %s', async (_, text) => {
    const { notices, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(notices.map(({ year, days }) => [year, days.map(({ date, workday }) => [date, workday])])).toEqual([
      [
        2027,
        [
          ['2026-12-31', false],
          ['2027-01-01', false],
          ['2027-01-03', true],
        ],
      ],
    ]);
    expect(notices[0]?.days[1]?.name).toEqual({ zh: '元旦', en: "New Year's Day" });
  });

  test('is read from GB18030', async () => {
    expect((await read(gb18030)).notices[0]?.days[0]).toMatchObject({
      date: '2027-01-01',
      workday: false,
      name: { zh: '元旦' },
    });
  });

  test('as a table of all days keeps what the weekday does not say', async () => {
    const rows = daysOfYear(chinaCalendar, 2026).map(({ date, workday }) => `${date},${workday ? 1 : 0},`);
    const file = await read(['date,workday,name', ...rows].join('\n'));
    const made = withCalendarFile({ ...chinaCalendar, specialDays: [] }, file, 'v') as Calendar;
    expect(file.notices[0]?.days.length).toBeLessThan(40);
    expect(daysOfYear(made, 2026).map(({ workday }) => workday)).toEqual(
      daysOfYear(chinaCalendar, 2026).map(({ workday }) => workday),
    );
  });

  test('reads what npm run calendar writes, and takes no provisional day for published', async () => {
    expect((await read(JSON.stringify(daysOfYear(chinaCalendar, 2025)))).problems).toEqual([]);
    expect((await read(JSON.stringify(daysOfYear(chinaCalendar, 2031)))).problems[0]?.reason.en).toMatch(/no days/);
  });

  test.each([
    ['', null, null, 'the file is empty'],
    ['{"year": 2027, "days": []}', null, null, 'the file names no days, so it publishes nothing'],
    ['{"year": 2027, "days": [', null, null, /JSON cannot be read/],
    ['{"year": 2027}', null, 'days', 'there is no list of days'],
    ['{"year": "soon", "days": []}', null, 'year', '"soon" is not a year'],
    ['[3]', 1, '[0]', 'it is not a day'],
    ['{"year":2027,"days":[{"date":"2027-02-30","isOffDay":true}]}', 1, 'days[0].date', '"2027-02-30" is not a date'],
    ['{"year":2027,"days":[{"name":"x","date":"2027-02-03"}]}', 1, 'days[0].isOffDay', /not said/],
    [
      '{"year":2027,"days":[{"date":"2025-02-03","isOffDay":true}]}',
      1,
      'days[0].date',
      /does not belong to a notice of 2027/,
    ],
    ['name,workday\na,1\n', 1, null, 'no column holds dates'],
    ['date,name\n2027-01-01,a\n', 1, null, 'no column says whether a day is worked'],
    ['date,workday\n2027-01-01,0\n2027-13-01,0\n', 3, 'date', '"2027-13-01" is not a date'],
    ['date,workday\n2027-01-01,maybe\n', 2, 'workday', /does not say whether/],
    ['date,workday\n2027-01-01,0\n2027-01-01,1\n', 3, 'date', /worked here and off in 2/],
    ['date,workday,off\n2027-01-01,1,1\n', 2, 'workday, off', /contradict/],
    ['date,workday\n0001-01-01,0\n', 2, 'date', /outside 1990 to 2100/],
    ['date,workday\n"2027-01-01,0\n', 2, null, /quote is opened/],
  ])('that says %j is refused', async (text, line, field, reason) => {
    const { problems } = await read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line, field, refuses: true });
    expect(problems[0]?.reason.en).toMatch(reason);
    expect(problems[0]?.hint.en).not.toBe('');
    expect(problems[0]?.reason.zh).toMatch(/\p{Script=Han}/u);
    expect(problems[0]?.hint.zh).toMatch(/\p{Script=Han}/u);
  });

  test('whose flag seems to be the wrong way round is doubted', async () => {
    const rows = daysOfYear(chinaCalendar, 2026).map(({ date, workday }) => `${date},${workday ? 1 : 0}`);
    expect((await read(['date,isOffDay', ...rows].join('\n'))).problems[0]).toMatchObject({ refuses: false });
  });
});

describe('a calendar document', async () => {
  test('brings hours, seasons and days over the published ones', async () => {
    const file = await read(
      JSON.stringify({
        zone: 'Asia/Urumqi',
        hours: [
          { intervals: '10:00-14:00, 15:30-19:30' },
          { intervals: [['09:30', '13:30']], season: { from: '06-01', to: '09-30' } },
        ],
        workingDayHours: 8,
        specialDays: [{ date: '2026-03-23', workday: false, name: { zh: '节', en: 'Feast' } }],
      }),
    );
    expect(file.problems).toEqual([]);
    const made = withCalendarFile(chinaCalendar, file, 'v') as Calendar;
    expect(made).toMatchObject({ zone: 'Asia/Urumqi', workingDayMs: 8 * 3_600_000, workweek });
    const days = new Map(daysOfYear(made, 2026).map((day) => [day.date, day]));
    expect([days.get('2026-03-20')?.hours, days.get('2026-07-01')?.hours, days.get('2026-03-23')?.hours]).toEqual([
      8, 4, 0,
    ]);
  });

  test.each([
    [{ zone: 'Mars/Base' }, 'zone'],
    [{ workweek: [0] }, 'workweek.0'],
    [{ hours: '18:00-08:00' }, 'hours'],
    [{ hours: [{ intervals: [['08:00', '25:00']] }] }, 'hours'],
  ])('that says %j is refused', async (document, field) => {
    const { problems } = await read(JSON.stringify(document));
    expect(problems[0]?.field).toContain(field);
    expect(problems[0]?.refuses).toBe(true);
    expect(problems[0]?.reason.zh).not.toBe('');
  });

  test('whose first hours hold in a season only is refused', async () => {
    const file = await read(
      JSON.stringify({ hours: [{ intervals: '08:00-12:00', season: { from: '06-01', to: '09-30' } }] }),
    );
    expect(withCalendarFile(chinaCalendar, file, 'v')).toMatchObject([
      { reason: { en: expect.stringMatching(/first hours rule/) as string } },
    ]);
  });
});
