import type { Level } from './place.ts';

/** GB/T 30428.1: 6 digits district (GB/T 2260), 3 subdistrict, 3 community, 3 grid. */
const lengths: Record<Level, number> = { city: 6, district: 6, subdistrict: 9, community: 12, grid: 15 };

/** A grid's number inside its community has three digits. */
export const MAX_GRID_SEQUENCE = 999;

/** The parts of a valid 15-digit unit grid code. */
export type GridCode = { districtCode: string; subdistrictCode: string; communityCode: string; sequence: number };

export type CodeCheck<T> = { ok: true; value: T } | { ok: false; reason: string };

/** Takes a unit grid code apart, or says in words what is wrong with it. */
export function parseGridCode(code: string): CodeCheck<GridCode> {
  if (!/^\d*$/u.test(code)) return refuse(`a unit grid code is digits only, "${code}" is not`);
  if (code.length === 14)
    return refuse('14 digits is the older CJ/T 213-2005 code; GB/T 30428.1 has 15, with a 3-digit sequence');
  if (code.length !== 15) return refuse(`a unit grid code has 15 digits, "${code}" has ${code.length}`);
  const place = checkDivision(code.slice(0, 12));
  if (place !== null) return refuse(place);
  const sequence = Number(code.slice(12));
  if (sequence === 0) return refuse('the sequence of a unit grid starts at 001');
  return {
    ok: true,
    value: {
      districtCode: code.slice(0, 6),
      subdistrictCode: code.slice(0, 9),
      communityCode: code.slice(0, 12),
      sequence,
    },
  };
}

/**
 * The code of a community's n-th unit grid, counted west to east and north to south.
 * @param sequence 1 to 999. Throws RangeError for anything else, and for a community code that is not valid.
 */
export function gridCode(communityCode: string, sequence: number): string {
  const level = levelOfCode(communityCode);
  if (level !== 'community') throw new RangeError(`"${communityCode}" is not a community code`);
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > MAX_GRID_SEQUENCE)
    throw new RangeError(`grid sequence ${sequence} of ${communityCode} is not within 1 to ${MAX_GRID_SEQUENCE}`);
  return communityCode + String(sequence).padStart(3, '0');
}

/** The level a code belongs to, or null where it is no valid code. `DD0000` and `DDDD00` codes are cities. */
export function levelOfCode(code: string): Level | null {
  if (!/^\d+$/u.test(code)) return null;
  if (code.length === 15) return parseGridCode(code).ok ? 'grid' : null;
  if (checkDivision(code) !== null) return null;
  if (code.length === 6) return code.endsWith('00') ? 'city' : 'district';
  if (code.length === 9) return 'subdistrict';
  return code.length === 12 ? 'community' : null;
}

/** Whether a code is a city's: `DD0000` of a municipality, `DDDD00` of another. */
export function isCityCode(code: string): boolean {
  return /^\d{4}00$/u.test(code);
}

/**
 * The code one level up, null for a city. A district of a municipality belongs to `DD0000`, another to `DDDD00`.
 * Throws RangeError for what is no valid code.
 */
export function parentCodeOf(code: string): string | null {
  const level = levelOfCode(code);
  if (level === null) throw new RangeError(`"${code}" is no place code`);
  if (level === 'city') return null;
  if (level === 'district')
    return municipalities.has(code.slice(0, 2)) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
  return code.slice(0, code.length - 3);
}

/** Checks a code against the level it is said to have; null when right, else the reason. */
export function codeFault(code: string, level: Level): string | null {
  if (level === 'grid') {
    const parsed = parseGridCode(code);
    return parsed.ok ? null : parsed.reason;
  }
  if (code.length !== lengths[level])
    return `a ${level} code has ${lengths[level]} digits, "${code}" has ${code.length}`;
  const found = levelOfCode(code);
  return found === level
    ? null
    : `"${code}" is ${found === null ? 'no valid code' : `a ${found} code`}, not a ${level} code`;
}

/** Beijing, Tianjin, Shanghai, Chongqing: their districts hang directly under the province-level code. */
const municipalities = new Set(['11', '12', '31', '50']);

function checkDivision(code: string): string | null {
  if (code.length !== 6 && code.length !== 9 && code.length !== 12) return `no place code has ${code.length} digits`;
  if (code.startsWith('0')) return `"${code.slice(0, 6)}" is no division of GB/T 2260`;
  if (code.length > 6 && code.slice(4, 6) === '00') return `"${code.slice(0, 6)}" is a city, not a district`;
  if (code.length > 6 && code.slice(6, 9) === '000') return 'the subdistrict part 000 is not a subdistrict';
  if (code.length > 9 && code.slice(9, 12) === '000') return 'the community part 000 is not a community';
  return null;
}

function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}
