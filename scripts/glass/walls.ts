import { usualDistance } from '#domain/wall/unit.ts';
import type { Screen, Wall } from '#domain/wall/wall.ts';

/** Screens of one kind in rows and columns. Lengths in mm; `bezel` is what lies between two lit areas. */
type Grid = {
  id: string;
  names: { zh: string; en: string };
  columns: number;
  rows: number;
  screen: { width: number; height: number };
  pixels: { width: number; height: number };
  bezel: number;
  /** From the eye; where none is given the distance at which one screen's smallest text is just read well. */
  distance?: number;
};

/** Walls as they are really hung, with the sizes of common products. */
const GRIDS: readonly Grid[] = [
  grid('1080p', '75 寸单屏', 'One 75-inch screen', [1, 1], [1_650, 928], [1_920, 1_080]),
  grid('4k', '98 寸 4K 单屏', 'One 98-inch 4K screen', [1, 1], [2_159, 1_214], [3_840, 2_160]),
  grid('8k-wide', '双 4K 拼接', 'Two 4K screens as one', [1, 1], [4_318, 1_214], [7_680, 2_160]),
  { ...grid('32x9', '双屏', 'Two 55-inch screens', [2, 1], [1_210, 681], [1_920, 1_080]), bezel: 3.5 },
  {
    ...grid('3x2', '3×2 拼接屏', '3 × 2 of 55 inches', [3, 2], [1_210, 681], [1_920, 1_080]),
    bezel: 3.5,
    distance: 4_000,
  },
  grid('led', 'LED 大屏', 'LED of 6656 × 1792', [1, 1], [8_320, 2_240], [6_656, 1_792]),
  {
    ...grid('4x3', '4×3 拼接屏', '4 × 3 of 55 inches', [4, 3], [1_210, 681], [1_920, 1_080]),
    bezel: 3.5,
    distance: 6_000,
  },
];

function grid(
  id: string,
  zh: string,
  en: string,
  [columns, rows]: readonly [number, number],
  [width, height]: readonly [number, number],
  [across, down]: readonly [number, number],
): Grid {
  return {
    id,
    names: { zh, en },
    columns,
    rows,
    screen: { width, height },
    pixels: { width: across, height: down },
    bezel: 0,
  };
}

/** What is taken where no wall is named: one screen of each usual size, one wide one, and one of many. */
export const USUAL_WALLS: readonly string[] = ['1080p', '4k', '8k-wide', '3x2'];

/** The walls that pictures can be taken of, for a city (its place code). */
export function wallsOf(scope: string): Wall[] {
  return GRIDS.map(({ id, names, columns, rows, screen, pixels, bezel, distance }) => ({
    id,
    names,
    scope,
    viewingDistance: Math.round(distance ?? usualDistance(screen.height)),
    screens: Array.from({ length: columns * rows }, (_, index): Screen => {
      const [column, row] = [index % columns, Math.floor(index / columns)];
      return {
        id: String(index + 1),
        x: column * (screen.width + bezel),
        y: row * (screen.height + bezel),
        ...screen,
        pixels,
        rotation: 0,
      };
    }),
  }));
}
