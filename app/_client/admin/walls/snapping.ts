import { boundsOf, overlap, type Rect, type Screen } from '#domain/wall/wall.ts';

/** The side of a rectangle that is moved when it is resized; -1 left or top, 1 right or bottom, 0 neither. */
export type Side = { x: -1 | 0 | 1; y: -1 | 0 | 1 };

/** What panels keep to. All in mm. */
export type Ground = {
  screens: readonly Screen[];
  /** Panels that lie there already: their edges draw as a screen's do. */
  others: readonly Rect[];
  /** Side of a cell, counted on each screen from its own left and top edge. */
  cell: number;
  /** Edges draw from this far; cells from wherever one is. */
  reach: number;
};

type Axis = 'x' | 'y';
type Span = { from: number; to: number };

/** A rectangle moved: its nearer edge on an edge of a screen or panel within reach, else its left and top on a cell. */
export function moved(rect: Rect, by: { x: number; y: number }, ground: Ground): Rect {
  return {
    ...rect,
    x: movedOn('x', rect.x, rect.width, by.x, ground),
    y: movedOn('y', rect.y, rect.height, by.y, ground),
  };
}

/** A rectangle with one or two sides moved, the opposite ones as they were; never smaller than `least`. */
export function resized(
  rect: Rect,
  side: Side,
  by: { x: number; y: number },
  ground: Ground,
  least: { width: number; height: number },
): Rect {
  const [x, width] = resizedOn('x', rect.x, rect.width, side.x, by.x, ground, least.width);
  const [y, height] = resizedOn('y', rect.y, rect.height, side.y, by.y, ground, least.height);
  return { x, y, width, height };
}

/**
 * Where a panel comes to rest. One that is read lies on one screen: on that which has most of it, cut to its size where
 * it is larger. A map stays where it is.
 */
export function settled(rect: Rect, screens: readonly Screen[], crosses: boolean): Rect {
  if (crosses) return rect;
  const screen = [...screens].sort(
    (one, other) => sharedArea(other, rect) - sharedArea(one, rect) || far(one, rect) - far(other, rect),
  )[0];
  if (screen === undefined) return rect;
  const width = Math.min(rect.width, screen.width);
  const height = Math.min(rect.height, screen.height);
  return {
    x: within(rect.x, screen.x, screen.x + screen.width - width),
    y: within(rect.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

/** A value kept between two ends; `from` where rounding leaves no room between them. */
function within(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(value, to));
}

/** The first place on any screen with room for a size, on its cells and over nothing else; null where there is none. */
export function freePlace(size: { width: number; height: number }, { screens, others, cell }: Ground): Rect | null {
  for (const screen of screens) {
    for (let y = screen.y; y + size.height <= screen.y + screen.height + 0.01; y += cell) {
      for (let x = screen.x; x + size.width <= screen.x + screen.width + 0.01; x += cell) {
        const rect = { x, y, ...size };
        if (!others.some((other) => overlap(other, rect))) return rect;
      }
    }
  }
  return null;
}

function movedOn(axis: Axis, from: number, size: number, by: number, ground: Ground): number {
  const wanted = from + by;
  const { start, end } = endsOf(axis, ground.screens);
  const options = [...linesOf(axis, -1, ground), ...linesOf(axis, 1, ground).map((line) => line - size)];
  const drawn = nearest(options, wanted);
  const near = drawn !== null && Math.abs(drawn - wanted) <= ground.reach ? drawn : cellLine(axis, wanted, ground);
  return Math.max(start, Math.min(near, end - size));
}

function resizedOn(
  axis: Axis,
  from: number,
  size: number,
  side: -1 | 0 | 1,
  by: number,
  ground: Ground,
  least: number,
): [number, number] {
  if (side === 0) return [from, size];
  const { start, end } = endsOf(axis, ground.screens);
  const wanted = (side === 1 ? from + size : from) + by;
  const drawn = nearest(linesOf(axis, side, ground), wanted);
  const near = drawn !== null && Math.abs(drawn - wanted) <= ground.reach ? drawn : cellLine(axis, wanted, ground);
  if (side === 1) {
    const to = Math.min(Math.max(near, from + least), Math.max(end, from + least));
    return [from, to - from];
  }
  const to = from + size;
  const at = Math.max(Math.min(near, to - least), Math.min(start, to - least));
  return [at, to - at];
}

/** Lines that a left or top (-1), or a right or bottom edge (1) is drawn by: of screens the like edge, of panels both. */
function linesOf(axis: Axis, edge: -1 | 1, { screens, others }: Ground): number[] {
  const ofScreens = screens.map((screen) => (edge === -1 ? spanOf(axis, screen).from : spanOf(axis, screen).to));
  return [...ofScreens, ...others.flatMap((other) => [spanOf(axis, other).from, spanOf(axis, other).to])];
}

/** The cell line nearest to a value, counted on the screen that the value lies on or is nearest to. */
function cellLine(axis: Axis, value: number, { screens, cell }: Ground): number {
  const spans = screens.map((screen) => spanOf(axis, screen));
  const span = spans.sort((one, other) => away(one, value) - away(other, value))[0];
  if (span === undefined) return value;
  const inside = Math.min(Math.max(value, span.from), span.to);
  return Math.min(span.to, span.from + Math.round((inside - span.from) / cell) * cell);
}

function spanOf(axis: Axis, rect: Rect): Span {
  return axis === 'x' ? { from: rect.x, to: rect.x + rect.width } : { from: rect.y, to: rect.y + rect.height };
}

function endsOf(axis: Axis, screens: readonly Screen[]): { start: number; end: number } {
  const { from, to } = spanOf(axis, boundsOf(screens));
  return { start: from, end: to };
}

function nearest(lines: readonly number[], value: number): number | null {
  let best: number | null = null;
  for (const line of lines) if (best === null || Math.abs(line - value) < Math.abs(best - value)) best = line;
  return best;
}

function away({ from, to }: Span, value: number): number {
  return Math.max(0, from - value, value - to);
}

function sharedArea(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function far(screen: Rect, rect: Rect): number {
  return (
    away({ from: screen.x, to: screen.x + screen.width }, rect.x + rect.width / 2) +
    away({ from: screen.y, to: screen.y + screen.height }, rect.y + rect.height / 2)
  );
}
