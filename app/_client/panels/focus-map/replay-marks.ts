import type { View } from '../../map/camera.ts';
import { BoxIndex, type Box } from '../../map/label-placement.ts';

/** One diamond for the cases of a spot: its middle and the left end of its count (px of the map's box). */
export type ReplayMark = { count: number; x: number; y: number; textX: number; box: Box };

/** `own`: its own cases, whose positions are summed; `count`: with those of others that found no room. */
type Group = { column: number; row: number; own: number; count: number; sumX: number; sumY: number };

/** Room of a diamond with a count of three digits, in u. */
const CELL = { width: 5.6, height: 2.8 } as const;
const SHAPE = 2;
const GAP = 0.25;
const DIGIT = 1.12;
/** Cells that a mark may move away to where its own is taken. */
const REACH = 2;

/**
 * Diamonds for the cases that were out of time, with how many each stands for, none over another nor over what is
 * written (`busy`). The map is cut into cells fixed to the ground; where a cell and those around it are taken, the
 * nearest mark counts for it, so that the counts always add up. Cases off the map have none.
 */
export function replayMarks(lngLat: ArrayLike<number>, view: View, u: number, busy: readonly Box[]): ReplayMark[] {
  const [width, height] = [CELL.width * u, CELL.height * u];
  const [groundX, groundY] = view.project(0, 0);
  const originX = groundX - Math.floor(groundX / width) * width;
  const originY = groundY - Math.floor(groundY / height) * height;
  const groups = new Map<string, Group>();
  for (let index = 0; index < lngLat.length; index += 2) {
    const [x, y] = view.project(lngLat[index] as number, lngLat[index + 1] as number);
    if (!(x > u && y > u && x < view.width - u && y < view.height - u)) continue;
    const [column, row] = [Math.floor((x - originX) / width), Math.floor((y - originY) / height)];
    const key = `${column},${row}`;
    const group = groups.get(key) ?? { column, row, own: 0, count: 0, sumX: 0, sumY: 0 };
    groups.set(key, group);
    group.own += 1;
    group.count += 1;
    group.sumX += x;
    group.sumY += y;
  }
  const written = new BoxIndex(busy);
  const placed = new Map<string, Group>();
  const cellOf = ({ column, row }: Pick<Group, 'column' | 'row'>): Box => ({
    left: originX + column * width,
    top: originY + row * height,
    right: originX + (column + 1) * width,
    bottom: originY + (row + 1) * height,
  });
  const isFree = (at: { column: number; row: number }): boolean => {
    const box = cellOf(at);
    const inside = box.left >= 0 && box.top >= 0 && box.right <= view.width && box.bottom <= view.height;
    return inside && !placed.has(`${at.column},${at.row}`) && !written.hits(box);
  };
  // Where most is goes first; of as many, always the same, so that marks do not jump from step to step.
  const order = [...groups.values()].sort((a, b) => b.count - a.count || a.row - b.row || a.column - b.column);
  for (const group of order) {
    const spot = around(group).find(isFree);
    if (spot !== undefined) {
      placed.set(`${spot.column},${spot.row}`, { ...group, ...spot });
      continue;
    }
    const nearest = nearestTo(group, placed.values());
    if (nearest === null) placed.set(`${group.column},${group.row}`, { ...group });
    else nearest.count += group.count;
  }
  return [...placed.values()].map((group) => markOf(group, cellOf(group), u));
}

/** A cell and those around it, nearest first. */
function around({ column, row }: Group): { column: number; row: number }[] {
  const cells: { column: number; row: number; far: number }[] = [];
  for (let down = -REACH; down <= REACH; down++)
    for (let across = -REACH; across <= REACH; across++)
      cells.push({
        column: column + across,
        row: row + down,
        far: Math.hypot(across * CELL.width, down * CELL.height),
      });
  return cells.sort((a, b) => a.far - b.far);
}

function nearestTo({ column, row }: Group, placed: Iterable<Group>): Group | null {
  let nearest: Group | null = null;
  let least = Infinity;
  for (const other of placed) {
    const far = Math.hypot((other.column - column) * CELL.width, (other.row - row) * CELL.height);
    if (far < least) [nearest, least] = [other, far];
  }
  return nearest;
}

/** Where in its cell a mark stands: as near to its cases as the cell's own rim lets it. */
function markOf({ own, count, sumX, sumY }: Group, cell: Box, u: number): ReplayMark {
  const text = count > 1 ? (GAP + DIGIT * String(count).length) * u : 0;
  const wide = SHAPE * u + text;
  const high = SHAPE * u;
  const wish = sumX / own - (SHAPE * u) / 2;
  const left = Math.min(cell.right - wide, Math.max(cell.left, wish));
  const top = Math.min(cell.bottom - high, Math.max(cell.top, sumY / own - high / 2));
  return {
    count,
    x: left + (SHAPE * u) / 2,
    y: top + high / 2,
    textX: left + (SHAPE + GAP) * u,
    box: { left, top, right: left + wide, bottom: top + high },
  };
}
