import { parentCodeOf } from '../code.ts';
import { fromWgs84 } from '../datum.ts';
import { distanceMetres } from '../distance.ts';
import { boxOf } from '../ring.ts';
import type { IncomingLevel, PlaceProblem } from './feature.ts';
import { middleOf, type ReadPlace } from './read-places.ts';

/** An outline that is known already: of a parent, or of the same place as it was. Parts as in ShapedPlace. */
export type KnownOutline = { code: string; parts: readonly (readonly ArrayLike<number>[])[] };

/** Codes that are there twice, that belong to another parent than the file's, and places far from all others. */
export function checkTogether(
  places: readonly ReadPlace[],
  level: IncomingLevel,
  ancestor: string | null,
): PlaceProblem[] {
  return [...repeated(places), ...foreign(places, level, ancestor), ...farAway(places)];
}

function repeated(places: readonly ReadPlace[]): PlaceProblem[] {
  const first = new Map<string, ReadPlace>();
  return places.flatMap((place) => {
    if (place.code === '') return [];
    const known = first.get(place.code);
    if (known === undefined) {
      first.set(place.code, place);
      return [];
    }
    const names = known.name === place.name ? '' : ` (${known.name || '—'} and ${place.name || '—'})`;
    const reason = `feature ${known.line} has the code ${place.code} already${names}`;
    const hint = 'Give each place its own code; parts of one place belong into one MultiPolygon.';
    return [{ ...problemAt(place, 'repeated-code', reason, hint), areaM2: place.areaM2 || null }];
  });
}

/** Whether a code lies under another: 110101 under 110000, 440305 under 440300, 110101001 under 110101. */
export function isUnder(code: string, ancestor: string): boolean {
  return code.startsWith(ancestor.length === 6 ? ancestor.replace(/(00)+$/u, '') : ancestor);
}

function foreign(places: readonly ReadPlace[], level: IncomingLevel, ancestor: string | null): PlaceProblem[] {
  const valid = places.filter((place) => place.parent !== null);
  const expected = ancestor ?? commonCity(valid);
  if (expected === null) return [];
  return valid.flatMap((place) => {
    if (isUnder(place.code, expected)) return [];
    const reason = `${place.code} does not belong to ${expected}, as ${ancestor === null ? 'most of the file does' : 'was said'}`;
    const wrong = problemAt(place, 'wrong-parent', reason, `Mend the code, or import this ${level} with its own city.`);
    return [{ ...wrong, codes: [place.code, place.parent ?? '', expected], areaM2: place.areaM2 || null }];
  });
}

/** The city that more than half of the places belong to. */
function commonCity(places: readonly ReadPlace[]): string | null {
  const counts = new Map<string, number>();
  for (const { code } of places) {
    const city = parentCodeOf(code.slice(0, 6));
    if (city !== null) counts.set(city, (counts.get(city) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] * 2 > places.length ? most[0] : null;
}

/** Places further than this from all others are told of. */
const FAR_M = 100_000;
const CELL_DEGREES = 0.25;

/**
 * Places that lie apart from where most are: the coordinates of another city, or a wrong projection. Islands may lie so too,
 * so that it refuses nothing.
 */
function farAway(places: readonly ReadPlace[]): PlaceProblem[] {
  const cells = new Map<string, { east: number; north: number; places: ReadPlace[] }>();
  for (const place of places) {
    if (place.parts === null) continue;
    const [west, south, east, north] = boxOf(place.parts.flat()).map((micro) => Math.floor(micro / 1e6 / CELL_DEGREES));
    for (const [x, y] of [
      [west, south],
      [east, south],
      [west, north],
      [east, north],
      place.centroid?.map((it) => Math.floor(it / CELL_DEGREES)),
    ] as number[][]) {
      const known = cells.get(`${x},${y}`);
      if (known === undefined) cells.set(`${x},${y}`, { east: x as number, north: y as number, places: [place] });
      else known.places.push(place);
    }
  }
  const groups = groupsOf([...cells.values()]);
  const [main] = groups.sort((a, b) => b.size - a.size);
  if (main === undefined || main.size * 2 <= places.length) return [];
  const inMain = [...main];
  return groups.slice(1).flatMap((group) =>
    [...group].flatMap((place) => {
      const distance = Math.min(...inMain.slice(0, 2_000).map((other) => apart(place, other)));
      if (!(distance > FAR_M)) return [];
      const reason = `it lies ${Math.round(distance / 1000)} km from the others: coordinates of another city?`;
      return [
        {
          ...problemAt(place, 'far-away', reason, 'Check its coordinates and the projection of its file.'),
          refuses: false,
        },
      ];
    }),
  );
}

function apart(a: ReadPlace, b: ReadPlace): number {
  const [[lonA, latA], [lonB, latB]] = [a.centroid ?? [0, 0], b.centroid ?? [0, 0]];
  return distanceMetres({ lon: lonA, lat: latA }, { lon: lonB, lat: latB });
}

/** Cells that touch, joined: the places of each group. */
function groupsOf(cells: readonly { east: number; north: number; places: ReadPlace[] }[]): Set<ReadPlace>[] {
  const open = new Map(cells.map((cell) => [`${cell.east},${cell.north}`, cell]));
  const groups: Set<ReadPlace>[] = [];
  for (const first of cells) {
    if (!open.delete(`${first.east},${first.north}`)) continue;
    const group = new Set<ReadPlace>();
    const next = [first];
    for (let cell = next.pop(); cell !== undefined; cell = next.pop()) {
      for (const place of cell.places) group.add(place);
      for (let x = -2; x <= 2; x++) {
        for (let y = -2; y <= 2; y++) {
          const key = `${cell.east + x},${cell.north + y}`;
          const near = open.get(key);
          if (near !== undefined && open.delete(key)) next.push(near);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** How near a shift must come to that of a datum, as a share of it. */
const LIKE = 0.3;

/**
 * Whether outlines lie off the known ones as another datum would put them: the file's datum was then declared wrongly.
 * Compares the middles of the boxes of places with the same code, or of all places of a parent with the parent's.
 */
export function otherDatum(places: readonly ReadPlace[], known: readonly KnownOutline[]): PlaceProblem[] {
  const byCode = new Map(known.map((outline) => [outline.code, outline]));
  const incoming = new Map<string, number[][][]>();
  for (const place of places) {
    if (place.parts === null || place.parent === null) continue;
    const code = byCode.has(place.code) ? place.code : place.parent;
    if (byCode.has(code)) incoming.set(code, [...(incoming.get(code) ?? []), ...place.parts]);
  }
  const shifts = [...incoming].map(([code, parts]) => {
    const [from, to] = [middleOf(byCode.get(code)?.parts ?? []), middleOf(parts)];
    return { from, shift: [to[0] - from[0], to[1] - from[1]] as const };
  });
  if (shifts.length === 0) return [];
  const [east, north] = [median(shifts.map(({ shift }) => shift[0])), median(shifts.map(({ shift }) => shift[1]))];
  const [lon, lat] = (shifts[0]?.from ?? [0, 0]).map((micro) => micro / 1e6) as [number, number];
  for (const datum of ['gcj02', 'bd09'] as const) {
    const moved = fromWgs84(lon, lat, datum);
    const [x, y] = [(moved.lon - lon) * 1e6, (moved.lat - lat) * 1e6];
    const size = Math.hypot(x, y);
    if (size === 0) continue;
    for (const [sign, hint] of [
      [1, `They look like ${datum}: import them with --datum ${datum}.`],
      [-1, `They look converted once too often: are they WGS-84 already?`],
    ] as const) {
      if (Math.hypot(east - sign * x, north - sign * y) > LIKE * size) continue;
      const metres = Math.round(Math.hypot(east * Math.cos((lat * Math.PI) / 180), north) / 9);
      const reason = `the outlines lie about ${metres} m off the known ones, as ${datum} does`;
      return [
        {
          kind: 'other-datum',
          codes: [...incoming.keys()].slice(0, 20),
          areaM2: null,
          at: [lon, lat],
          line: null,
          field: 'geometry',
          reason,
          hint,
          refuses: false,
          outline: null,
        },
      ];
    }
  }
  return [];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function problemAt(place: ReadPlace, kind: PlaceProblem['kind'], reason: string, hint: string): PlaceProblem {
  const { label, line, centroid: at } = place;
  return { kind, codes: [label], areaM2: null, at, line, field: null, reason, hint, refuses: true, outline: null };
}
