import { boxAround, overlap, type Box } from './label-placement.ts';

export type EdgeMark = { x: number; y: number; angle: number; count: number };

const SECTORS = 8;

/**
 * Where the map's edge points to `points`, which lie outside it: one mark for each eighth of the compass that has something, at
 * the edge of the box (`inset` px inside, more from its sides since digits are wide) in the mean direction, with how many. `angle` in degrees clockwise from up.
 */
export function edgeCounts(
  points: readonly { x: number; y: number; count: number }[],
  width: number,
  height: number,
  inset: { across: number; down: number },
): EdgeMark[] {
  const [middleX, middleY] = [width / 2, height / 2];
  const sums = Array.from({ length: SECTORS }, () => ({ dx: 0, dy: 0, count: 0 }));
  for (const { x, y, count } of points) {
    const angle = Math.atan2(y - middleY, x - middleX);
    const sum = sums[(Math.round((angle / (2 * Math.PI)) * SECTORS) + SECTORS) % SECTORS];
    if (sum === undefined) continue;
    const length = Math.hypot(x - middleX, y - middleY);
    sum.dx += ((x - middleX) / length) * count;
    sum.dy += ((y - middleY) / length) * count;
    sum.count += count;
  }
  return sums.flatMap(({ dx, dy, count }): EdgeMark[] => {
    if (count === 0) return [];
    const reach = Math.min(
      dx === 0 ? Infinity : (middleX - inset.across) / Math.abs(dx),
      dy === 0 ? Infinity : (middleY - inset.down) / Math.abs(dy),
    );
    return [{ x: middleX + dx * reach, y: middleY + dy * reach, angle: (Math.atan2(dx, -dy) * 180) / Math.PI, count }];
  });
}

/** Slides marks along their edge, as little as it takes, until none stands on another or on what is `taken`. */
export function clearOf(
  marks: readonly EdgeMark[],
  taken: readonly Box[],
  width: number,
  height: number,
  size: number,
): EdgeMark[] {
  const placed: Box[] = [...taken];
  const inset = size / 2;
  return marks.flatMap((mark): EdgeMark[] => {
    const alongX = Math.min(mark.y, height - mark.y) <= Math.min(mark.x, width - mark.x);
    for (let step = 0; step < 40; step++) {
      const shift = Math.ceil(step / 2) * (size / 4) * (step % 2 === 0 ? 1 : -1);
      const x = alongX ? mark.x + shift : mark.x;
      const y = alongX ? mark.y : mark.y + shift;
      if (x < inset || y < inset || x > width - inset || y > height - inset) continue;
      const box = boxAround(x, y, size, size);
      if (placed.some((other) => overlap(box, other))) continue;
      placed.push(box);
      return [{ ...mark, x, y }];
    }
    return [];
  });
}
