import { GOOD_ARC, LEAST_ARC, lengthOfArc, smallestArc, SMALLEST_TEXT, unitOf } from '#domain/wall/unit.ts';
import type { Wall } from '#domain/wall/wall.ts';

/** How a wall reads from where people stand. */
export type Reading = {
  /** The unit u and the smallest text, mm. */
  unit: number;
  smallest: number;
  /** How tall the smallest text looks, minutes of arc. */
  arc: number;
  verdict: 'good' | 'small' | 'unreadable';
  /** From this near the smallest text looks as tall as it should, with type as it is now; mm. */
  goodFrom: number;
};

/** Null for a wall whose screens nobody has measured. */
export function readingOf(wall: Wall): Reading | null {
  if (wall.screens.length === 0) return null;
  const unit = unitOf(wall);
  const smallest = unit * SMALLEST_TEXT;
  const arc = smallestArc(wall);
  const verdict = arc >= GOOD_ARC ? 'good' : arc >= LEAST_ARC ? 'small' : 'unreadable';
  return { unit, smallest, arc, verdict, goodFrom: smallest / lengthOfArc(GOOD_ARC, 1) };
}
