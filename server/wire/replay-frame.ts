import { FrameReader, FrameWriter, type FrameBytes } from './frame-bytes.ts';

/**
 * The cases that were open at some instant of a span of the past, as columns; what was at any instant of it follows from
 * them. Instants of the columns are epoch seconds.
 */
export type ReplayColumns = {
  /** The span, epoch ms. */
  from: number;
  to: number;
  length: number;
  /** Degrees × 1e6, WGS-84; both NO_POSITION for a case without one. */
  lon: Int32Array;
  lat: Int32Array;
  reportedAt: Uint32Array;
  /** 0: not ended yet. Open from the report until here, this instant not included. */
  endedAt: Uint32Array;
  /** Times during which a case was out of time: those of one case do not overlap. `until` 0: it is so still. */
  outs: { length: number; row: Uint32Array; from: Uint32Array; until: Uint32Array };
  /**
   * Open so many days earlier (7, or 1 where nothing is known of a week before), at every step of a replay; 0 and empty
   * where nothing is known of either.
   */
  earlier: { days: number; open: Uint32Array };
};

const HEAD_BYTES = 32;
const ROW_BYTES = 16;
const OUT_BYTES = 12;

/**
 * Two f64 (from, to), u32 cases, u32 times out, u32 days earlier, u32 steps of then, then the columns one after the other:
 * lon, lat, reportedAt, endedAt; row, from, until; open of then.
 */
export function encodeReplay(columns: ReplayColumns): Uint8Array {
  const { length, outs, earlier } = columns;
  const size = HEAD_BYTES + length * ROW_BYTES + outs.length * OUT_BYTES + earlier.open.length * 4;
  const writer = new FrameWriter('replay', size);
  writer.f64(columns.from);
  writer.f64(columns.to);
  writer.u32(length);
  writer.u32(outs.length);
  writer.u32(earlier.days);
  writer.u32(earlier.open.length);
  for (const column of [columns.lon, columns.lat, columns.reportedAt, columns.endedAt]) writer.column(column, length);
  for (const column of [outs.row, outs.from, outs.until]) writer.column(column, outs.length);
  writer.column(earlier.open, earlier.open.length);
  return writer.bytes;
}

/** Throws DecodeError. */
export function decodeReplay(bytes: FrameBytes): ReplayColumns {
  const reader = new FrameReader('replay', bytes);
  const [from, to] = [reader.f64(), reader.f64()];
  if (!(from < to)) throw reader.error(`no span: ${from} to ${to}`);
  const [length, outCount, days, steps] = [reader.u32(), reader.u32(), reader.u32(), reader.u32()];
  if (length * ROW_BYTES + outCount * OUT_BYTES + steps * 4 > reader.left)
    throw reader.error(`cut short: ${length} cases, ${outCount} times out and ${steps} steps do not fit`);
  const columns = {
    ...{ from, to, length },
    lon: reader.i32Column(length),
    lat: reader.i32Column(length),
    reportedAt: reader.u32Column(length),
    endedAt: reader.u32Column(length),
  };
  const outs = {
    length: outCount,
    row: reader.u32Column(outCount),
    from: reader.u32Column(outCount),
    until: reader.u32Column(outCount),
  };
  if (outs.row.some((row) => row >= length)) throw reader.error(`a time out of a case beyond ${length}`);
  const earlier = { days, open: reader.u32Column(steps) };
  reader.end();
  return { ...columns, outs, earlier };
}
