import type { PlaceCounts } from './columns.ts';
import { FrameReader, FrameWriter, type FrameBytes } from './frame-bytes.ts';

/** Body of the `places` topic: u32 places, u32 grids, the grids' 32-bit columns, then all 16-bit columns. */
export function encodePlaces(counts: PlaceCounts): Uint8Array {
  const places = counts.open.length;
  const { grids } = counts;
  const writer = new FrameWriter('places', 8 + places * 8 + grids.length * 20);
  writer.u32(places);
  writer.u32(grids.length);
  writer.column(grids.codeHigh, grids.length);
  writer.column(grids.codeLow, grids.length);
  writer.column(grids.lon, grids.length);
  writer.column(grids.lat, grids.length);
  writer.column(counts.open, places);
  writer.column(counts.timedOut, places);
  writer.column(counts.warned, places);
  writer.column(counts.supervised, places);
  writer.column(grids.open, grids.length);
  writer.column(grids.timedOut, grids.length);
  return writer.bytes;
}

/** Throws DecodeError. */
export function decodePlaces(bytes: FrameBytes): PlaceCounts {
  const reader = new FrameReader('places', bytes);
  const places = reader.u32();
  const length = reader.u32();
  if (places * 8 + length * 20 > reader.left) throw reader.error(`cut short: ${places} places and ${length} grids`);
  const codeHigh = reader.u32Column(length);
  const codeLow = reader.u32Column(length);
  const lon = reader.i32Column(length);
  const lat = reader.i32Column(length);
  const open = reader.u16Column(places);
  const timedOut = reader.u16Column(places);
  const warned = reader.u16Column(places);
  const supervised = reader.u16Column(places);
  const grids = {
    length,
    codeHigh,
    codeLow,
    lon,
    lat,
    open: reader.u16Column(length),
    timedOut: reader.u16Column(length),
  };
  reader.end();
  for (let row = 0; row < length; row++) {
    if ((codeHigh[row] as number) >= 1e6 || (codeLow[row] as number) >= 1e9)
      throw reader.error(`grid code in row ${row}`);
  }
  return { open, timedOut, warned, supervised, grids };
}

/** A 15-digit grid code as its first six and last nine digits, or null for any other text. */
export function splitGridCode(code: string): { high: number; low: number } | null {
  if (!/^\d{15}$/.test(code)) return null;
  return { high: Number(code.slice(0, 6)), low: Number(code.slice(6)) };
}

export function gridCodeOf(high: number, low: number): string {
  return String(high).padStart(6, '0') + String(low).padStart(9, '0');
}
