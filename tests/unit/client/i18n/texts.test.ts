import { describe, expect, it } from 'vitest';
import { ageText, overParts } from '#client/i18n/durations.ts';
import {
  dayText,
  hourOfDay,
  minuteText,
  momentText,
  secondText,
  shortDayText,
  weekdayText,
} from '#client/i18n/instants.ts';
import { rowNameIn, shortNameIn } from '#client/i18n/language.ts';
import { changeText, countText, percentText } from '#client/i18n/numbers.ts';

const MINUTE = 60_000;
const at = Date.UTC(2026, 10, 24, 7, 42, 8);

describe('texts', () => {
  it('shows instants in the platform’s zone, whatever the machine’s', () => {
    expect(secondText(at, 'Asia/Shanghai')).toBe('15:42:08');
    expect(minuteText(at, 'America/New_York')).toBe('02:42');
    expect(secondText(Date.UTC(2026, 10, 24, 16, 0, 0), 'Asia/Shanghai')).toBe('00:00:00');
    expect(dayText(at, 'Asia/Shanghai', 'zh')).toBe('2026年11月24日 周二');
    expect(dayText(at, 'Asia/Shanghai', 'en')).toBe('Tue 24 Nov 2026');
    expect(['zh', 'en'].map((language) => shortDayText(at, 'Asia/Shanghai', language as 'zh' | 'en'))).toEqual([
      '11月24日',
      '24 Nov',
    ]);
    expect(weekdayText(at, 'Asia/Shanghai', 'zh')).toBe('周二');
    expect(hourOfDay(at, 'Asia/Shanghai')).toBeCloseTo(15.7, 5);
  });

  it('says time over in hours and minutes, never in days', () => {
    const said = (ms: number): string =>
      overParts(ms, 'zh')
        .map(({ figure, unit }) => figure + unit)
        .join('');
    expect([0, 6 * MINUTE, 68 * MINUTE, 185 * MINUTE, 126 * 60 * MINUTE, -5].map(said)).toEqual([
      '0分',
      '6分',
      '1时08分',
      '3时05分',
      '126时',
      '0分',
    ]);
  });

  it('says ages in at most two units', () => {
    expect([0, 6_400, 552_000, 185 * MINUTE, 52 * 60 * MINUTE].map((ms) => ageText(ms, 'zh'))).toEqual([
      '0 秒',
      '6 秒',
      '9 分 12 秒',
      '3 时 5 分',
      '2 天 4 时',
    ]);
    expect(ageText(552_000, 'en')).toBe('9 m 12 s');
  });

  it('groups counts, signs changes and never rounds a rate up to its target', () => {
    expect(countText(5612)).toBe('5,612');
    expect([86, -6, 0].map(changeText)).toEqual(['+86', '−6', '±0']);
    expect([0.95396, 0.9496, 0.95, 1, 0].map((rate) => percentText(rate, 0.95))).toEqual([
      '95.4',
      '94.9',
      '95.0',
      '100',
      '0.0',
    ]);
  });

  it('says the day of an instant where that is another than the reader’s', () => {
    const dayBefore = at - 24 * 60 * MINUTE;
    expect(momentText(at, at + MINUTE, 'Asia/Shanghai', 'zh')).toBe('15:42');
    expect(momentText(dayBefore, at, 'Asia/Shanghai', 'zh')).toBe('11月23日 15:42');
    expect(momentText(dayBefore, at, 'Asia/Shanghai', 'en')).toBe('23 Nov 15:42');
    // The reader's day is the platform's: 23:30 and 00:30 in Shanghai are one day in New York.
    const [late, early] = [Date.UTC(2026, 10, 23, 15, 30), Date.UTC(2026, 10, 23, 16, 30)];
    expect(momentText(late, early, 'Asia/Shanghai', 'zh')).toBe('11月23日 23:30');
    expect(momentText(late, early, 'America/New_York', 'zh')).toBe('10:30');
  });

  it('names places of a row as short as they can be told apart', () => {
    const row = (nameZh: string): string => rowNameIn('zh', { nameZh, nameEn: '' });
    expect(['和平区', '王顶堤街道', '体育中心街道', '大邱庄镇', '天塔街道'].map(row)).toEqual([
      ...['和平', '王顶堤', '体育中心', '大邱庄镇', '天塔'],
    ]);
    expect(rowNameIn('en', { nameZh: '', nameEn: 'Wangdingdi Subdistrict' })).toBe('Wangdingdi');
  });

  it('shortens names of districts', () => {
    const short = (nameZh: string, nameEn: string): string =>
      `${shortNameIn('zh', { nameZh, nameEn })} ${shortNameIn('en', { nameZh, nameEn })}`;
    expect(short('滨海新区', 'Binhai New Area')).toBe('滨海 Binhai');
    expect(short('和平区', 'Heping District')).toBe('和平 Heping');
  });
});
