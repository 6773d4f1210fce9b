import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedOutline } from '#domain/place/joined-outline.ts';
import { signedArea } from '#domain/place/ring.ts';

/** A square of 100 microdegrees in a lattice; `back` writes its corners the other way round. */
function cell(column: number, row: number, back = false): number[][][] {
  const [x, y] = [column * 100, row * 100];
  const corners = [
    [x, y],
    [x + 100, y],
    [x + 100, y + 100],
    [x, y + 100],
  ];
  return [[(back ? corners.reverse() : corners).flat()]];
}

const areaOf = (rings: readonly (readonly number[])[]): number => signedArea(rings.slice(0, -1).flat());
const total = (outline: ReturnType<typeof joinedOutline>): number =>
  outline?.type === 'MultiPolygon' ? outline.coordinates.flat().reduce((sum, ring) => sum + areaOf(ring), 0) * 1e12 : 0;

test('neighbours become one polygon, whichever way they were written', () => {
  const outline = joinedOutline([cell(0, 0), cell(1, 0, true), cell(1, 1)]);
  expect(outline?.coordinates).toHaveLength(1);
  expect(outline?.coordinates[0]).toHaveLength(1);
  expect(total(outline)).toBeCloseTo(30_000, 3);
});

test('what is left out in the middle is a hole, what lies apart another polygon', () => {
  const ring = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const)).filter(([x, y]) => x !== 1 || y !== 1);
  const outline = joinedOutline([...ring.map(([x, y]) => cell(x, y)), cell(9, 9)]);
  expect(outline?.coordinates.map((rings) => rings.length).sort()).toEqual([1, 2]);
  expect(joinedOutline([])).toBeNull();
});

test('any choice of cells keeps its area, and every ring is closed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(63), { minLength: 1 }), fc.boolean(), (chosen, back) => {
      const outline = joinedOutline(chosen.map((n) => cell(n % 8, n >> 3, back)));
      expect(total(outline)).toBeCloseTo(chosen.length * 10_000, 2);
      for (const ring of outline?.coordinates.flat() ?? []) expect(ring.at(-1)).toEqual(ring[0]);
    }),
  );
});
