import type { Position } from '../place/position.ts';

/** The eight directions 八方位, clockwise from north. */
export const DIRECTIONS = [
  { zh: '北', en: 'north' },
  { zh: '东北', en: 'north-east' },
  { zh: '东', en: 'east' },
  { zh: '东南', en: 'south-east' },
  { zh: '南', en: 'south' },
  { zh: '西南', en: 'south-west' },
  { zh: '西', en: 'west' },
  { zh: '西北', en: 'north-west' },
] as const;

/** Number of a direction in `DIRECTIONS`, 0 for north to 7. */
export type Direction = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RADIANS = Math.PI / 180;
const METRES_PER_DEGREE = 111_195;

/** The direction in which `to` lies from `from`; north where both are one point. */
export function directionOf(from: Position, to: Position): Direction {
  const east = (to.lon - from.lon) * Math.cos(((from.lat + to.lat) / 2) * RADIANS);
  const bearing = Math.atan2(east, to.lat - from.lat) / RADIANS;
  return (Math.round((bearing + 360) / 45) % 8) as Direction;
}

/** The point at so many metres from another in one of the eight directions (plane, good to 1 % within 10 km). */
export function moved(from: Position, direction: Direction, metres: number): Position {
  const angle = direction * 45 * RADIANS;
  const north = metres * Math.cos(angle);
  const east = metres * Math.sin(angle);
  const lat = from.lat + north / METRES_PER_DEGREE;
  return { lon: from.lon + east / (METRES_PER_DEGREE * Math.cos(from.lat * RADIANS)), lat };
}

/** Reads 东北, 西南 or `northeast`; null where it is none. */
export function readDirection(text: string): Direction | null {
  const plain = text.replace(/[\s-]/gu, '');
  const at = DIRECTIONS.findIndex(
    ({ zh, en }) => zh === plain || reversed(zh) === plain || en.replace('-', '') === plain || short(en) === plain,
  );
  return at === -1 ? null : (at as Direction);
}

/** Metres as people say them: whole tens below a kilometre, tenths of a kilometre above. */
export function saidMetres(metres: number): number {
  if (metres < 100) return Math.max(5, Math.round(metres / 5) * 5);
  return metres < 1000 ? Math.round(metres / 10) * 10 : Math.round(metres / 100) * 100;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

function short(en: string): string {
  return en
    .split('-')
    .map((word) => word[0])
    .join('');
}
