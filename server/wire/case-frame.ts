import { PHASES } from '#domain/case/stage.ts';
import type { CaseColumns, CaseDelta } from './columns.ts';
import { FrameReader, FrameWriter, type FrameBytes } from './frame-bytes.ts';

/** Six columns of four bytes, two of two, two of one. */
export const CASE_ROW_BYTES = 30;

/**
 * Snapshot of the `cases` topic: u32 count, then the columns one after the other (id, lon, lat, warnAt, dueAt,
 * reportedAt, category, place, phase, flags), widest first so that each is aligned.
 */
export function encodeCaseSnapshot(columns: CaseColumns): Uint8Array {
  const writer = new FrameWriter('caseSnapshot', 4 + columns.length * CASE_ROW_BYTES);
  writer.u32(columns.length);
  writeColumns(writer, columns);
  return writer.bytes;
}

/** The columns are views into `bytes` where it is aligned. Throws DecodeError. */
export function decodeCaseSnapshot(bytes: FrameBytes): CaseColumns {
  const reader = new FrameReader('caseSnapshot', bytes);
  const columns = readColumns(reader, reader.u32());
  reader.end();
  return columns;
}

/** Delta of the `cases` topic: u32 rows put, u32 ids removed, the removed ids, then the columns of the rows put. */
export function encodeCaseDelta({ put, removed }: CaseDelta): Uint8Array {
  const writer = new FrameWriter('caseDelta', 8 + removed.length * 4 + put.length * CASE_ROW_BYTES);
  writer.u32(put.length);
  writer.u32(removed.length);
  writer.column(removed, removed.length);
  writeColumns(writer, put);
  return writer.bytes;
}

/** Throws DecodeError. */
export function decodeCaseDelta(bytes: FrameBytes): CaseDelta {
  const reader = new FrameReader('caseDelta', bytes);
  const putCount = reader.u32();
  const removed = reader.u32Column(reader.u32());
  const put = readColumns(reader, putCount);
  reader.end();
  return { put, removed };
}

function writeColumns(writer: FrameWriter, columns: CaseColumns): void {
  const { length } = columns;
  writer.column(columns.id, length);
  writer.column(columns.lon, length);
  writer.column(columns.lat, length);
  writer.column(columns.warnAt, length);
  writer.column(columns.dueAt, length);
  writer.column(columns.reportedAt, length);
  writer.column(columns.category, length);
  writer.column(columns.place, length);
  writer.column(columns.phase, length);
  writer.column(columns.flags, length);
}

function readColumns(reader: FrameReader, length: number): CaseColumns {
  if (length * CASE_ROW_BYTES > reader.left) throw reader.error(`cut short: ${length} rows do not fit`);
  const columns: CaseColumns = {
    length,
    id: reader.u32Column(length),
    lon: reader.i32Column(length),
    lat: reader.i32Column(length),
    warnAt: reader.u32Column(length),
    dueAt: reader.u32Column(length),
    reportedAt: reader.u32Column(length),
    category: reader.u16Column(length),
    place: reader.u16Column(length),
    phase: reader.u8Column(length),
    flags: reader.u8Column(length),
  };
  for (let row = 0; row < length; row++) {
    if ((columns.phase[row] as number) >= PHASES.length)
      throw reader.error(`phase ${columns.phase[row]} in row ${row}`);
  }
  return columns;
}
