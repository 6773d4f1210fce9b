import { PlaceIndex } from '#domain/place/place-index.ts';
import type { ShapedPlace } from '#domain/place/place.ts';

type Label = {
  type: 'Feature';
  /** Level 1 the sea, 2 towns, 3 villages. `code` and `nameZh` where a subdistrict of the same district has that very name, else null. */
  properties: { nameEn: string; nameZh: string | null; code: string | null; level: number };
  geometry: { type: 'Point'; coordinates: [number, number] };
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/gu, '');

/** Point labels of the base map: GeoNames places (Latin names), with their Chinese names where certain, and the sea. */
export function placeLabels(places: readonly ShapedPlace[], names: readonly [string, number, number][]): Label[] {
  const index = new PlaceIndex(places);
  const districts = names.map(([, lon, lat]) => index.locate(lon, lat).districtCode);
  const towns = names.map(([nameEn, lon, lat], at): Label => {
    const district = districts[at];
    const isTwice = names.some(([other], k) => k !== at && other === nameEn && districts[k] === district);
    const alike = places.filter(
      (place) =>
        place.level === 'subdistrict' && place.parentCode === district && plain(place.nameEn) === plain(nameEn),
    );
    const match = alike.length === 1 && !isTwice ? alike[0] : undefined;
    const nameZh = match === undefined ? null : match.nameZh.replace(/(街道|镇|乡)$/u, '');
    return label(nameEn, nameZh, match?.code ?? null, match === undefined ? 3 : 2, [lon, lat]);
  });
  return [
    ...towns,
    label('Bohai Sea', '渤海', null, 1, [118.75, 38.7]),
    label('Bohai Bay', '渤海湾', null, 1, [118.05, 38.8]),
  ];
}

function label(
  nameEn: string,
  nameZh: string | null,
  code: string | null,
  level: number,
  coordinates: [number, number],
): Label {
  return { type: 'Feature', properties: { nameEn, nameZh, code, level }, geometry: { type: 'Point', coordinates } };
}
