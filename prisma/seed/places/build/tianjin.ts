import type { ShapedPlace } from '#domain/place/place.ts';
import { buildCity, type CitySources } from './city.ts';
import { districtFacts, isCentral } from './district-facts.ts';
import { TIANJIN_PLANE } from './plane.ts';
import { readDistricts, readHandPlaced, readNames, readPlaceNames, readSea } from './sources.ts';

/** What Tianjin is made of. */
export function tianjinSources(): CitySources {
  return {
    code: '120000',
    nameZh: '天津市',
    nameEn: 'Tianjin',
    centre: { lon: 117.2, lat: 39.13 },
    plane: TIANJIN_PLANE,
    districts: Object.fromEntries(
      Object.entries(districtFacts).map(([code, facts]) => [code, { ...facts, gridsEverywhere: isCentral(code) }]),
    ),
    outlines: Object.fromEntries(Object.entries(readDistricts()).map(([code, ring]) => [code, [ring]])),
    approximate: false,
    names: readNames(),
    settlements: readPlaceNames(),
    handPlaced: readHandPlaced(),
    sea: readSea(),
  };
}

/** All places of Tianjin, see `buildCity`. */
export function buildTianjin(): ShapedPlace[] {
  return buildCity(tianjinSources());
}
