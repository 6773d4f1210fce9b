import { DATUMS, toWgs84 } from '#domain/place/datum.ts';
import type { Position } from '#domain/place/position.ts';
import { CellFault, type Cells } from './cases-cells.ts';

/** Reads lon, lat and datum of a row into the platform's datum; null where both are empty. */
export function readPosition(cell: Cells): Position | null {
  const [lonText, latText] = [cell('lon'), cell('lat')];
  if (lonText === '' && latText === '') return null;
  const lon = degrees(lonText, 'lon', 180);
  const lat = degrees(latText, 'lat', 90);
  if (lon === 0 && lat === 0) throw new CellFault('lon', '0,0 is a device without a fix: leave lon and lat empty');
  const datum = cell('datum').toLowerCase() || 'wgs84';
  const known = DATUMS.find((name) => name === datum);
  if (known === undefined) throw new CellFault('datum', `"${datum}" is none of ${DATUMS.join(', ')}`);
  return toWgs84(lon, lat, known);
}

function degrees(text: string, column: 'lon' | 'lat', most: number): number {
  const value = Number(text);
  if (text === '') throw new CellFault(column, 'is empty although the other coordinate is given');
  if (!Number.isFinite(value)) throw new CellFault(column, `"${text.slice(0, 40)}" is not a number of degrees`);
  if (Math.abs(value) > most) {
    const swapped = column === 'lat' && Math.abs(value) <= 180 ? ': longitude and latitude look swapped' : '';
    throw new CellFault(column, `${value} is more than ${most} degrees${swapped}`);
  }
  return value;
}
