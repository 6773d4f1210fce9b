import { expect, test } from 'vitest';
import { COUNTS_APART, countsWidth } from '#client/panels/city-map/city-labels.ts';

test('counts have the room that their digits take, so that a second state never lies over the first one’s number', () => {
  expect(countsWidth(0, 0)).toBe(0);
  expect(countsWidth(5, 0)).toBeCloseTo(3);
  expect(countsWidth(12, 0) - countsWidth(5, 0)).toBeCloseTo(countsWidth(120, 0) - countsWidth(12, 0));
  expect(countsWidth(12, 3)).toBeCloseTo(countsWidth(12, 0) + COUNTS_APART + countsWidth(3, 0));
});
