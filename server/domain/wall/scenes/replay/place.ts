import { boundsOf } from '../../wall.ts';
import type { Column, Glass } from '../../cells.ts';
import { pack, type Block, type Placed } from '../../pack.ts';
import { PANEL_SIZES } from '../../panel.ts';

const HEAD = PANEL_SIZES['replay-head'].best;
const NUMBERS = 46;
const TIMELINE = 25;
const READ: readonly Block[] = [['replay-head'], ['replay-numbers'], ['replay-timeline']];

/**
 * Where a replay's panels go: on one screen its date along the top, its day along the foot, its numbers at the right of
 * the map; on several what is read stands on the first column, or on as many as it needs, and the map on the others. In u.
 */
export function placeReplay({ columns }: Glass): Placed[] {
  const [first, ...others] = columns;
  if (first === undefined) return [];
  const [top, ...below] = first.cells;
  if (others.length > 0) return onColumns(columns);
  if (top === undefined) return [];
  if (below.length > 0) return withMap(pack([top], READ), [{ ...first, cells: below }]);
  return top.width < top.height * 1.1 ? upright(top) : sideways(top);
}

/** Low screens hold one panel each: what the first column has no room for stands on the next, from its foot. */
function onColumns([first, ...others]: readonly Column[]): Placed[] {
  const cells = [...first!.cells];
  const free = others.map((column) => ({ ...column, cells: [...column.cells] }));
  for (;;) {
    const read = pack(cells, READ);
    const next = free.find(({ cells: left }) => left.length > 0);
    const left = free.reduce((sum, column) => sum + column.cells.length, 0);
    if (read.length === READ.flat().length || next === undefined || left === 1) {
      const whole = free.filter((column, index) => column.cells.length === others[index]!.cells.length);
      return withMap(read, whole.length > 0 ? whole : free.filter((column) => column.cells.length > 0));
    }
    cells.push(next.cells.pop()!);
  }
}

function withMap(read: Placed[], columns: readonly Column[]): Placed[] {
  return [...read, { ...boundsOf(columns.flatMap(({ cells }) => cells)), panel: 'focus-map' }];
}

function sideways({ x, y, width, height }: Column['cells'][number]): Placed[] {
  const between = height - HEAD - TIMELINE;
  return [
    { panel: 'replay-head', x, y, width, height: HEAD },
    { panel: 'focus-map', x, y: y + HEAD, width: width - NUMBERS, height: between },
    { panel: 'replay-numbers', x: x + width - NUMBERS, y: y + HEAD, width: NUMBERS, height: between },
    { panel: 'replay-timeline', x, y: y + height - TIMELINE, width, height: TIMELINE },
  ];
}

function upright({ x, y, width, height }: Column['cells'][number]): Placed[] {
  const numbers = PANEL_SIZES['replay-numbers'].least.height;
  const map = height - HEAD - numbers - TIMELINE;
  return [
    { panel: 'replay-head', x, y, width, height: HEAD },
    { panel: 'replay-numbers', x, y: y + HEAD, width, height: numbers },
    { panel: 'focus-map', x, y: y + HEAD + numbers, width, height: map },
    { panel: 'replay-timeline', x, y: y + height - TIMELINE, width, height: TIMELINE },
  ];
}
