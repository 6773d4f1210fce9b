import { describe, expect, test } from 'vitest';
import { dayIndexOf } from '#domain/calendar/days.ts';
import { dayOfReports, hourAt, isNight } from '#adapters/simulator/rhythm.ts';
import { caseMix, EVENT_SHARE } from '#seed/catalogue/mix.ts';
import { calendar, city, simRules } from './sim-rules.ts';

const monday = dayIndexOf(calendar, '2026-11-02');
const weeks = Array.from({ length: 28 }, (_, i) => dayOfReports(1, calendar, monday + i));

describe('a day of reports', () => {
  test('is the same for the same seed and date, and another for another seed', () => {
    expect(dayOfReports(1, calendar, monday)).toEqual(weeks[0]);
    expect(dayOfReports(2, calendar, monday).arrivals).not.toEqual(weeks[0]?.arrivals);
  });

  test('comes to 2,200 a day over the weeks', () => {
    const mean = weeks.reduce((sum, { arrivals }) => sum + arrivals.length, 0) / weeks.length;
    expect(mean).toBeGreaterThan(2_200 * 0.95);
    expect(mean).toBeLessThan(2_200 * 1.05);
  });

  test('lies within its local day, in order, with peaks at work and some at every hour of the night', () => {
    for (const { arrivals, dayIndex } of weeks) {
      expect(arrivals.toSorted((a, b) => a - b)).toEqual(arrivals);
      expect(arrivals[0]).toBeGreaterThanOrEqual(calendar.dayStart[dayIndex] as number);
      expect(arrivals.at(-1)).toBeLessThan(calendar.dayStart[dayIndex + 1] as number);
    }
    const byHour = new Array<number>(24).fill(0);
    for (const at of weeks.flatMap(({ arrivals }) => arrivals)) {
      const hour = Math.floor(hourAt(calendar, at));
      byHour[hour] = (byHour[hour] as number) + 1 / weeks.length;
    }
    expect(Math.min(...byHour)).toBeGreaterThan(20);
    for (const peak of [9, 10, 14, 15]) {
      for (const low of [2, 7, 12, 20]) expect(byHour[peak]).toBeGreaterThan(1.5 * (byHour[low] as number));
    }
  });
});

describe('what is reported', () => {
  const { births } = simRules();
  const cases = weeks.slice(0, 10).flatMap((day) => day.arrivals.map((_, n) => births.birth(day, n)));

  test('has the mix of the catalogue: heavy head, long tail, few components', () => {
    const shares = new Map<string, number>();
    for (const { case: it } of cases) shares.set(it.categoryKey, (shares.get(it.categoryKey) ?? 0) + 1 / cases.length);
    for (const { categoryKey, weight } of caseMix()) {
      if (weight > 0.01) expect(Math.abs((shares.get(categoryKey) ?? 0) / weight - 1)).toBeLessThan(0.2);
    }
    expect(shares.size).toBeGreaterThan(120);
    const events = cases.filter(({ case: it }) => it.categoryKey.includes(':event:')).length / cases.length;
    expect(events).toBeCloseTo(EVENT_SHARE, 2);
  });

  test('comes from collectors mostly, from citizens more at night, and names nobody', () => {
    const citizens = cases.filter(({ case: it }) => it.channel === 'public');
    expect(citizens.length / cases.length).toBeCloseTo(0.043, 2);
    const night = cases.filter(({ case: it }) => isNight(hourAt(calendar, it.reportedAt)));
    expect(night.filter(({ case: it }) => it.channel === 'public').length / night.length).toBeGreaterThan(0.1);
    for (const { case: it, words } of cases) {
      expect(words.reporter === null).toBe(it.channel === 'collector');
      if (words.reporter) expect(words.reporter.name).toBe('市民（模拟）');
    }
  });

  test('lies in a unit grid, two fifths of it in the centre', () => {
    for (const { case: it } of cases.slice(0, 2_000)) {
      expect(city.index.locate(it.position.lon, it.position.lat).gridCode).not.toBeNull();
    }
    const central = cases.filter(({ case: it }) => (it.districtCode ?? '') <= '120106').length / cases.length;
    expect(central).toBeCloseTo(0.43, 1);
  });

  test('has an id of its own', () => {
    expect(new Set(cases.map(({ case: it }) => it.id)).size).toBe(cases.length);
    expect(cases[0]?.case.id).toBe('sim-20261102-0001');
  });
});
