import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { answerItem, type AnsweredItem } from '../../../scripts/due/answer-item.ts';
import { ItemCalendars } from '../../../scripts/due/calendars.ts';
import { runScript } from './tool.ts';

const folder = mkdtempSync(join(tmpdir(), 'citywall-due-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const calendars = new ItemCalendars(chinaCalendar, join(folder, 'items.json'), () => undefined);
const answer = (item: unknown): Promise<AnsweredItem> => answerItem(item, calendars, false);
const dueOf = async (start: unknown, limit: unknown, unit: unknown, more = {}): Promise<unknown> =>
  (await answer({ start, limit, unit, ...more }))['due'];

describe('the due instant', () => {
  test.each([
    ['2026-11-20 16:40', 2, '紧急工作时', '2026-11-20T18:40:00+08:00'],
    ['2026-11-20 16:40', 2, '工作时', '2026-11-23T08:40:00+08:00'],
    ['2026-11-20 16:40', 2, '工作日', '2026-11-24T16:40:00+08:00'],
    ['2026-11-20 16:40', 2, '个工作日', '2026-11-24T16:40:00+08:00'],
    ['2026-11-20 16:40', 2, '天', '2026-11-22T16:40:00+08:00'],
    ['2026-11-20 16:40', 2, '自然日', '2026-11-22T16:40:00+08:00'],
    ['2026-11-20 16:40', 2, '日历日', '2026-11-22T16:40:00+08:00'],
    ['2026-11-20 16:40', 2, '紧急工作日', '2026-11-22T16:40:00+08:00'],
    ['2026-11-20 16:40', 15, '分钟', '2026-11-20T16:55:00+08:00'],
    ['2026-11-20 16:40', 1.5, '小时', '2026-11-20T18:10:00+08:00'],
    ['2026-11-20 16:40', '0.5', 'working-day', '2026-11-23T10:40:00+08:00'],
    ['2026-11-20 16:40:30', 1, 'workingHours', '2026-11-20T17:40:30+08:00'],
    ['2026-11-20T08:40:00Z', 1, 'WORKING_HOUR(S)', '2026-11-20T17:40:00+08:00'],
    ['2026/11/20 16:40', 1, 'Urgent Hours', '2026-11-20T17:40:00+08:00'],
    ['2026年11月20日 16时40分', 1, 'hour', '2026-11-20T17:40:00+08:00'],
    [1_795_164_000_000, 1, 'calendar days', '2026-11-21T16:40:00+08:00'],
    // Make-up Sunday 20 September, the break of October, and the lunch break.
    ['2026-09-19 23:00', 1, '工作时', '2026-09-20T09:00:00+08:00'],
    ['2026-09-30 17:30', 1, '工作时', '2026-10-08T08:30:00+08:00'],
    ['2026-11-20 12:30', 1, '工作时', '2026-11-20T15:00:00+08:00'],
    ['2026-11-20 08:00', 4, '工作时', '2026-11-20T12:00:00+08:00'],
    ['2026-11-20 18:00', 1, '工作时', '2026-11-23T09:00:00+08:00'],
  ])('of %s and %s %s is %s', async (start, limit, unit, due) => {
    expect(await dueOf(start, limit, unit)).toBe(due);
  });

  test('is in the zone, hours and calendar that an item brings', async () => {
    expect(await dueOf('2026-11-20 16:40', 2, '工作日', { zone: 'America/New_York' })).toBe(
      '2026-11-24T16:40:00-05:00',
    );
    expect(await dueOf('2026-11-20 16:40', 2, '工作时', { hours: '09:00-17:00' })).toBe('2026-11-23T10:40:00+08:00');
    expect(await dueOf('2026-10-01 08:00', 1, '工作时', { calendar: 'plain' })).toBe('2026-10-01T09:00:00+08:00');
    writeFileSync(join(folder, 'own.csv'), 'date,workday,name\n2026-11-23,0,节\n');
    expect(await dueOf('2026-11-20 16:40', 2, '工作时', { calendar: 'own.csv' })).toBe('2026-11-24T08:40:00+08:00');
  });

  test('is provisional past the published years and before them, unless all time counts', async () => {
    const provisional = async (start: string, unit: string): Promise<unknown> =>
      (await answer({ start, limit: 2, unit }))['provisional'];
    expect(await provisional('2026-12-31 17:00', '工作日')).toBe(true);
    expect(await provisional('1999-12-31 17:00', '工作日')).toBe(true);
    expect(await provisional('2026-12-31 17:00', '天')).toBe(false);
    expect(await provisional('2026-12-29 17:00', '工作时')).toBe(false);
  });

  test('comes with its meaning, a warning where asked, and steps that add up', async () => {
    const item = await answer({
      id: 7,
      start: '2026-11-20 16:40',
      limit: 8,
      unit: '小时',
      warnShare: 0.5,
      due: 'stale',
    });
    expect(item).toMatchObject({
      id: 7,
      due: '2026-11-21T00:40:00+08:00',
      dueAt: Date.parse('2026-11-21T00:40:00+08:00'),
      warn: '2026-11-20T20:40:00+08:00',
      meaning: { unit: 'urgent-hour', ambiguous: true },
    });
    const { explanation } = item as unknown as {
      explanation: { kind: string; countedMs: number; zh: string; en: string }[];
    };
    expect(explanation.map(({ kind }) => kind)).toEqual(['start', 'counted', 'due']);
    expect(explanation.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(8 * 3_600_000);
    expect(explanation.at(-1)).toMatchObject({ zh: '2026年11月21日 周六 00:40 到期', en: 'Sat 21 Nov 2026 00:40 due' });
  });

  test.each([
    [{ limit: 2, unit: '天' }, 'start', 'start is missing'],
    [{ start: 'soon', limit: 2, unit: '天' }, 'start', '"soon" is not an instant'],
    [{ start: '2026-02-30 08:00', limit: 2, unit: '天' }, 'start', /is not an instant/],
    [{ start: 1_795_164_000, limit: 2, unit: '天' }, 'start', /looks like seconds/],
    [{ start: '1812-01-01', limit: 2, unit: '天' }, 'start', /outside 1970 to 2199/],
    [{ start: '2026-11-20', unit: '天' }, 'limit', /not a number/],
    [{ start: '2026-11-20', limit: 0, unit: '天' }, 'limit', 'limit is 0'],
    [{ start: '2026-11-20', limit: 1e9, unit: '天' }, 'limit', /1000000000/],
    [{ start: '2026-11-20', limit: 2, unit: '光年' }, 'unit', '"光年" is not a unit'],
    [{ start: '2026-11-20', limit: 2 }, 'unit', /not a unit/],
    [{ start: '2026-11-20', limit: 2, unit: '天', zone: 'Mars/Base' }, 'zone', /no zone Mars/],
    [{ start: '2026-11-20', limit: 2, unit: '天', hours: 'all' }, 'hours', /not a span of hours/],
    [{ start: '2026-11-20', limit: 2, unit: '天', calendar: 'absent.csv' }, 'calendar', /no such file/],
    [{ start: '2026-11-20', limit: 2, unit: '天', warnShare: 1 }, 'warnShare', /warnShare is 1/],
    [{ start: '2026-11-20', limit: 2, unit: '天', hours: 8 }, 'hours', /not text/],
    [3, '', '3 is not an item'],
  ])('is refused for %j', async (item, field, reason) => {
    const { error, due } = (await answer(item)) as {
      error?: { field: string; reason: string; hint: string };
      due?: string;
    };
    expect(due).toBeUndefined();
    expect(error?.field).toBe(field);
    expect(error?.reason).toMatch(reason);
    expect(error?.hint).not.toBe('');
  });
});

describe('npm run due', () => {
  test('answers every item that it can, and ends with 1 where one is wrong', async () => {
    const input = join(folder, 'items.json');
    writeFileSync(input, '\uFEFF[{"start":"2026-11-20 16:40","limit":2,"unit":"工作日"},\r\n{"limit":1,"unit":"天"}]');
    const { code, out, err } = await runScript('due', ['--json', input], { TZ: 'America/New_York' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ due: '2026-11-24T16:40:00+08:00' }, { error: { field: 'start' } }]);
    expect(err).toContain('item 2, start: start is missing;');
    expect(err).toContain('2 items: 1 due, 0 of them provisional, 1 wrong');
  });

  test('writes to --out, or back in place', async () => {
    const input = join(folder, 'place.json');
    const out = join(folder, 'out/items.json');
    writeFileSync(input, '[{"start":"2026-11-20 16:40","limit":2,"unit":"工作日"}]');
    expect(await runScript('due', ['--json', input, '--out', out])).toMatchObject({ code: 0, err: '' });
    expect(await runScript('due', ['--json', input, '--in-place'])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(JSON.parse(readFileSync(input, 'utf8')));
  });

  test.each([
    [[], 2, /--json is missing/],
    [['--json', join(folder, 'absent.json')], 1, /no such file/],
    [['--json', 'package.json'], 1, /holds no list of items/],
    [['--json', 'README.md'], 1, /JSON cannot be read/],
  ])('refuses %j', async (parameters, expected, message) => {
    const { code, err } = await runScript('due', parameters);
    expect(code).toBe(expected);
    expect(err).toMatch(message);
  });
});
