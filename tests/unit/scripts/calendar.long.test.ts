import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { YearDay } from '#domain/calendar/year.ts';
import { runScript } from './tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'citywall-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('writes a year as JSON, with one line that sums it up, wherever the machine stands', async () => {
  const out = join(folder, 'made/on the way/2026.json');
  const run = await runScript('calendar', ['--year', '2026', '--json', out], { TZ: 'America/New_York' });
  expect(run).toMatchObject({ code: 0, out: `2026: 365 days, 248 worked, 1,984 working hours, published → ${out}\n` });
  const days = JSON.parse(readFileSync(out, 'utf8')) as YearDay[];
  expect(days).toHaveLength(365);
  expect(Object.keys(days[0] ?? {})).toEqual(['date', 'workday', 'hours', 'source', 'provisional']);
});

test('takes a city’s own notice, hours and zone, and prints to standard output', async () => {
  const notice = written('2031.csv', '\uFEFF日期,放假,节日\r\n2031-01-01,是,元旦\r\n2031-01-04,否,元旦\r\n');
  const { code, out, err } = await runScript('calendar', [
    ...['--year', '2031', '--calendar', notice, '--hours', '9:00-12:00, 13:00-17:30', '--zone', 'Asia/Urumqi'],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '2031: 365 days, 261 worked, 1,957.5 working hours, published\n' });
  const days = JSON.parse(out) as YearDay[];
  expect(days[0]).toEqual({
    date: '2031-01-01',
    workday: false,
    hours: 0,
    source: '元旦 · 2031.csv',
    provisional: false,
  });
  expect(days[3]).toMatchObject({ date: '2031-01-04', workday: true, hours: 7.5 });
});

test('says what is wrong, where and how to mend it', async () => {
  const notice = written('bad.csv', 'date,workday\n2031-01-01,0\n2031-02-30,0\n');
  const bad = await runScript('calendar', ['--year', '2031', '--calendar', notice]);
  expect(bad).toMatchObject({ code: 1, out: '' });
  expect(bad.err).toBe(`${notice}, line 3, date: "2031-02-30" is not a date; write it as 2027-01-01\n`);
  const absent = await runScript('calendar', ['--year', '2031', '--calendar', join(folder, 'absent.json')]);
  expect(absent).toMatchObject({ code: 1 });
  expect(absent.err).toMatch(/absent\.json cannot be read: there is no such file/);
});

test.each([
  [[], /--year is missing/],
  [['--year', '1989'], /not a year from 1990 to 2100/],
  [['--year', '2026', '--zone', 'Mars/Base'], /there is no zone Mars\/Base/],
  [['--year', '2026', '--hours', 'all day'], /not a span of hours/],
  [['--years', '2026'], /Unknown option/],
])('refuses %j with its usage', async (parameters, message) => {
  const { code, err } = await runScript('calendar', parameters);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err).toContain('npm run calendar -- --year Y');
});
