import { gridCode } from '#domain/place/code.ts';
import type { Place, ShapedPlace } from '#domain/place/place.ts';
import { innerPoint, signedArea } from '#domain/place/ring.ts';
import { shapeCommunities } from './communities.ts';
import { shapeGrids } from './grids.ts';
import { joinCorners } from '#domain/place/junctions.ts';
import { areaM2 } from '#domain/place/ellipsoid.ts';
import { PolygonLayer } from '#domain/place/polygon-layer.ts';
import { toPlane, type Plane } from './plane.ts';
import type { DistrictFacts, NamedSubdistrict } from './sources.ts';
import { shapeSubdistricts } from './subdistricts.ts';

type Draft = Omit<Place, 'areaM2' | 'centroid'> & { rings: readonly (readonly number[])[] };

/** What a city is made of. */
export type CitySources = {
  /** Six digits, such as 120000. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Where its middle is shown, degrees. */
  readonly centre: { readonly lon: number; readonly lat: number };
  readonly plane: Plane;
  readonly districts: Readonly<Record<string, DistrictFacts>>;
  /** Rings of each district by code, microdegrees, counter-clockwise, not closed. */
  readonly outlines: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Whether the districts' outlines are computed ones as well. */
  readonly approximate: boolean;
  /** Subdistricts with their communities; empty: the city begins with its districts alone. */
  readonly names: readonly NamedSubdistrict[];
  /** Settlements: Latin name, longitude, latitude. */
  readonly settlements: readonly (readonly [string, number, number])[];
  /** Longitude and latitude of subdistricts that no settlement names, by code. */
  readonly handPlaced: Readonly<Record<string, readonly [number, number]>>;
  /** The sea: polygons of an outer ring and its islands, microdegrees; empty where none is known. */
  readonly sea: readonly (readonly (readonly number[])[])[];
};

/**
 * All places of a city, city to unit grid, in order of code inside each level. The same on every run and machine.
 * Districts and names are given; subdistrict, community and grid shapes are computed and marked approximate.
 * Throws where a district has no outline.
 */
export function buildCity(sources: CitySources): ShapedPlace[] {
  const { plane, outlines, names, settlements, handPlaced } = sources;
  const sea = new PolygonLayer([{ ordinal: 0, parts: sources.sea }]);
  const isSea = (lon: number, lat: number): boolean => sea.find(lon, lat) !== -1;
  const districts: Draft[] = [];
  const subdistricts: Draft[] = [];
  const communities: Draft[] = [];
  const grids: Draft[] = [];
  for (const [code, facts] of Object.entries(sources.districts)) {
    const outline = outlines[code];
    if (outline === undefined) throw new Error(`no outline for district ${code}`);
    const { zh, en, hosting, population, gridsEverywhere } = facts;
    const given = { approximate: sources.approximate, hosting, population };
    districts.push({ ...draft(code, sources.code, 'district', zh, en, outline), ...given });
    const inside = names.filter((named) => named.code.startsWith(code));
    const shaped = shapeSubdistricts(plane, outline, gridsEverywhere, inside, settlements, handPlaced);
    for (const { named, parts, centre } of shaped) {
      subdistricts.push(draft(named.code, code, 'subdistrict', named.zh, named.en, parts));
      const inPlane = parts.map((ring) => toPlane(plane, ring));
      const inner = shapeCommunities(plane, named, inPlane, centre, gridsEverywhere);
      for (const community of inner.communities) {
        // Its whole cell was a scrap that a neighbour took.
        if (community.parts.length === 0) continue;
        const own = named.code + community.number;
        communities.push(draft(own, named.code, 'community', community.zh, community.en, community.parts));
        if (!community.builtUp) continue;
        shapeGrids(plane, community.parts, inner.builtUp, isSea).forEach((ring, at) => {
          const [zhGrid, enGrid] = [`${community.zh}${at + 1}号网格`, `${community.en} grid ${at + 1}`];
          grids.push(draft(gridCode(own, at + 1), own, 'grid', zhGrid, enGrid, [ring]));
        });
      }
    }
  }
  const below = [districts, subdistricts, communities, grids].flatMap(finish);
  return [whole(sources, below), ...below];
}

function draft(
  code: string,
  parentCode: string,
  level: Place['level'],
  nameZh: string,
  nameEn: string,
  rings: readonly (readonly number[])[],
): Draft {
  return { code, parentCode, level, nameZh, nameEn, rings, approximate: true, hosting: null, population: null };
}

/** Closes the last hair's breadths inside a level and measures it. */
function finish(drafts: Draft[]): ShapedPlace[] {
  const joined = joinCorners(drafts.flatMap(({ rings }) => rings));
  let at = 0;
  return drafts
    .map(({ rings, ...place }): ShapedPlace => {
      const parts = joined.slice(at, (at += rings.length)).sort((a, b) => signedArea(b) - signedArea(a));
      const [x, y] = innerPoint(parts[0] ?? []);
      const centroid = { lon: Math.round(x) / 1e6, lat: Math.round(y) / 1e6 };
      const area = parts.reduce((sum, ring) => sum + areaM2(ring), 0);
      return { ...place, areaM2: Math.round(area), centroid, parts: parts.map((ring) => [ring]) };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The city has no outline of its own: it is its districts. */
function whole({ code, nameZh, nameEn, centre }: CitySources, below: ShapedPlace[]): ShapedPlace {
  const districts = below.filter((place) => place.level === 'district');
  const sum = (value: (place: ShapedPlace) => number) => districts.reduce((total, place) => total + value(place), 0);
  const counted = districts.every(({ population }) => population !== null);
  return {
    code,
    level: 'city',
    parentCode: null,
    nameZh,
    nameEn,
    approximate: false,
    hosting: null,
    areaM2: sum((place) => place.areaM2),
    centroid: { ...centre },
    population: counted ? sum((place) => place.population ?? 0) : null,
    parts: [],
  };
}
