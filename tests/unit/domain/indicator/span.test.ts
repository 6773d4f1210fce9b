import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone } from '#domain/calendar/zone.ts';
import { previousSpan, SPAN_KINDS, spanAt, spanBetween } from '#domain/indicator/span.ts';

const beijing = openZone('Asia/Shanghai');
const instant = (text: string): number => Date.parse(`${text}T00:00:00+08:00`);

describe('spans', () => {
  it.each([
    ['day', '2026-11-22', '2026-11-22', '2026-11-22', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22', '2026-W47'],
    ['week', '2027-01-02', '2026-12-28', '2027-01-03', '2026-W53'],
    ['month', '2024-02-10', '2024-02-01', '2024-02-29', '2024-02'],
    ['quarter', '2026-11-22', '2026-10-01', '2026-12-31', '2026-Q4'],
    ['half', '2026-06-30', '2026-01-01', '2026-06-30', '2026-H1'],
    ['year', '2026-06-30', '2026-01-01', '2026-12-31', '2026'],
  ] as const)('%s of %s', (kind, date, first, last, label) => {
    const span = spanAt(kind, date, beijing);
    expect(span).toMatchObject({ firstDate: first, lastDate: last, label, from: instant(first) });
    expect(span.to).toBe(instant(last) + 86_400_000);
  });

  it('each begins where the one before it ends', () => {
    const dates = fc
      .integer({ min: 0, max: 20_000 })
      .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(dates, fc.constantFrom(...SPAN_KINDS), fc.integer({ min: 0, max: 40 }), (date, kind, days) => {
        const last = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
        const span = kind === 'any' ? spanBetween(date, last, beijing) : spanAt(kind, date, beijing);
        expect(previousSpan(span, beijing).to).toBe(span.from);
        expect(span.from).toBeLessThanOrEqual(instant(date));
        expect(span.to).toBeGreaterThan(instant(date));
      }),
    );
  });

  it('refuses what is no date or runs backwards', () => {
    expect(() => spanAt('day', '2026-02-30', beijing)).toThrow(RangeError);
    expect(() => spanBetween('2026-02-03', '2026-02-02', beijing)).toThrow(RangeError);
  });
});
