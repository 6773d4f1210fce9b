import { below, narrowed, type Column, type Glass } from './cells.ts';
import { HEAD } from './head.ts';
import { pack, type Placed } from './pack.ts';
import { PANEL_SIZES } from './panel.ts';
import type { SceneDefinition } from './scenes/definition.ts';
import { boundsOf, type Rect } from './wall.ts';

/** Tables on one screen are no wider than the second, and leave room for a map only where they keep the first, in u. */
const TABLES = { least: 75, best: 100 };

/**
 * What stands between two lines, from the left column to the right one: a scene's main map, which may cross bezels, with
 * the stages under it where it is on one screen; or its tables, with a map where these leave room.
 */
export function middle(definition: SceneDefinition, glass: Glass, from: number, to: number): Placed[] {
  const columns = glass.columns.flatMap((column): Column[] => {
    const part = narrowed(column, from, to);
    const cells = part.cells.map((cell, index) => (index === 0 ? below(cell, HEAD) : cell));
    return cells.length === 0 ? [] : [{ ...part, cells }];
  });
  if (columns.length === 0) return [];
  const area = boundsOf(columns.flatMap(({ cells }) => cells));
  if (definition.map !== null) {
    const { above, foot } = withFoot(columns, area, definition.stages);
    return [{ ...above, panel: 'focus-map' }, ...foot];
  }
  const room = besideTables(columns, area);
  if (room === null)
    return pack(
      columns.flatMap(({ cells }) => cells),
      definition.middle,
      definition.spare,
    );
  const { above, foot } = withFoot(columns, area, true);
  const bottom = above.y + above.height;
  const high = (rect: Rect): Rect => ({ ...rect, height: Math.min(rect.height, bottom - rect.y) });
  const tables = definition.middle.filter(([panel]) => foot.length === 0 || panel !== 'stages');
  return [{ ...high(room.map), panel: 'focus-map' }, ...pack(room.tables.map(high), tables, definition.spare), ...foot];
}

/** An area on one screen parted into the strip of stages at its foot and what is above. */
function withFoot(columns: readonly Column[], area: Rect, stages: boolean): { above: Rect; foot: Placed[] } {
  const { width, height } = PANEL_SIZES.stages.least;
  if (!stages || columns.length > 1 || area.width < width) return { above: area, foot: [] };
  const above = { ...area, height: area.height - height };
  return { above, foot: [{ ...area, panel: 'stages', y: area.y + above.height, height }] };
}

/**
 * Where tables stand and where a map when there is more room than the tables can use; null where they need all of it.
 * Over several screens the tables have the first column that is wide enough, and what lies at its narrower side.
 */
function besideTables(columns: readonly Column[], area: Rect): { tables: Rect[]; map: Rect } | null {
  const least = PANEL_SIZES['focus-map'].least.width;
  const [only] = columns;
  if (only !== undefined && columns.length === 1) {
    if (only.width < TABLES.least + least) return null;
    const width = Math.min(TABLES.best, only.width / 2);
    const map = { ...area, x: area.x + width, width: area.width - width };
    return { tables: only.cells.map((cell) => ({ ...cell, width })), map };
  }
  const holding = columns.find(({ width }) => width >= PANEL_SIZES['league-table'].least.width);
  if (holding === undefined) return null;
  const end = holding.x + holding.width;
  const left = { ...area, width: holding.x - area.x };
  const right = { ...area, x: end, width: area.x + area.width - end };
  const map = left.width > right.width ? left : right;
  if (map.width < least) return null;
  const others = columns.filter(({ x }) => (map === left ? x >= holding.x : x <= holding.x));
  return { tables: others.flatMap(({ cells }) => cells), map };
}
