import { boundsOf, MOST_SCREENS, type Screen } from '#domain/wall/wall.ts';

/** Equal screens in columns and rows; lengths in mm, `bezel` between two lit areas. */
export type ScreenGrid = {
  columns: number;
  rows: number;
  width: number;
  height: number;
  bezel: number;
  pixels: { width: number; height: number };
};

/** Two screens hang in one line when they are off it by no more than a tape's tolerance, mm. */
const IN_LINE = 1;

/** Whether a grid can be made: from one screen to as many as a wall may have. */
export function isGrid({ columns, rows, width, height, bezel }: ScreenGrid): boolean {
  const whole = Number.isInteger(columns) && Number.isInteger(rows) && columns >= 1 && rows >= 1;
  return whole && columns * rows <= MOST_SCREENS && width > 0 && height > 0 && bezel >= 0;
}

/** The screens of a grid, numbered by rows from the top left. */
export function screensOf({ columns, rows, width, height, bezel, pixels }: ScreenGrid): Screen[] {
  return Array.from({ length: columns * rows }, (_, index) => ({
    id: String(index + 1),
    x: tenth((index % columns) * (width + bezel)),
    y: tenth(Math.floor(index / columns) * (height + bezel)),
    width,
    height,
    pixels,
    rotation: 0,
  }));
}

/** The grid that screens hang in; null where they hang in none. */
export function gridOf(screens: readonly Screen[]): ScreenGrid | null {
  const [first] = screens;
  if (first === undefined) return null;
  const columns = linesOf(screens.map(({ x }) => x));
  const rows = linesOf(screens.map(({ y }) => y));
  if (columns.length * rows.length !== screens.length) return null;
  const { width, height, pixels } = first;
  const across = (columns[1] ?? width) - (columns[0] ?? 0) - width;
  const down = (rows[1] ?? height) - (rows[0] ?? 0) - height;
  const bezel = Math.max(0, columns.length > 1 ? across : rows.length > 1 ? down : 0);
  const grid = { columns: columns.length, rows: rows.length, width, height, bezel: tenth(bezel), pixels };
  const { x, y } = boundsOf(screens);
  const made = screensOf(grid);
  const inOrder = [...screens].sort((one, other) =>
    Math.abs(one.y - other.y) > IN_LINE ? one.y - other.y : one.x - other.x,
  );
  const fits = inOrder.every((screen, index) => {
    const place = made[index];
    if (place === undefined || screen.rotation !== 0) return false;
    const near = Math.abs(screen.x - x - place.x) <= IN_LINE && Math.abs(screen.y - y - place.y) <= IN_LINE;
    const same = Math.abs(screen.width - width) <= IN_LINE && Math.abs(screen.height - height) <= IN_LINE;
    return near && same && screen.pixels.width === pixels.width && screen.pixels.height === pixels.height;
  });
  return fits ? grid : null;
}

/** One more screen like the last, to the right of all; its number is the first that is free. */
export function oneMore(screens: readonly Screen[], like: ScreenGrid): Screen {
  const last = screens.at(-1);
  const taken = new Set(screens.map(({ id }) => id));
  let number = 1;
  while (taken.has(String(number))) number += 1;
  const shape = last ?? { width: like.width, height: like.height, pixels: like.pixels, rotation: 0 as const };
  if (last === undefined) return { ...shape, id: String(number), x: 0, y: 0 };
  const { x, y, width } = boundsOf(screens);
  return { ...shape, id: String(number), x: tenth(x + width + like.bezel), y };
}

function linesOf(values: readonly number[]): number[] {
  const lines: number[] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    if (lines.length === 0 || value - (lines.at(-1) as number) > IN_LINE) lines.push(value);
  }
  return lines;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
