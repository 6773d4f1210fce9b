import type { PlaceIndex } from '#domain/place/place-index.ts';
import { loadPlaces, type PlaceRow } from '#domain/place/place-row.ts';
import { row } from '../place/fixture.ts';

const SIDE = 1_000;
const [WEST, SOUTH] = [117_000_000, 39_000_000];

/** Code of the n-th unit grid, from 1, of a community of the block city. */
export const unitGrid = (number: number, community = '120101001001'): string =>
  `${community}${String(number).padStart(3, '0')}`;

/** Rows of one community: unit grids in a block, `columns` wide, west to east and south to north from (x, y). */
function community(code: string, columns: number, count: number, [x, y]: [number, number]): PlaceRow[] {
  const grids = Array.from({ length: count }, (_, at): PlaceRow => {
    const west = WEST + (x + (at % columns)) * SIDE;
    const south = SOUTH + (y + Math.floor(at / columns)) * SIDE;
    const cell = [west, south, west + SIDE, south, west + SIDE, south + SIDE, west, south + SIDE];
    const centre = { lon: (west + SIDE / 2) / 1e6, lat: (south + SIDE / 2) / 1e6 };
    return { ...row(unitGrid(at + 1, code), 'grid', code, null), cell, ...centre };
  });
  return [row(code, 'community', code.slice(0, 9), null), ...grids];
}

/**
 * Two districts of squares of 0.001°: 120101001001 with 6 × 4 unit grids and 120101001002 with 6 × 2 north of it;
 * 120102001001 with 3 × 2 to the east of them.
 */
export function blockRows(): PlaceRow[] {
  return [
    row('120000', 'city', null, null),
    ...['120101', '120102'].flatMap((code) => [
      row(code, 'district', '120000', null),
      row(`${code}001`, 'subdistrict', code, null),
    ]),
    ...community('120101001001', 6, 24, [0, 0]),
    ...community('120101001002', 6, 12, [0, 4]),
    ...community('120102001001', 3, 6, [6, 0]),
  ];
}

export function blockCity(): PlaceIndex {
  return loadPlaces(blockRows());
}
