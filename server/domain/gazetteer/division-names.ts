import type { PlaceIndex } from '../place/place-index.ts';
import type { Level, Place } from '../place/place.ts';
import { nameKey } from './normalise.ts';
import type { DivisionReader } from './read-address.ts';

const EN_WORDS: Record<Level, readonly string[]> = {
  city: ['city', 'municipality'],
  district: ['district', 'county', 'new area'],
  subdistrict: ['subdistrict', 'town', 'township', 'street office'],
  community: ['community', 'village'],
  grid: [],
};
const enPiece =
  /^(.+?) (city|municipality|district|county|new area|subdistrict|town|township|street office|community|village)$/u;

/** The word for a place's level in English, such as `Heping District`. */
export function divisionEn({ nameEn, nameZh, level }: Pick<Place, 'nameEn' | 'nameZh' | 'level'>): string {
  const word = {
    city: '',
    district: nameZh.endsWith('县') ? ' County' : ' District',
    subdistrict: /[镇]$/u.test(nameZh) ? ' Town' : /[乡]$/u.test(nameZh) ? ' Township' : ' Subdistrict',
    community: nameZh.endsWith('村') || nameZh.endsWith('村委会') ? ' Village' : ' Community',
    grid: '',
  }[level];
  return nameEn + word;
}

/**
 * Reads divisions off the front of a Chinese address and off the end of an English one. A Chinese name must be written
 * with its word (和平区, 劝业场街道): 和平 alone may be a road's beginning.
 */
export function divisionReader(places: PlaceIndex): DivisionReader {
  const zh = new Map<string, string[]>();
  const en = new Map<string, string[]>();
  let longest = 0;
  const add = (names: Map<string, string[]>, name: string, code: string): void => {
    if (name === '') return;
    const codes = names.get(name);
    if (codes === undefined) names.set(name, [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  for (const place of places.places) {
    if (place.level === 'grid') continue;
    const full = nameKey(place.nameZh);
    for (const name of [
      full,
      full.endsWith('街道') ? full.slice(0, -1) : full,
      place.level === 'city' ? full.replace(/市$/u, '') : full,
    ])
      add(zh, name, place.code);
    longest = Math.max(longest, full.length);
    for (const word of EN_WORDS[place.level]) add(en, nameKey(`${place.nameEn} ${word}`), place.code);
    if (place.level === 'city') add(en, nameKey(place.nameEn), place.code);
  }
  return (text) => {
    const front = readFront(text, zh, longest);
    return readBack(front.rest, en, front.within);
  };
}

function readFront(text: string, names: Map<string, string[]>, longest: number): ReturnType<DivisionReader> {
  let rest = text;
  let within: readonly string[] = [];
  for (;;) {
    let taken = 0;
    for (let length = Math.min(longest, rest.length); length > 1 && taken === 0; length--) {
      const codes = under(names.get(rest.slice(0, length)) ?? [], within);
      if (codes.length === 0) continue;
      within = codes;
      taken = length;
    }
    if (taken === 0) return { rest, within };
    rest = rest.slice(taken).replace(/^[,\s]+/u, '');
  }
}

/** English pieces go from small to large: they are read from the last one forward. */
function readBack(text: string, names: Map<string, string[]>, before: readonly string[]): ReturnType<DivisionReader> {
  const pieces = text.split(',');
  let within = before;
  while (pieces.length > 0) {
    const piece = pieces.at(-1) ?? '';
    const named = enPiece.test(piece) || pieces.length > 1;
    const codes = named ? under(names.get(nameKey(piece)) ?? [], within) : [];
    if (codes.length === 0) break;
    within = codes;
    pieces.pop();
  }
  return { rest: pieces.join(','), within };
}

/** Those that lie in one of the divisions named before them. A city covers everything. */
function under(codes: readonly string[], within: readonly string[]): readonly string[] {
  if (within.length === 0) return codes;
  return codes.filter((code) => within.some((one) => isWithinCode(code, one)));
}

/** Whether a place's code lies in a division's; city codes end in zeros. */
export function isWithinCode(code: string, division: string): boolean {
  if (division.endsWith('0000')) return code.startsWith(division.slice(0, 2));
  if (division.length === 6 && division.endsWith('00')) return code.startsWith(division.slice(0, 4));
  return code.startsWith(division);
}
