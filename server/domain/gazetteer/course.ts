import type { Position } from '../place/position.ts';

/** Courses of a road or river: [lon, lat, lon, lat, …] each, microdegrees. */
export type Courses = readonly (readonly number[])[];

/** The point of a course that is nearest to another. `along`: metres from the beginning of course number `course`. */
export type Foot = { position: Position; metres: number; course: number; along: number };

const METRES_PER_MICRO = 0.111195;
const RADIANS = Math.PI / 180;

/** Null for courses without a segment. Plane geometry around the point: good to 1 % within 10 km. */
export function footOn(courses: Courses, at: Position): Foot | null {
  const scale = Math.cos(at.lat * RADIANS);
  let best: Foot | null = null;
  courses.forEach((course, number) => {
    let along = 0;
    for (let i = 0; i + 3 < course.length; i += 2) {
      const ax = ((course[i] as number) - at.lon * 1e6) * scale * METRES_PER_MICRO;
      const ay = ((course[i + 1] as number) - at.lat * 1e6) * METRES_PER_MICRO;
      const bx = ((course[i + 2] as number) - at.lon * 1e6) * scale * METRES_PER_MICRO;
      const by = ((course[i + 3] as number) - at.lat * 1e6) * METRES_PER_MICRO;
      const length = Math.hypot(bx - ax, by - ay);
      const share = length === 0 ? 0 : clamp(-(ax * (bx - ax) + ay * (by - ay)) / (length * length));
      const x = ax + share * (bx - ax);
      const y = ay + share * (by - ay);
      const metres = Math.hypot(x, y);
      if (best === null || metres < best.metres)
        best = { position: between(course, i, share), metres, course: number, along: along + share * length };
      along += length;
    }
  });
  return best;
}

/** The point so many metres along a course; its end where it is shorter. Null for an unknown course. */
export function pointAlong(courses: Courses, number: number, metres: number): Position | null {
  const course = courses[number];
  if (course === undefined || course.length < 4) return null;
  const scale = Math.cos(((course[1] as number) / 1e6) * RADIANS);
  let left = Math.max(0, metres);
  for (let i = 0; i + 3 < course.length; i += 2) {
    const dx = ((course[i + 2] as number) - (course[i] as number)) * scale * METRES_PER_MICRO;
    const dy = ((course[i + 3] as number) - (course[i + 1] as number)) * METRES_PER_MICRO;
    const length = Math.hypot(dx, dy);
    if (left <= length && length > 0) return between(course, i, left / length);
    left -= length;
  }
  return { lon: (course.at(-2) as number) / 1e6, lat: (course.at(-1) as number) / 1e6 };
}

/**
 * Where two courses cross, or come nearest: the middle of the shortest gap between them and its width in metres. Null
 * where one of them has no segment.
 */
export function crossingOf(a: Courses, b: Courses): { position: Position; gap: number } | null {
  let best: { position: Position; gap: number } | null = null;
  const consider = (position: Position, gap: number): void => {
    if (best === null || gap < best.gap) best = { position, gap };
  };
  for (const course of a)
    for (let i = 0; i + 3 < course.length; i += 2)
      for (const other of b)
        for (let j = 0; j + 3 < other.length; j += 2) {
          const met = meeting(course, i, other, j);
          if (met !== null) consider(met, 0);
        }
  if (best !== null) return best;
  for (const [from, to] of [[a, b] as const, [b, a] as const])
    for (const course of from)
      for (let i = 0; i + 1 < course.length; i += 2) {
        const corner = { lon: (course[i] as number) / 1e6, lat: (course[i + 1] as number) / 1e6 };
        const foot = footOn(to, corner);
        if (foot !== null)
          consider(
            { lon: (corner.lon + foot.position.lon) / 2, lat: (corner.lat + foot.position.lat) / 2 },
            foot.metres,
          );
      }
  return best;
}

function meeting(a: readonly number[], i: number, b: readonly number[], j: number): Position | null {
  const [ax, ay, bx, by] = [a[i], a[i + 1], a[i + 2], a[i + 3]] as [number, number, number, number];
  const [cx, cy, dx, dy] = [b[j], b[j + 1], b[j + 2], b[j + 3]] as [number, number, number, number];
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (cross === 0) return null;
  const onA = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
  const onB = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross;
  return onA < 0 || onA > 1 || onB < 0 || onB > 1 ? null : between(a, i, onA);
}

function between(course: readonly number[], i: number, share: number): Position {
  const lon = (course[i] as number) + share * ((course[i + 2] as number) - (course[i] as number));
  const lat = (course[i + 1] as number) + share * ((course[i + 3] as number) - (course[i + 1] as number));
  return { lon: lon / 1e6, lat: lat / 1e6 };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
