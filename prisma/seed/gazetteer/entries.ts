import settlements from '../../../public/map/places.json' with { type: 'json' };
import rivers from '../../../public/map/rivers.json' with { type: 'json' };

/** Names the content; to be changed with it. */
export const GAZETTEER_VERSION = 'seed gazetteer 1';

type Settlement = { nameEn: string; nameZh: string | null; lon: number; lat: number };
type River = { nameZh: string; nameEn: string; lines: readonly (readonly (readonly number[])[])[] };

/** Settlements of the base map (GeoNames), the sea left out. */
export function seedSettlements(): Settlement[] {
  return settlements.features
    .filter(({ properties }) => properties.level > 1)
    .map(({ properties: { nameEn, nameZh }, geometry }) => {
      const [lon, lat] = geometry.coordinates as [number, number];
      return { nameEn, nameZh, lon, lat };
    });
}

/** Named waters of the base map (GSHHG). */
export function seedRivers(): River[] {
  return rivers.features.map(({ properties: { nameZh, nameEn }, geometry }) => ({
    nameZh,
    nameEn,
    lines: geometry.coordinates,
  }));
}
