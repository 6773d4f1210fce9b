import type { HeatRaster } from './columns.ts';
import { FrameReader, FrameWriter, type FrameBytes } from './frame-bytes.ts';

/** More cells than this is no raster of ours, and nobody may make a reader allocate for it. */
const mostCells = 4_000_000;

/**
 * Body of the `heat` topic: five f64 (west, south, cellLon, cellLat, scale), u16 columns, u16 rows, then the values, in
 * which a zero is followed by how many zeros stand there (7 bits a byte, low first).
 */
export function encodeHeat(raster: HeatRaster): Uint8Array {
  const cells = raster.columns * raster.rows;
  const packed = packZeros(raster.values, cells);
  const writer = new FrameWriter('heat', 44 + packed.length);
  writer.f64(raster.west);
  writer.f64(raster.south);
  writer.f64(raster.cellLon);
  writer.f64(raster.cellLat);
  writer.f64(raster.scale);
  writer.u16(raster.columns);
  writer.u16(raster.rows);
  writer.column(packed, packed.length);
  return writer.bytes;
}

/** Throws DecodeError. */
export function decodeHeat(bytes: FrameBytes): HeatRaster {
  const reader = new FrameReader('heat', bytes);
  const [west, south, cellLon, cellLat, scale] = [reader.f64(), reader.f64(), reader.f64(), reader.f64(), reader.f64()];
  const [columns, rows] = [reader.u16(), reader.u16()];
  if (![west, south, cellLon, cellLat, scale].every(Number.isFinite)) throw reader.error('an edge is not a number');
  if (columns * rows > mostCells) throw reader.error(`${columns} × ${rows} cells are too many`);
  const values = new Uint8Array(columns * rows);
  let cell = 0;
  while (reader.left > 0) {
    const value = reader.u8();
    const run = value === 0 ? readRun(reader) : 1;
    if (cell + run > values.length) throw reader.error(`more than ${values.length} cells`);
    values[cell] = value;
    cell += run;
  }
  if (cell !== values.length) throw reader.error(`${cell} of ${values.length} cells`);
  return { west, south, cellLon, cellLat, columns, rows, scale, values };
}

function readRun(reader: FrameReader): number {
  let run = 0;
  for (let shift = 0; shift <= 21; shift += 7) {
    const byte = reader.u8();
    run |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      if (run === 0) throw reader.error('a run of no cells');
      return run;
    }
  }
  throw reader.error('a run that does not end');
}

function packZeros(values: Uint8Array, cells: number): Uint8Array {
  // The worst case is a lone zero between values: two bytes a cell.
  const packed = new Uint8Array(cells * 2);
  let size = 0;
  for (let cell = 0; cell < cells;) {
    const value = values[cell] as number;
    packed[size++] = value;
    cell++;
    if (value !== 0) continue;
    let run = 1;
    while (cell < cells && values[cell] === 0) {
      run++;
      cell++;
    }
    while (run >= 0x80) {
      packed[size++] = (run & 0x7f) | 0x80;
      run >>>= 7;
    }
    packed[size++] = run;
  }
  return packed.subarray(0, size);
}
