import { boundsOf, type Rect, type Wall } from './wall.ts';

/** The screens of a wall that stand over one another, from the top; all in u from the wall's top left. */
export type Column = { x: number; width: number; cells: Rect[] };

/** A wall as a layout sees it: its own size and its columns of screens, in u. */
export type Glass = { width: number; height: number; columns: Column[] };

/** The wall in units of `u` mm. Screens that overlap from left to right stand in one column. */
export function glassOf(wall: Wall, u: number): Glass {
  const bounds = boundsOf(wall.screens);
  const cells = wall.screens
    .map(({ x, y, width, height }) => ({
      x: (x - bounds.x) / u,
      y: (y - bounds.y) / u,
      width: width / u,
      height: height / u,
    }))
    .sort((one, other) => one.x - other.x);
  const columns: Column[] = [];
  for (const cell of cells) {
    const last = columns.at(-1);
    if (last !== undefined && cell.x < last.x + last.width - 0.01) {
      last.width = Math.max(last.width, cell.x + cell.width - last.x);
      last.cells.push(cell);
    } else columns.push({ x: cell.x, width: cell.width, cells: [cell] });
  }
  for (const column of columns) column.cells.sort((one, other) => one.y - other.y);
  return { width: bounds.width / u, height: bounds.height / u, columns };
}

/** A rectangle without its topmost `depth`. */
export function below(rect: Rect, depth: number): Rect {
  return { ...rect, y: rect.y + depth, height: rect.height - depth };
}

/** A column's cells between two lines, narrowed to them; cells that reach neither are left out. */
export function narrowed(column: Column, left: number, right: number): Column {
  const cells = column.cells.flatMap((cell) => {
    const x = Math.max(cell.x, left);
    const width = Math.min(cell.x + cell.width, right) - x;
    // Less than this is rounding of a line that runs along the cell's edge.
    return width > 0.01 ? [{ ...cell, x, width }] : [];
  });
  const x = Math.max(column.x, left);
  return { x, width: Math.min(column.x + column.width, right) - x, cells };
}
