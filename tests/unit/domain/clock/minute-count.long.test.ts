import { expect, test } from 'vitest';
import { compareClocks, openSubjects } from './random-clocks.ts';

test('50,000 random clocks equal a count minute by minute', () => {
  const { held, awaited, differences } = compareClocks(openSubjects(), 50_000, 20260101);
  expect(differences).toEqual([]);
  expect(held).toBeGreaterThan(100);
  expect(awaited).toBeGreaterThan(500);
}, 60_000);
