import type { PanelSize } from '../wall/panel-window.ts';
import type { Box } from './label-placement.ts';

/** How near words may come to a join, in u. */
const CLEAR_UNITS = 0.3;

/** Where no words may stand on a map that spans screens: the joins within it, and a little beside them. */
export function joinBoxes(joins: PanelSize['joins'], u: number): Box[] {
  const by = CLEAR_UNITS * u;
  return (joins ?? []).map(({ x, y, width, height }) => ({
    left: x - by,
    top: y - by,
    right: x + width + by,
    bottom: y + height + by,
  }));
}
