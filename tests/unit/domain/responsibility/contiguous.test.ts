import { expect, it } from 'vitest';
import { neighboursOf, piecesOf } from '#domain/responsibility/contiguous.ts';

type Parts = number[][][];
const box = (west: number, south: number, east: number, north: number): Parts => [
  [[west, south, east, south, east, north, west, north].map((metre) => metre * 10)],
];

it('outlines are neighbours by a border, not by a corner', () => {
  const outlines = [box(0, 0, 100, 100), box(100, 0, 200, 100), box(200, 100, 300, 200), box(100, 100, 200, 200)];
  expect(neighboursOf(outlines)).toEqual([[1], [0, 3], [3], [1, 2]]);
  expect(neighboursOf([outlines[0]!, outlines[3]!])).toEqual([[], []]);
});

it('a seam of less than a metre between two surveys is a border, a street is not', () => {
  const shifted = (metres: number): Parts => box(100 + metres, 0, 200, 100);
  expect(neighboursOf([box(0, 0, 100, 140), shifted(0.3)])).toEqual([[1], [0]]);
  expect(neighboursOf([box(0, 0, 100, 140), shifted(8)])).toEqual([[], []]);
});

it('a longer border is shared though the corners of only one lie on it', () => {
  expect(neighboursOf([box(0, 0, 300, 100), box(100, 100, 200, 200)])).toEqual([[1], [0]]);
});

it('an outline of several parts, or of none, is one outline', () => {
  const two: Parts = [...box(0, 0, 100, 100), ...box(300, 0, 400, 100)];
  expect(neighboursOf([two, box(200, 0, 300, 100), []])).toEqual([[1], [0], []]);
});

it('pieces are what hangs together', () => {
  expect(piecesOf([[1], [0, 4], [3], [2], [1]])).toEqual([[0, 1, 4], [2, 3]]); // prettier-ignore
  expect(piecesOf([])).toEqual([]);
});
