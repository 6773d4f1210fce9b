import type { View } from '../../map/camera.ts';
import type { CaseAlerts } from './case-alerts.ts';

export type SmallKind = 'out' | 'warn';

/** One small shape for the cases of a spot: where it stands (px of the map's box, and degrees) and for how many. */
export type SmallShape = { kind: SmallKind; count: number; x: number; y: number; lon: number; lat: number };

type Cell = { kind: SmallKind; count: number; sumX: number; sumY: number };

/** Room of one shape with its count, and the shape itself, in u. */
const CELL_UNITS = 2.6;
const SHAPE_UNITS = 1.9;
/** Cells that a shape may move away to where its own is taken. */
const REACH = 2;
const KINDS = ['out', 'warn'] as const;

/**
 * Gives every case that is out of time or about to be a shape that hides no other one. The map is cut into cells fixed
 * to the ground; what falls into one cell shares a shape with its count, and no shape leaves its cell. What is out of
 * time goes first; where a cell is taken, by such a shape or by one of the numbered ones (`taken`, px with a radius),
 * the next free cell nearby is used, and else the count of the cell's shape grows.
 */
export function smallShapes(
  { timedOut, dueSoon }: CaseAlerts,
  view: View,
  u: number,
  taken: readonly { x: number; y: number; radius: number }[],
): SmallShape[] {
  const side = CELL_UNITS * u;
  // The lattice moves with the ground, so that shapes keep their groups when the map is shifted.
  const [originX, originY] = view.project(0, 0).map((at) => at - Math.floor(at / side) * side) as [number, number];
  const columns = Math.ceil(view.width / side) + 1;
  const rows = Math.ceil(view.height / side) + 1;
  const columnOf = (x: number): number => Math.floor((x - originX) / side) + 1;
  const rowOf = (y: number): number => Math.floor((y - originY) / side) + 1;
  const occupied = occupiedCells(taken, columnOf, rowOf, side);
  const placed = new Map<number, Cell>();
  for (const kind of KINDS) {
    const own = new Map<number, Cell>();
    const lngLat = kind === 'out' ? timedOut : dueSoon;
    for (let index = 0; index < lngLat.length; index += 2) {
      const [x, y] = view.project(lngLat[index] as number, lngLat[index + 1] as number);
      // One that the edge would cut is counted at the edge.
      if (!(x > u && y > u && x < view.width - u && y < view.height - u)) continue;
      const key = rowOf(y) * (columns + 2) + columnOf(x);
      const cell = own.get(key);
      if (cell === undefined) own.set(key, { kind, count: 1, sumX: x, sumY: y });
      else {
        cell.count += 1;
        cell.sumX += x;
        cell.sumY += y;
      }
    }
    for (const [key, cell] of own) settle(key, cell, columns + 2, rows + 2, occupied, placed);
  }
  const slack = (side - SHAPE_UNITS * u) / 2;
  return [...placed].map(([key, { kind, count, sumX, sumY }]) => {
    const middleX = originX + ((key % (columns + 2)) - 0.5) * side;
    const middleY = originY + (Math.floor(key / (columns + 2)) - 0.5) * side;
    const x = Math.min(middleX + slack, Math.max(middleX - slack, sumX / count));
    const y = Math.min(middleY + slack, Math.max(middleY - slack, sumY / count));
    const [lon, lat] = view.unproject(x, y);
    return { kind, count, x, y, lon, lat };
  });
}

/** Puts a group into its own cell, a free one nearby, or together with one of its kind. */
function settle(
  key: number,
  group: Cell,
  width: number,
  height: number,
  occupied: ReadonlySet<string>,
  placed: Map<number, Cell>,
): void {
  const [column, row] = [key % width, Math.floor(key / width)];
  let alike: Cell | null = null;
  for (let ring = 0; ring <= REACH; ring++) {
    for (let down = -ring; down <= ring; down++) {
      for (let across = -ring; across <= ring; across++) {
        if (Math.max(Math.abs(down), Math.abs(across)) !== ring) continue;
        const [atColumn, atRow] = [column + across, row + down];
        if (atColumn < 0 || atRow < 0 || atColumn >= width || atRow >= height) continue;
        const at = atRow * width + atColumn;
        const there = placed.get(at);
        if (there?.kind === group.kind) alike ??= there;
        if (there !== undefined || occupied.has(`${atColumn},${atRow}`)) continue;
        placed.set(at, group);
        return;
      }
    }
  }
  // No room at all nearby: the count tells of it, and without any shape of its kind the numbered ones stand for it.
  if (alike === null) return;
  alike.sumX += (alike.sumX / alike.count) * group.count;
  alike.sumY += (alike.sumY / alike.count) * group.count;
  alike.count += group.count;
}

function occupiedCells(
  taken: readonly { x: number; y: number; radius: number }[],
  columnOf: (x: number) => number,
  rowOf: (y: number) => number,
  side: number,
): Set<string> {
  const cells = new Set<string>();
  // A shape stays inside its cell by a little: what only touches a cell's rim hides nothing there.
  const rim = side * 0.1;
  for (const { x, y, radius } of taken) {
    for (let column = columnOf(x - radius + rim); column <= columnOf(x + radius - rim); column++)
      for (let row = rowOf(y - radius + rim); row <= rowOf(y + radius - rim); row++) cells.add(`${column},${row}`);
  }
  return cells;
}
