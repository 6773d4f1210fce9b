import { NO_POSITION, type TeamColumns } from './columns.ts';
import { FRAME_TYPE, FrameReader, FrameWriter, frameTypeOf, type FrameBytes } from './frame-bytes.ts';
import { applyTeamDelta, readTeamDelta } from './team-delta.ts';

/** Team columns as of a numbered frame; a delta applies only to the frame it was made from. */
export type TeamState = TeamColumns & { seq: number };

const rowBytes = 13;

/** Empty columns for a roster: nobody has been heard. */
export function createTeamColumns(rosterVersion: number, length: number): TeamColumns {
  return {
    rosterVersion,
    length,
    lon: new Int32Array(length).fill(NO_POSITION),
    lat: new Int32Array(length).fill(NO_POSITION),
    heading: new Uint8Array(length).fill(255),
    fixedAt: new Uint32Array(length),
  };
}

/** Full frame: u32 roster version, u32 seq, u32 count, then lon, lat, fixedAt, heading. */
export function encodeTeams(state: TeamState): Uint8Array {
  const { length } = state;
  const writer = new FrameWriter('teams', 12 + length * rowBytes);
  writer.u32(state.rosterVersion);
  writer.u32(state.seq);
  writer.u32(length);
  writer.column(state.lon, length);
  writer.column(state.lat, length);
  writer.column(state.fixedAt, length);
  writer.column(state.heading, length);
  return writer.bytes;
}

/** Throws DecodeError. */
export function decodeTeams(bytes: FrameBytes): TeamState {
  const reader = new FrameReader('teams', bytes);
  const rosterVersion = reader.u32();
  const seq = reader.u32();
  const length = reader.u32();
  if (length * rowBytes > reader.left) throw reader.error(`cut short: ${length} teams do not fit`);
  const lon = reader.i32Column(length).slice();
  const lat = reader.i32Column(length).slice();
  const fixedAt = reader.u32Column(length).slice();
  const heading = reader.u8Column(length).slice();
  reader.end();
  return { rosterVersion, seq, length, lon, lat, heading, fixedAt };
}

/**
 * Takes a full frame or a delta. A full frame gives a new state; a delta changes `held` in place and gives it back, or
 * gives null when `held` is not the frame it was made from (subscribe again: a full frame comes). Throws DecodeError.
 */
export function applyTeamFrame(held: TeamState | null, bytes: FrameBytes): TeamState | null {
  if (frameTypeOf(bytes) !== FRAME_TYPE.teamDelta) return decodeTeams(bytes);
  const delta = readTeamDelta(bytes);
  if (held === null || held.seq !== delta.baseSeq) return null;
  if (held.rosterVersion !== delta.rosterVersion || held.length !== delta.length) return null;
  applyTeamDelta(held, delta);
  held.seq = delta.seq;
  return held;
}
