import { NO_POSITION } from '#wire/columns.ts';
import type { ReplayColumns } from '#wire/replay-frame.ts';

type Point = readonly [lon: number, lat: number];
type Ring = readonly Point[];
/** Places as the API gives them, with their outlines. */
export type PlacesWithLines = { readonly places: readonly { readonly geometry?: unknown }[] };
/** Lines of places, in degrees. */
export type Outlines = readonly Ring[];

/** The outer and inner lines of places as GeoJSON brings them; anything else is left out. */
export function outlinesOf({ places }: PlacesWithLines): Outlines {
  return places.flatMap(({ geometry }) => {
    if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry)) return [];
    const { type, coordinates } = geometry as { type?: unknown; coordinates: unknown };
    if (type === 'Polygon') return coordinates as Ring[];
    return type === 'MultiPolygon' ? (coordinates as Ring[][]).flat() : [];
  });
}

/** Rows of the cases that were open at an instant (epoch ms) and lie somewhere. */
export function openAt(columns: ReplayColumns, at: number): number[] {
  const second = at / 1_000;
  const rows: number[] = [];
  for (let row = 0; row < columns.length; row += 1) {
    const ended = columns.endedAt[row] as number;
    if ((columns.reportedAt[row] as number) > second || (ended !== 0 && ended <= second)) continue;
    if (columns.lon[row] !== NO_POSITION) rows.push(row);
  }
  return rows;
}

/** Puts degrees on a sheet of so many pixels so that all lines are on it, as wide as they are on the ground. */
export function projection(outlines: Outlines, width: number, height: number): (point: Point) => Point {
  const points = outlines.flat();
  const [west, east] = rangeOf(points.map(([lon]) => lon));
  const [south, north] = rangeOf(points.map(([, lat]) => lat));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale =
    Math.min(width / Math.max(1e-6, (east - west) * squeeze), height / Math.max(1e-6, north - south)) * 0.94;
  const left = (width - (east - west) * squeeze * scale) / 2;
  const top = (height - (north - south) * scale) / 2;
  return ([lon, lat]) => [left + (lon - west) * squeeze * scale, top + (north - lat) * scale];
}

function rangeOf(values: readonly number[]): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? [0, 1] : [least, most];
}

export type PastMarks = { open: readonly Point[]; out: readonly Point[]; chosen: Point | null };

/** Draws lines and marks: what was open as points, what was out of time as diamonds, the case in a ring. */
export function drawPast(canvas: HTMLCanvasElement, outlines: Outlines, marks: PastMarks): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name);
  const at = projection(outlines, width, height);
  context.lineWidth = 1;
  context.strokeStyle = colour('--dist');
  for (const ring of outlines) {
    context.beginPath();
    ring.forEach((point, index) => (index === 0 ? context.moveTo(...at(point)) : context.lineTo(...at(point))));
    context.stroke();
  }
  context.fillStyle = colour('--ink3');
  for (const point of marks.open) {
    const [x, y] = at(point);
    context.fillRect(x - 1, y - 1, 2, 2);
  }
  context.fillStyle = colour('--red');
  for (const point of marks.out) {
    const [x, y] = at(point);
    context.beginPath();
    context.moveTo(x, y - 4);
    context.lineTo(x + 4, y);
    context.lineTo(x, y + 4);
    context.lineTo(x - 4, y);
    context.fill();
  }
  if (marks.chosen === null) return;
  const [x, y] = at(marks.chosen);
  context.lineWidth = 2.5;
  context.strokeStyle = colour('--cyan');
  context.beginPath();
  context.arc(x, y, 9, 0, 2 * Math.PI);
  context.stroke();
}
