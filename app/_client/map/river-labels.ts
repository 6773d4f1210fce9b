import type { BaseMap } from './base.ts';
import type { View } from './camera.ts';
import { BoxIndex, type Box } from './label-placement.ts';
import { nameIn, type Language } from '../i18n/language.ts';
import { textWidth } from './text-width.ts';

export type RiverLabel = { id: string; x: number; y: number; angle: number; text: string };

const STEPS = 60;

/** The name of each named river once, along a straight stretch of it where nothing else stands; none where it can't. */
export function riverLabels(
  rivers: BaseMap['rivers'],
  view: Pick<View, 'project'>,
  language: Language,
  u: number,
  busy: readonly Box[],
  area: Box,
): RiverLabel[] {
  const placed = new Map<string, RiverLabel>();
  const taken = new BoxIndex(busy);
  for (const river of rivers.features) {
    const { nameZh, nameEn, level } = river.properties;
    if (nameZh === undefined || nameEn === undefined || (level ?? 2) > 3) continue;
    const text = nameIn(language, { nameZh, nameEn });
    if (placed.has(text)) continue;
    const lines = river.geometry.type === 'LineString' ? [river.geometry.coordinates] : river.geometry.coordinates;
    const width = textWidth(text, 1.8 * u, 400) + text.length * 0.4 * u;
    for (const line of lines) {
      const spot = stretch(
        line.map(([lon, lat]) => view.project(lon as number, lat as number)),
        width,
        u,
        taken,
        area,
      );
      if (spot === null) continue;
      placed.set(text, { id: text, text, x: spot.x, y: spot.y, angle: spot.angle });
      taken.add(spot.box);
      break;
    }
  }
  return [...placed.values()];
}

/** The straightest free stretch of `width` px along a line of pixels, with the text beside the water. */
function stretch(
  points: readonly [number, number][],
  width: number,
  u: number,
  taken: BoxIndex,
  area: Box,
): { x: number; y: number; angle: number; box: Box } | null {
  let best: { x: number; y: number; angle: number; box: Box } | null = null;
  let straightest = 0.9;
  const along = lengths(points);
  const total = along.at(-1) ?? 0;
  for (let step = 1; step < STEPS; step++) {
    const middle = (total * step) / STEPS;
    if (middle < width / 2 || middle > total - width / 2) continue;
    const [from, to] = [pointAt(points, along, middle - width / 2), pointAt(points, along, middle + width / 2)];
    const chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const straight = chord / width;
    if (straight <= straightest) continue;
    let angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    if (angle > 90) angle -= 180;
    if (angle < -90) angle += 180;
    if (Math.abs(angle) > 75) continue;
    const radians = (angle * Math.PI) / 180;
    const x = (from[0] + to[0]) / 2 - Math.sin(radians) * 1.7 * u;
    const y = (from[1] + to[1]) / 2 + Math.cos(radians) * 1.7 * u;
    const [halfWidth, halfHeight] = [
      (Math.abs(Math.cos(radians)) * width) / 2 + u,
      (Math.abs(Math.sin(radians)) * width) / 2 + 1.2 * u,
    ];
    const box = { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
    if (box.left < area.left || box.top < area.top || box.right > area.right || box.bottom > area.bottom) continue;
    if (taken.hits(box)) continue;
    straightest = straight;
    best = { x, y, angle, box };
  }
  return best;
}

function lengths(points: readonly [number, number][]): number[] {
  let sum = 0;
  return points.map((point, index) => {
    const before = points[index - 1];
    if (before !== undefined) sum += Math.hypot(point[0] - before[0], point[1] - before[1]);
    return sum;
  });
}

function pointAt(points: readonly [number, number][], along: readonly number[], distance: number): [number, number] {
  let index = along.findIndex((length) => length >= distance);
  if (index <= 0) index = 1;
  const [a, b] = [points[index - 1] as [number, number], points[index] as [number, number]];
  const [start, end] = [along[index - 1] as number, along[index] as number];
  const share = end === start ? 0 : (distance - start) / (end - start);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
