import { expect, test } from 'vitest';
import { Births } from '#adapters/simulator/births.ts';
import { reportMessage } from '#adapters/simulator/messages.ts';
import { dayIndexOf } from '#domain/calendar/days.ts';
import { ComponentIndex } from '#domain/component/component-index.ts';
import { distanceMetres } from '#domain/place/distance.ts';
import { madeComponents } from '#seed/components/components.ts';
import { calendar, city, places } from './sim-rules.ts';

const register = new ComponentIndex(madeComponents(places, []).map(({ row }) => row));
const positions = new Map(madeComponents(places, []).map(({ key, row }) => [key, row]));

test('a collector’s report about a component names one of its subclass, and is made beside it', () => {
  const births = new Births(1, city, calendar, (at, category, _metres, most) =>
    register.near(at, { category, district: null }, 20_000, most),
  );
  const day = births.day(dayIndexOf(calendar, '2026-11-18'));
  const reports = [...day.arrivals.keys()].map((n) => births.birth(day, n));
  const naming = reports.filter(({ words }) => words.component !== null);
  expect(naming.length).toBeGreaterThan(10);
  for (const { case: it, words } of naming) {
    const row = positions.get(words.component ?? '');
    expect(row?.categoryKey).toBe(it.categoryKey);
    expect(row && distanceMetres(row.position, it.position)).toBeLessThan(10);
    expect(it.channel).toBe('collector');
    expect(reportMessage({ case: it, words }, []).component).toBe(words.component);
  }
  // Some break again and again: a component has a history.
  expect(new Set(naming.map(({ words }) => words.component)).size).toBeLessThan(naming.length);
  expect(
    reports.filter(({ case: it }) => it.categoryKey.includes(':event:')).every(({ words }) => words.component === null),
  ).toBe(true);
});

test('without a register a report names no component', () => {
  const births = new Births(1, city, calendar);
  const day = births.day(dayIndexOf(calendar, '2026-11-18'));
  expect([...day.arrivals.keys()].every((n) => births.birth(day, n).words.component === null)).toBe(true);
});
