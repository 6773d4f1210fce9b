import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitUnits } from '#domain/clock/limit.ts';
import { LIMIT_SEASONS } from '#domain/calendar/season.ts';
import { limitToText, parseLimitText } from '#domain/clock/limit-text.ts';

describe('the text of a limit', () => {
  it.each([
    ['2紧急工作时', 2, 'urgent-hour'],
    ['4工作时', 4, 'working-hour'],
    ['1个工作日', 1, 'working-day'],
    ['１５个工作日', 15, 'working-day'],
    ['在3个工作日内', 3, 'working-day'],
    ['不超过 24 小时', 24, 'urgent-hour'],
    ['24小时内', 24, 'urgent-hour'],
    ['0.5工作日', 0.5, 'working-day'],
    ['半个工作日', 0.5, 'working-day'],
    ['两小时', 2, 'urgent-hour'],
    ['十五天', 15, 'day'],
    ['二十个工作日', 20, 'working-day'],
    ['30分钟', 30, 'minute'],
    ['1周', 7, 'day'],
    ['2 紧急工作日', 2, 'urgent-day'],
    ['处置时限：7日', 7, 'day'],
    ['2（工作时）', 2, 'working-hour'],
    ['≤4工作小时', 4, 'working-hour'],
    ['12h', 12, 'urgent-hour'],
  ])('%s', (text, value, unit) => {
    expect(parseLimitText(text)).toEqual({ limit: { value, unit }, season: null });
  });

  it('may begin with the season it runs in', () => {
    const planting = { limit: { value: 15, unit: 'working-day' }, season: 'planting' };
    for (const text of ['种植季节15工作日', '植树季节内十五个工作日', '绿化种植季节：15 工作日']) {
      expect(parseLimitText(text)).toEqual(planting);
    }
  });

  it('takes its unit from a column of its own', () => {
    expect(parseLimitText('2', '工作日')).toEqual({ limit: { value: 2, unit: 'working-day' }, season: null });
    // The text's own unit is nearer.
    expect(parseLimitText('2小时', '工作日')).toEqual({ limit: { value: 2, unit: 'urgent-hour' }, season: null });
  });

  it.each([
    ['', 'empty'],
    ['尽快', 'no-number'],
    ['立即', 'no-number'],
    ['3', 'no-unit'],
    ['3个月', 'unknown-unit'],
    ['2-3工作日', 'range'],
    ['2至3个工作日', 'range'],
    ['0工作日', 'not-positive'],
    ['十十天', 'no-number'],
  ])('is no limit: %s', (text, fault) => {
    expect(parseLimitText(text)).toEqual({ fault });
  });

  it('is read back as it was written, in any width and spacing', () => {
    const limit = fc.record({
      value: fc.oneof(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 1, max: 9_999 }).map((n) => n / 100),
      ),
      unit: fc.constantFrom(...limitUnits),
    });
    fc.assert(
      fc.property(
        limit,
        fc.constantFrom(null, ...LIMIT_SEASONS),
        fc.boolean(),
        fc.boolean(),
        (made, season, wide, gap) => {
          let text = limitToText(made, season);
          if (wide) text = text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
          if (gap) text = [...text].join(' ');
          expect(parseLimitText(text)).toEqual({ limit: made, season });
        },
      ),
    );
  });

  it('never throws, and never makes a limit that is not above 0', () => {
    const odd = fc.array(fc.constantFrom(...'0123456789.半十两个工作日时紧急小天内-~（）　 种植季节h'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(odd, (letters) => {
        const read = parseLimitText(letters.join(''));
        if (!('fault' in read)) expect(read.limit.value).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
