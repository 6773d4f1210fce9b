import { distanceMetres } from '#domain/place/distance.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Position } from '#domain/place/position.ts';
import { neighboursOf } from '#domain/responsibility/contiguous.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { clustersOf } from './cluster.ts';

/** Names how they are made; to be changed with it. */
export const RESPONSIBILITY_VERSION = 'responsibility grids 1';

/** A collector of the demonstration and where the rounds begin. */
export type Rounds = { code: string; districtCode: string; home: Position };

/** Farther than this from home nobody walks a round, metres. */
const ROUND_M = 1_500;

/**
 * Computed responsibility grids for a demonstration: contiguous groups of unit grids inside one community, each walked by
 * the collector of the district whose rounds begin nearest, or by nobody where none is near. All are marked approximate.
 */
export function* madeResponsibilityGrids(places: PlaceIndex, rounds: readonly Rounds[]): Generator<ResponsibilityGrid> {
  for (const [ordinal, community] of places.places.entries()) {
    if (community.level !== 'community') continue;
    const unitGrids = places.childrenOf(ordinal);
    const centres = unitGrids.map((grid) => (places.places[grid] as { centroid: Position }).centroid);
    const clusters = clustersOf(centres, neighboursOf(unitGrids.map((grid) => places.partsAt(grid))));
    for (const [at, cluster] of clusters.entries()) {
      const number = at + 1;
      yield {
        code: `${community.code}R${String(number).padStart(2, '0')}`,
        name: {
          zh: `${community.nameZh}责任网格${number}（示例）`,
          en: `${community.nameEn} responsibility grid ${number} (demo)`,
        },
        person: '',
        collector: nearestRounds(middleOf(cluster.map((one) => centres[one] as Position)), community.code, rounds),
        departmentCode: null,
        approximate: true,
        unitGrids: cluster.map((one) => places.places[unitGrids[one] as number]?.code ?? '').sort(),
      };
    }
  }
}

function middleOf(points: readonly Position[]): Position {
  const mean = (of: (point: Position) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
}

function nearestRounds(middle: Position, communityCode: string, rounds: readonly Rounds[]): string | null {
  let best: string | null = null;
  let least = ROUND_M;
  for (const { code, districtCode, home } of rounds) {
    if (!communityCode.startsWith(districtCode)) continue;
    const metres = distanceMetres(middle, home);
    if (metres < least) [best, least] = [code, metres];
  }
  return best;
}
