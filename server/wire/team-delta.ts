import type { TeamColumns } from './columns.ts';
import { FrameReader, FrameWriter, type FrameBytes } from './frame-bytes.ts';

/**
 * Size of a position step in micro-degrees: about half a metre at the latitudes of China. Whole micro-degrees, so that
 * both sides add integers and never drift apart.
 */
export const STEP = { lon: 6, lat: 5 } as const;

/** One delta, read: what changed between two numbered frames. */
export type TeamDelta = {
  rosterVersion: number;
  baseSeq: number;
  seq: number;
  length: number;
  /** Epoch seconds given to every team heard that `ages` does not name. */
  heardAt: number;
  moved: Uint8Array;
  heard: Uint8Array;
  /** Steps of the moved teams in order of their ordinal, lon and lat by turns. */
  steps: Int8Array;
  /** Positions too far for a byte: ordinals, then micro-degrees. */
  jumps: { ordinal: Uint16Array; lon: Int32Array; lat: Int32Array };
  turns: { ordinal: Uint16Array; heading: Uint8Array };
  ages: { ordinal: Uint16Array; fixedAt: Uint32Array };
};

/**
 * Delta frame: u32 roster version, base seq, seq, count, heardAt, u8 step lon, u8 step lat, u16 jumps, u16 turns, u16
 * ages; bitmaps of who moved and who was heard; i8 pairs of the moved; then the three lists.
 */
export function writeTeamDelta(delta: TeamDelta): Uint8Array {
  const { jumps, turns, ages } = delta;
  const size =
    28 +
    delta.moved.length +
    delta.heard.length +
    delta.steps.length +
    jumps.ordinal.length * 10 +
    turns.ordinal.length * 3 +
    ages.ordinal.length * 6;
  const writer = new FrameWriter('teamDelta', size);
  for (const value of [delta.rosterVersion, delta.baseSeq, delta.seq, delta.length, delta.heardAt]) writer.u32(value);
  writer.u8(STEP.lon);
  writer.u8(STEP.lat);
  for (const list of [jumps, turns, ages]) writer.u16(list.ordinal.length);
  writer.column(delta.moved, delta.moved.length);
  writer.column(delta.heard, delta.heard.length);
  for (const step of delta.steps) writer.i8(step);
  for (let at = 0; at < jumps.ordinal.length; at++) {
    writer.u16(jumps.ordinal[at] as number);
    writer.i32(jumps.lon[at] as number);
    writer.i32(jumps.lat[at] as number);
  }
  for (let at = 0; at < turns.ordinal.length; at++) {
    writer.u16(turns.ordinal[at] as number);
    writer.u8(turns.heading[at] as number);
  }
  for (let at = 0; at < ages.ordinal.length; at++) {
    writer.u16(ages.ordinal[at] as number);
    writer.u32(ages.fixedAt[at] as number);
  }
  return writer.bytes;
}

/** Throws DecodeError. */
export function readTeamDelta(bytes: FrameBytes): TeamDelta {
  const reader = new FrameReader('teamDelta', bytes);
  const [rosterVersion, baseSeq, seq, length] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()];
  const heardAt = reader.u32();
  if (reader.u8() !== STEP.lon || reader.u8() !== STEP.lat) throw reader.error('steps of another size');
  const counts = { jumps: reader.u16(), turns: reader.u16(), ages: reader.u16() };
  const bitmap = Math.ceil(length / 8);
  if (bitmap * 2 > reader.left) throw reader.error(`cut short: ${length} teams do not fit`);
  const moved = reader.u8Column(bitmap);
  const heard = reader.u8Column(bitmap);
  const steps = Int8Array.from({ length: bitsSet(moved) * 2 }, () => reader.i8());
  const ordinal = (): number => {
    const value = reader.u16();
    if (value >= length) throw reader.error(`team ${value} of ${length}`);
    return value;
  };
  if (lastBits(moved, length) || lastBits(heard, length)) throw reader.error('a bit past the last team');
  const jumps = lists(counts.jumps);
  for (let at = 0; at < counts.jumps; at++) {
    jumps.ordinal[at] = ordinal();
    jumps.lon[at] = reader.i32();
    jumps.lat[at] = reader.i32();
  }
  const turns = { ordinal: new Uint16Array(counts.turns), heading: new Uint8Array(counts.turns) };
  for (let at = 0; at < counts.turns; at++) {
    turns.ordinal[at] = ordinal();
    turns.heading[at] = reader.u8();
  }
  const ages = { ordinal: new Uint16Array(counts.ages), fixedAt: new Uint32Array(counts.ages) };
  for (let at = 0; at < counts.ages; at++) {
    ages.ordinal[at] = ordinal();
    ages.fixedAt[at] = reader.u32();
  }
  reader.end();
  return { rosterVersion, baseSeq, seq, length, heardAt, moved, heard, steps, jumps, turns, ages };
}

/** Moves `columns`, which must stand at the delta's base, to the delta's seq. */
export function applyTeamDelta(columns: TeamColumns, delta: TeamDelta): void {
  let step = 0;
  for (let ordinal = 0; ordinal < delta.length; ordinal++) {
    const bit = 1 << (ordinal & 7);
    if ((delta.moved[ordinal >> 3] as number) & bit) {
      columns.lon[ordinal] = (columns.lon[ordinal] as number) + (delta.steps[step++] as number) * STEP.lon;
      columns.lat[ordinal] = (columns.lat[ordinal] as number) + (delta.steps[step++] as number) * STEP.lat;
    }
    if ((delta.heard[ordinal >> 3] as number) & bit) columns.fixedAt[ordinal] = delta.heardAt;
  }
  delta.jumps.ordinal.forEach((ordinal, at) => {
    columns.lon[ordinal] = delta.jumps.lon[at] as number;
    columns.lat[ordinal] = delta.jumps.lat[at] as number;
  });
  delta.turns.ordinal.forEach((ordinal, at) => (columns.heading[ordinal] = delta.turns.heading[at] as number));
  delta.ages.ordinal.forEach((ordinal, at) => (columns.fixedAt[ordinal] = delta.ages.fixedAt[at] as number));
}

function lists(count: number): TeamDelta['jumps'] {
  return { ordinal: new Uint16Array(count), lon: new Int32Array(count), lat: new Int32Array(count) };
}

function bitsSet(bitmap: Uint8Array): number {
  let count = 0;
  for (let byte of bitmap) for (; byte !== 0; byte &= byte - 1) count++;
  return count;
}

function lastBits(bitmap: Uint8Array, length: number): boolean {
  return length % 8 !== 0 && (bitmap.at(-1) as number) >> (length % 8) !== 0;
}
