import { expect, test } from 'vitest';
import { beyond, inkOf, overlaps, shared } from '../../../../scripts/glass/measure/boxes.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

test('boxes that touch share nothing', () => {
  expect(shared(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBeNull();
  expect(shared(box(0, 0, 10, 10), box(8, 6, 10, 10))).toEqual(box(8, 6, 2, 4));
});

test('how far a box reaches out is taken at its worst side', () => {
  expect(beyond(box(2, 2, 4, 4), box(0, 0, 10, 10))).toBe(0);
  expect(beyond(box(-3, 2, 20, 4), box(0, 0, 10, 10))).toBe(7);
});

test('two lines set tight share line boxes but no ink', () => {
  const [one, other] = [inkOf(box(0, 0, 80, 24), 20), inkOf(box(0, 20, 80, 24), 20)];
  expect(shared(box(0, 0, 80, 24), box(0, 20, 80, 24))).not.toBeNull();
  expect(shared(one, other)).toBeNull();
});

test('finds every pair that overlaps, once, whatever the order', () => {
  const boxes = [box(0, 50, 10, 10), box(0, 0, 10, 10), box(5, 5, 10, 10), box(0, 55, 10, 10), box(100, 0, 5, 100)];
  expect(overlaps(boxes, 1)).toEqual([
    [1, 2],
    [0, 3],
  ]);
  expect(overlaps(boxes, 6)).toEqual([]);
});
