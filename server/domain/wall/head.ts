import { narrowed, type Column, type Glass } from './cells.ts';
import type { Placed } from './pack.ts';
import { NUMBERS, TILE } from './numbers.ts';
import { PANEL_SIZES } from './panel.ts';

/** How high the line at the top is, u. */
export const HEAD = 14;

/**
 * The line along the top: title at the left, clock at the right, between them the numbers. On one screen they share the
 * room; over several each screen's part of the line has its share of them, and the stages stand in a part that is wide
 * enough where they have no room elsewhere (`withStages`).
 */
export function headOf(
  { columns }: Glass,
  { from, to, withStages }: { from: number; to: number; withStages: boolean },
): Placed[] {
  const first = columns[0] as Column;
  const last = columns.at(-1) as Column;
  const between = columns.map((column) => narrowed(column, from, to)).filter(({ cells }) => cells.length > 0);
  const parts = between.filter(({ width }) => width >= PANEL_SIZES.numbers.least.width);
  // What is left of the clock's own screen is too little for a number: the clock has it.
  const narrow = between.at(-1);
  const clockFrom = narrow === undefined || parts.includes(narrow) || narrow.x < last.x - 0.01 ? to : narrow.x;
  return [
    { panel: 'place-title', x: first.x, y: topOf(first), width: from - first.x, height: HEAD },
    ...inParts(parts, withStages),
    { panel: 'clock', x: clockFrom, y: topOf(last), width: last.x + last.width - clockFrom, height: HEAD },
  ];
}

function inParts(parts: readonly Column[], withStages: boolean): Placed[] {
  if (parts.length < 2) return parts.map((part) => ({ ...placeOf(part), panel: 'numbers' }));
  const wide = withStages ? widest(parts) : undefined;
  const others = parts.filter((part) => part !== wide);
  const hold = others.reduce((sum, { width }) => sum + Math.floor(width / TILE), 0);
  const stages = wide !== undefined && wide.width >= PANEL_SIZES.stages.least.width && hold >= NUMBERS.length;
  const numbered = stages ? others : parts;
  return parts.flatMap((part): Placed[] => {
    const at = placeOf(part);
    if (stages && part === wide) return [{ ...at, panel: 'stages' }];
    return numbered.indexOf(part) < NUMBERS.length ? [{ ...at, panel: 'numbers' }] : [];
  });
}

function widest(parts: readonly Column[]): Column | undefined {
  return [...parts].sort((one, other) => other.width - one.width)[0];
}

function placeOf(part: Column): { x: number; y: number; width: number; height: number } {
  return { x: part.x, y: topOf(part), width: part.width, height: HEAD };
}

function topOf({ cells }: Column): number {
  return cells[0]?.y ?? 0;
}
