import gcoord from 'gcoord';

type Pair = [number, number];
type Polygon = Pair[][];
type MultiPolygon = Polygon[];
/** The part of npm polygon-clipping that is used here. */
export type Clipping = {
  union(first: MultiPolygon, ...rest: MultiPolygon[]): MultiPolygon;
  difference(first: MultiPolygon, ...rest: MultiPolygon[]): MultiPolygon;
};
type Outline = { code: string; name: string; polygons: MultiPolygon };
type Piece = { code: string; main: Polygon; islands: Polygon[] };
/** A part that lies apart from its district's main one is kept from about 4 km² (square degrees). */
const SMALLEST_ISLAND = 0.0004;

/**
 * District outlines in WGS-84 that neither overlap nor leave gaps between them. The published ones are GCJ-02, from two
 * sources, and quantised to about 100 m, so that neighbours disagree by slivers: a later district loses what an earlier
 * one holds, and slivers that are nobody's go to the neighbour they touch longest. Holes are filled: an exclave belongs
 * to the district around it.
 * Result: the main ring, then islands; microdegrees, [lon, lat, lon, lat, …], counter-clockwise, not closed.
 */
export function cleanDistricts(outlines: Outline[], clipping: Clipping): { code: string; rings: number[][] }[] {
  const taken: MultiPolygon[] = [];
  const pieces: Piece[] = [];
  const scraps: Polygon[] = [];
  for (const { code, name, polygons } of outlines) {
    const filled = polygons.map(([outer]): Polygon => [toWgs84(outer as Pair[])]);
    const own = clipping.union([filled[0] as Polygon], ...filled.slice(1).map((polygon) => [polygon]));
    const left = clipping.difference(bySize(own), ...taken);
    const [main, ...rest] = bySize(left);
    if (main === undefined) throw new Error(`${code} ${name}: nothing left of it`);
    taken.push([[main[0] as Pair[]]]);
    const isIsland = (polygon: Polygon): boolean => polygons.length > 1 && areaOf(polygon) >= SMALLEST_ISLAND;
    scraps.push(...rest.filter((polygon) => !isIsland(polygon)));
    pieces.push({ code, main: [main[0] as Pair[]], islands: rest.filter(isIsland) });
  }
  fillGaps(pieces, scraps, clipping);
  return pieces.map(({ code, main, islands }) => {
    const free = islands.flatMap((island) => clipping.difference([island], ...pieces.map((other) => [other.main])));
    const kept = free.filter((polygon) => areaOf(polygon) >= SMALLEST_ISLAND);
    return { code, rings: [main, ...kept].map(([outer]) => flat(outer as Pair[])) };
  });
}

function toWgs84(ring: Pair[]): Pair[] {
  return ring.map((point) => snap(gcoord.transform(point, gcoord.GCJ02, gcoord.WGS84)));
}

function bySize(polygons: MultiPolygon): MultiPolygon {
  return [...polygons].sort((a, b) => areaOf(b) - areaOf(a));
}

function fillGaps(pieces: Piece[], scraps: Polygon[], clipping: Clipping): void {
  const whole = clipping.union([pieces[0]?.main as Polygon], ...pieces.slice(1).map((piece) => [piece.main]));
  const gaps = whole.flatMap((polygon) => polygon.slice(1)).map((hole): Polygon => [hole]);
  const rest = gaps.length === 0 ? scraps : [...gaps, ...scraps];
  for (const gap of rest) {
    const ranked = pieces
      .map((piece) => ({ piece, shared: sharedLength(gap[0] as Pair[], piece.main[0] as Pair[]) }))
      .sort((a, b) => b.shared - a.shared);
    for (const { piece } of ranked.slice(0, 3)) {
      const others = pieces.filter((other) => other !== piece).map((other) => [other.main]);
      const free = clipping.difference([gap], ...others);
      if (free.length === 0) break;
      const joined = clipping.union([piece.main], free);
      if (joined.length !== 1) continue;
      piece.main = [joined[0]?.[0] as Pair[]];
      break;
    }
  }
}

/** Length of `ring` that runs within a metre or so of `other`, sampled. */
function sharedLength(ring: Pair[], other: Pair[]): number {
  let length = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as Pair, ring[i + 1] as Pair];
    const middle: Pair = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const touches = other.some((p, k) => k + 1 < other.length && distance(middle, p, other[k + 1] as Pair) < 1e-5);
    if (touches) length += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return length;
}

function distance(p: Pair, a: Pair, b: Pair): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const span = dx * dx + dy * dy;
  const t = span === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / span));
  return Math.hypot(a[0] + t * dx - p[0], a[1] + t * dy - p[1]);
}

function snap([lon, lat]: number[]): Pair {
  return [Math.round((lon as number) * 1e6) / 1e6, Math.round((lat as number) * 1e6) / 1e6];
}

function areaOf(polygon: Polygon): number {
  const ring = polygon[0] as Pair[];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as Pair, ring[i + 1] as Pair];
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(twice) / 2;
}

function flat(closed: Pair[]): number[] {
  const out: number[] = [];
  for (const [lon, lat] of closed.slice(0, -1)) {
    const [x, y] = [Math.round(lon * 1e6), Math.round(lat * 1e6)];
    if (out.at(-2) !== x || out.at(-1) !== y) out.push(x, y);
  }
  return out;
}
