import { expect, it } from 'vitest';
import { weekChange } from '#client/panels/categories/week-change.ts';

it.each([
  [107, 100, 7],
  [93, 100, -7],
  [20, 20, 0],
  [0, 40, -100],
  [201, 2, null],
  [19, 19, null],
  [5, 0, null],
  [5, null, null],
])('%s open now and %s a week ago is a change of %s %%', (open, before, change) => {
  expect(weekChange(open, before)).toBe(change);
});
