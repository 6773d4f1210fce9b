import type { Located, Position } from '../place/position.ts';
import { directionOf, DIRECTIONS, saidMetres, type Direction } from './direction.ts';
import type { EntryType } from './entry.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Near, NearIndex } from './near-index.ts';

/** A named place near a point: the point lies `metres` to its `direction`. */
export type NamedNear = {
  key: string;
  type: EntryType;
  nameZh: string;
  nameEn: string;
  direction: Direction;
  /** Metres from the entry's nearest point. */
  metres: number;
  approximate: boolean;
};

/** Where a point lies, in codes, in named places, and in one sentence of each language. */
export type ReverseAnswer = {
  place: Located;
  /** From the city's district down to the community. */
  divisions: readonly { code: string; nameZh: string; nameEn: string }[];
  road: NamedNear | null;
  plate: NamedNear | null;
  /** The nearest building, estate, point of interest, landmark, or named area. */
  named: NamedNear | null;
  zh: string;
  en: string;
};

const ROAD_WITHIN = 500;
const PLATE_WITHIN = 60;
const NAMED_WITHIN = 500;
const AREA_WITHIN = 10_000;
/** Nearer than this a point is beside the place, and no direction is said. */
const BESIDE = 8;

/** What is known of a point. Never throws; outside the city the divisions are empty. */
export function reverse(gazetteer: Gazetteer, at: Position): ReverseAnswer {
  const place = gazetteer.places.locate(at.lon, at.lat);
  const { roads, plates, points, areas } = gazetteer.near;
  const nearest = (index: NearIndex, metres: number): NamedNear | null => {
    const found = index.near(at, 8, metres)[0];
    return found === undefined ? null : namedNear(gazetteer, found, at);
  };
  const road = nearest(roads, ROAD_WITHIN);
  const plate = nearest(plates, PLATE_WITHIN);
  const named = nearest(points, NAMED_WITHIN) ?? nearest(areas, AREA_WITHIN);
  const divisions = divisionsOf(gazetteer, place);
  const anchor = anchorOf(road, plate, named);
  return { place, divisions, road, plate, named, zh: sayZh(divisions, anchor), en: sayEn(divisions, anchor) };
}

/** The one place that a sentence names: what is at hand, else the road, else whatever is nearest. */
function anchorOf(road: NamedNear | null, plate: NamedNear | null, named: NamedNear | null): NamedNear | null {
  if (plate !== null && plate.metres <= 30) return plate;
  if (named !== null && named.metres <= 30) return named;
  if (road !== null && road.metres <= 150) return road;
  if (named !== null && named.metres <= NAMED_WITHIN) return named;
  return road ?? named;
}

function namedNear(gazetteer: Gazetteer, { document, position, metres }: Near, at: Position): NamedNear {
  const { key, type, nameZh, nameEn, spelled, approximate } = gazetteer.entry(document);
  const direction = directionOf(position, at);
  return { key, type, nameZh, nameEn: nameEn || joined(spelled) || nameZh, direction, metres, approximate };
}

/** `bin jiang dao` as a name: Binjiangdao. */
function joined(spelled: string): string {
  const word = spelled.replaceAll(' ', '');
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function divisionsOf(gazetteer: Gazetteer, place: Located): ReverseAnswer['divisions'] {
  return [place.districtCode, place.subdistrictCode, place.communityCode].flatMap((code) => {
    if (code === null) return [];
    const { nameZh, nameEn } = gazetteer.entry(gazetteer.divisionOf(code));
    return [{ code, nameZh, nameEn }];
  });
}

function sayZh(divisions: ReverseAnswer['divisions'], anchor: NamedNear | null): string {
  const where = divisions.map(({ nameZh }) => nameZh).join('') || '市域外';
  if (anchor === null) return where;
  if (anchor.metres < BESIDE) return `${where}，${anchor.nameZh}旁`;
  return `${where}，${anchor.nameZh}${DIRECTIONS[anchor.direction].zh}约${farZh(saidMetres(anchor.metres))}`;
}

function sayEn(divisions: ReverseAnswer['divisions'], anchor: NamedNear | null): string {
  const where = [...divisions].reverse().map(({ nameEn }) => nameEn);
  if (where.length === 0) where.push('outside the city');
  if (anchor === null) return where.join(', ');
  const direction = DIRECTIONS[anchor.direction].en;
  const first =
    anchor.metres < BESIDE
      ? `beside ${anchor.nameEn}`
      : `about ${farEn(saidMetres(anchor.metres))} ${direction} of ${anchor.nameEn}`;
  return [first, ...where].join(', ');
}

function farZh(metres: number): string {
  return metres < 1000 ? `${metres}米` : `${metres / 1000}公里`;
}

function farEn(metres: number): string {
  return metres < 1000 ? `${metres} m` : `${metres / 1000} km`;
}
