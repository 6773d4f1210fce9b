import { boundsOf, type Rect } from '#domain/wall/wall.ts';
import type { WallPlan } from '../wall/wall-plan.ts';

/** A straight line in CSS pixels of a screen's own drawing; `strong` every fifth. */
export type PatternLine = { x1: number; y1: number; x2: number; y2: number; strong: boolean };

/** The grid's step: ten centimetres on a wall that was measured, a hundred pixels in a window. */
const STEP = 100;
const STRONG_EVERY = 5;

/**
 * The lines of the wall's grid that this screen shows. They are the wall's own, counted from its corner, so that they go
 * on straight from screen to screen, the bezels between them included.
 */
export function gridLines({ wall, view, scale }: Pick<WallPlan, 'wall' | 'view' | 'scale'>): PatternLine[] {
  const { x: left, y: top } = boundsOf(wall.screens);
  const [width, height] = [view.width * scale, view.height * scale];
  const upright = stepsWithin(view.x - left, view.width).map(({ step, at }) => ({
    ...{ x1: at * scale, y1: 0, x2: at * scale, y2: height },
    strong: step % STRONG_EVERY === 0,
  }));
  const level = stepsWithin(view.y - top, view.height).map(({ step, at }) => ({
    ...{ x1: 0, y1: at * scale, x2: width, y2: at * scale },
    strong: step % STRONG_EVERY === 0,
  }));
  return [...upright, ...level];
}

/** Which steps fall within a span that begins `from` after the first, and where in it. */
function stepsWithin(from: number, length: number): { step: number; at: number }[] {
  const first = Math.ceil(from / STEP);
  const last = Math.floor((from + length) / STEP);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const step = first + index;
    return { step, at: step * STEP - from };
  });
}

/** A rectangle of the wall in this screen's CSS pixels, to the fraction. */
export function drawnRect({ view, scale }: Pick<WallPlan, 'view' | 'scale'>, rect: Rect): Rect {
  return {
    x: (rect.x - view.x) * scale,
    y: (rect.y - view.y) * scale,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}
