import { gridCode } from '#domain/place/code.ts';
import type { Place, ShapedPlace } from '#domain/place/place.ts';
import { innerPoint, signedArea } from '#domain/place/ring.ts';
import { shapeCommunities } from './communities.ts';
import { districtFacts, isCentral } from './district-facts.ts';
import { shapeGrids } from './grids.ts';
import { joinCorners } from '#domain/place/junctions.ts';
import { areaM2 } from '#domain/place/ellipsoid.ts';
import { toPlane } from './plane.ts';
import { readDistricts, readHandPlaced, readNames, readPlaceNames } from './sources.ts';
import { shapeSubdistricts } from './subdistricts.ts';

type Draft = Omit<Place, 'areaM2' | 'centroid'> & { rings: number[][] };

const CITY = '120000';

/**
 * All places of Tianjin, city to unit grid, in order of code inside each level. The same on every run and machine.
 * Districts and names are published; subdistrict, community and grid shapes are computed and marked approximate.
 */
export function buildTianjin(): ShapedPlace[] {
  const outlines = readDistricts();
  const names = readNames();
  const districts: Draft[] = [];
  const subdistricts: Draft[] = [];
  const communities: Draft[] = [];
  const grids: Draft[] = [];
  for (const [code, facts] of Object.entries(districtFacts)) {
    const outline = outlines[code];
    if (outline === undefined) throw new Error(`no outline for district ${code}`);
    const { zh, en, hosting, population } = facts;
    districts.push({ ...draft(code, CITY, 'district', zh, en, [outline]), approximate: false, hosting, population });
    const inside = names.filter((named) => named.code.startsWith(code));
    const central = isCentral(code);
    const shaped = shapeSubdistricts(outline, central, inside, readPlaceNames(), readHandPlaced());
    for (const { named, parts, centre } of shaped) {
      subdistricts.push(draft(named.code, code, 'subdistrict', named.zh, named.en, parts));
      const plane = parts.map(toPlane);
      const inner = shapeCommunities(named, plane, centre, central);
      for (const community of inner.communities) {
        const own = named.code + community.number;
        communities.push(draft(own, named.code, 'community', community.zh, community.en, community.parts));
        if (!community.builtUp) continue;
        shapeGrids(community.parts, inner.builtUp).forEach((ring, at) => {
          const [zhGrid, enGrid] = [`${community.zh}${at + 1}号网格`, `${community.en} grid ${at + 1}`];
          grids.push(draft(gridCode(own, at + 1), own, 'grid', zhGrid, enGrid, [ring]));
        });
      }
    }
  }
  const below = [districts, subdistricts, communities, grids].flatMap(finish);
  return [city(below), ...below];
}

function draft(
  code: string,
  parentCode: string,
  level: Place['level'],
  nameZh: string,
  nameEn: string,
  rings: number[][],
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
function city(below: ShapedPlace[]): ShapedPlace {
  const districts = below.filter((place) => place.level === 'district');
  const sum = (value: (place: ShapedPlace) => number) => districts.reduce((total, place) => total + value(place), 0);
  return {
    code: CITY,
    level: 'city',
    parentCode: null,
    nameZh: '天津市',
    nameEn: 'Tianjin',
    approximate: false,
    hosting: null,
    areaM2: sum((place) => place.areaM2),
    centroid: { lon: 117.2, lat: 39.13 },
    population: sum((place) => place.population ?? 0),
    parts: [],
  };
}
