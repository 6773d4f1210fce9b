import { DATUMS, type Datum } from '#domain/place/datum.ts';

/**
 * Positions as a compact binary body, `application/vnd.citywall.fixes`. Little-endian throughout; docs/binary-positions.md
 * is its description for writers of gateways.
 *
 * offset size  what
 *      0    4  "CWF1"
 *      4    4  u32 base time, UTC epoch seconds
 *      8    4  u32 number of fixes n
 *     12    2  u16 number of team codes m
 *     14    1  u8  datum: 0 wgs84, 1 cgcs2000, 2 gcj02, 3 bd09
 *     15    1  u8  0
 *     16  16n  fixes: i32 lon, i32 lat (degrees × 1e7), u32 milliseconds after the base time, u16 index of the team code,
 *              u8 heading (degrees / 2, 255 unknown), u8 speed (half metres a second, 255 unknown)
 *  16+16n      m team codes: u8 length in bytes, then UTF-8
 */
export const FIXES_TYPE = 'application/vnd.citywall.fixes';
export const FIX_BYTES = 16;
export const FIXES_HEADER_BYTES = 16;
export const MOST_FIXES = 50_000;
const magic = 0x31465743;
const unknown = 255;

/** One fix as a gateway has it: epoch ms, degrees, m/s; what is unknown is null. */
export type PlainFix = {
  team: string;
  lon: number;
  lat: number;
  at: number;
  heading: number | null;
  speed: number | null;
};

/** A decoded body: fixes are read in place from the bytes that came in. */
export type BinaryFixes = { datum: Datum; teams: readonly string[]; length: number; read(index: number): PlainFix };

/** What is wrong with a binary body and at which byte. */
export class FixesError extends Error {
  override name = 'FixesError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Opens a binary body without copying it.
 *
 * @throws FixesError when the body is not exactly what its header announces, or a fix names a team that is not listed.
 */
export function decodeFixes(bytes: Uint8Array): BinaryFixes {
  if (bytes.length < FIXES_HEADER_BYTES) throw new FixesError(`a body has at least ${FIXES_HEADER_BYTES} bytes`, 0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw new FixesError('it does not begin with CWF1', 0);
  const baseMs = view.getUint32(4, true) * 1000;
  const length = view.getUint32(8, true);
  if (length === 0 || length > MOST_FIXES) throw new FixesError(`1 to ${MOST_FIXES} fixes, not ${length}`, 8);
  const datum = DATUMS[view.getUint8(14)];
  if (datum === undefined) throw new FixesError(`there is no datum ${view.getUint8(14)}`, 14);
  if (view.getUint8(15) !== 0) throw new FixesError('byte 15 must be 0', 15);
  const tableAt = FIXES_HEADER_BYTES + length * FIX_BYTES;
  if (bytes.length < tableAt) throw new FixesError(`${length} fixes are announced, the body ends before`, bytes.length);
  const teams = readTeams(bytes, tableAt, view.getUint16(12, true));
  for (let at = FIXES_HEADER_BYTES + 12; at < tableAt; at += FIX_BYTES) {
    if (view.getUint16(at, true) >= teams.length) throw new FixesError('a fix names a team that is not listed', at);
  }
  return {
    datum,
    teams,
    length,
    read: (index) => readFix(view, teams, baseMs, FIXES_HEADER_BYTES + index * FIX_BYTES),
  };
}

function readFix(view: DataView, teams: readonly string[], baseMs: number, at: number): PlainFix {
  const heading = view.getUint8(at + 14);
  const speed = view.getUint8(at + 15);
  return {
    team: teams[view.getUint16(at + 12, true)] ?? '',
    lon: view.getInt32(at, true) / 1e7,
    lat: view.getInt32(at + 4, true) / 1e7,
    at: baseMs + view.getUint32(at + 8, true),
    heading: heading === unknown ? null : heading * 2,
    speed: speed === unknown ? null : speed / 2,
  };
}

function readTeams(bytes: Uint8Array, from: number, count: number): string[] {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const teams: string[] = [];
  let at = from;
  while (teams.length < count) {
    const size = bytes[at];
    if (size === undefined || at + 1 + size > bytes.length) throw new FixesError('the list of teams is cut short', at);
    if (size === 0) throw new FixesError('a team code is empty', at);
    try {
      teams.push(utf8.decode(bytes.subarray(at + 1, at + 1 + size)));
    } catch (error) {
      if (error instanceof TypeError) throw new FixesError('a team code is not UTF-8', at);
      throw error;
    }
    at += 1 + size;
  }
  if (at !== bytes.length) throw new FixesError('bytes follow the list of teams', at);
  return teams;
}

/**
 * Writes a binary body; the base time is the earliest fix's second. Positions keep 1e-7 degrees, headings 2 degrees,
 * speeds 0.5 m/s up to 127.
 *
 * @throws RangeError for none or too many fixes, or fixes more than 49 days apart.
 */
export function encodeFixes(fixes: readonly PlainFix[], datum: Datum = 'wgs84'): Uint8Array {
  if (fixes.length === 0 || fixes.length > MOST_FIXES) throw new RangeError(`1 to ${MOST_FIXES} fixes`);
  const ordinals = new Map<string, number>();
  for (const { team } of fixes) if (!ordinals.has(team)) ordinals.set(team, ordinals.size);
  const codes = [...ordinals.keys()].map((code) => new TextEncoder().encode(code));
  if (codes.some(({ length }) => length === 0 || length > 255)) throw new RangeError('team codes take 1 to 255 bytes');
  const tableAt = FIXES_HEADER_BYTES + fixes.length * FIX_BYTES;
  const bytes = new Uint8Array(codes.reduce((sum, { length }) => sum + 1 + length, tableAt));
  const view = new DataView(bytes.buffer);
  const baseSeconds = Math.floor(fixes.reduce((least, { at }) => Math.min(least, at), Infinity) / 1000);
  view.setUint32(0, magic, true);
  view.setUint32(4, baseSeconds, true);
  view.setUint32(8, fixes.length, true);
  view.setUint16(12, codes.length, true);
  view.setUint8(14, DATUMS.indexOf(datum));
  for (const [index, fix] of fixes.entries()) {
    const at = FIXES_HEADER_BYTES + index * FIX_BYTES;
    const afterMs = fix.at - baseSeconds * 1000;
    if (!(afterMs <= 0xffff_ffff)) throw new RangeError('the fixes of one body lie within 49 days');
    view.setInt32(at, Math.round(fix.lon * 1e7), true);
    view.setInt32(at + 4, Math.round(fix.lat * 1e7), true);
    view.setUint32(at + 8, afterMs, true);
    view.setUint16(at + 12, ordinals.get(fix.team) ?? 0, true);
    view.setUint8(at + 14, fix.heading === null ? unknown : Math.round((((fix.heading % 360) + 360) % 360) / 2) % 180);
    view.setUint8(at + 15, fix.speed === null ? unknown : Math.min(254, Math.max(0, Math.round(fix.speed * 2))));
  }
  let at = tableAt;
  for (const code of codes) {
    bytes[at] = code.length;
    bytes.set(code, at + 1);
    at += 1 + code.length;
  }
  return bytes;
}
