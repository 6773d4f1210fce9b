import { below, glassOf, narrowed, type Column, type Glass } from './cells.ts';
import { HEAD, headOf } from './head.ts';
import { middle } from './middle.ts';
import { dealtTo, TILE } from './numbers.ts';
import { pack, type Block, type Placed } from './pack.ts';
import { PANEL_SIZES, type PanelKind, type PanelPlace } from './panel.ts';
import { sceneOf, type Scene } from './scene.ts';
import type { SceneDefinition } from './scenes/definition.ts';
import { unitOf } from './unit.ts';
import { boundsOf, type Rect, type Wall } from './wall.ts';

const LEFT = { least: 38, best: 42, ofScreen: 0.42 };
const RIGHT = 57;
/** A right column this wide holds two columns of panels. */
const TWO_COLUMNS = 118;
const WIDE = 2.2;
/** What the right column leaves of its screen at least, u: for a map that goes on there, or for tables of their own. */
const LEAST_LEFT = { map: 24, tables: 50 };
/**
 * Where a scene's panels go on any wall when nobody has placed them: title, numbers and clock along the top, the whole
 * city with its key at the left, the main map in the middle, what is to be read at the right. Panels to be read keep
 * within one screen; maps may cross bezels. Places are in mm from the wall's top left.
 */
export function arrange(scene: Scene, wall: Wall): PanelPlace[] {
  const u = unitOf(wall);
  const { own } = sceneOf(scene.kind);
  const free = own === undefined ? wall : withoutEdge(wall, own.edge * u);
  const { x, y } = boundsOf(free.screens);
  const all = placed(scene, own, glassOf(free, u));
  return all.map((each) => ({
    panel: each.panel,
    options: optionsOf(each, scene, all),
    x: x + each.x * u,
    y: y + each.y * u,
    width: each.width * u,
    height: each.height * u,
  }));
}

function placed(scene: Scene, own: SceneDefinition['own'], glass: Glass): Placed[] {
  if (own !== undefined) return own.place(glass);
  const [only] = glass.columns;
  return glass.columns.length === 1 && only?.cells.length === 1 && glass.width < glass.height * 1.1
    ? upright(scene, only)
    : sideways(scene, glass);
}

/** The wall without a strip of `edge` mm along its outer edge. */
function withoutEdge(wall: Wall, edge: number): Wall {
  const { x, y, width, height } = boundsOf(wall.screens);
  const screens = wall.screens.map((screen) => {
    const left = Math.max(screen.x, x + edge);
    const top = Math.max(screen.y, y + edge);
    const right = Math.min(screen.x + screen.width, x + width - edge);
    const bottom = Math.min(screen.y + screen.height, y + height - edge);
    return { ...screen, x: left, y: top, width: right - left, height: bottom - top };
  });
  return { ...wall, screens };
}

/**
 * Panels placed by hand with what each scene tells them by itself (how many rows have room, where the map looks); what
 * was set by hand stays.
 */
export function completed(places: readonly PanelPlace[], scene: Scene, wall: Wall): PanelPlace[] {
  const u = unitOf(wall);
  return places.map((place) => {
    const inUnits = { ...place, width: place.width / u, height: place.height / u };
    return { ...place, options: { ...optionsOf(inUnits, scene, places), ...place.options } };
  });
}

/** How many rows of a list have room in a height of u: what is left of it after its head and foot. */
export function rowsIn(height: number, head: number, row: number): number {
  return Math.max(1, Math.floor((height - head) / row + 0.01));
}

/** `all`: the panels it stands among, in any one unit. */
function optionsOf(placed: Placed, scene: Scene, all: readonly Placed[]): Record<string, unknown> {
  switch (placed.panel) {
    case 'alert-lane':
      return { rows: rowsIn(placed.height, 10, 6.1) };
    case 'categories':
      return { rows: rowsIn(placed.height, 4.9, 3.68) };
    case 'league-table':
      return { rows: rowsIn(placed.height, 9.8, 3.35) };
    case 'team-coverage':
    case 'category-facts':
      return { rows: rowsIn(placed.height, 11, 3.5) };
    case 'case-teams':
      return { rows: rowsIn(placed.height, 7, 3.5) };
    case 'numbers':
      return numbersOf(placed, all);
    case 'focus-map':
      return { ...sceneOf(scene.kind).map?.(scene.target ?? '') };
    default:
      return {};
  }
}

/** One panel shows as many numbers as have room; several share them, from left to right. */
function numbersOf({ x, y, width }: Placed, all: readonly Placed[]): Record<string, unknown> {
  const panels = all
    .filter(({ panel }) => panel === 'numbers')
    .sort((one, other) => one.x - other.x || one.y - other.y);
  if (panels.length < 2) return { tiles: Math.min(4, Math.max(2, Math.floor(width / TILE))) };
  const index = panels.findIndex((panel) => panel.x === x && panel.y === y);
  return { show: dealtTo(panels, index) };
}

/** Screens side by side, or one that is wider than high. */
function sideways(scene: Scene, glass: Glass): Placed[] {
  const { columns } = glass;
  const first = columns[0] as Column;
  const last = columns.at(-1) as Column;
  const alone = columns.length === 1;
  const wide = glass.width / glass.height >= WIDE;
  const leftWidth = wide || !alone ? leftOf(glass) : LEFT.least;
  const mapLeft = first.x + leftWidth;
  const rightWidth = alone
    ? wide
      ? 2 * RIGHT + 14
      : RIGHT
    : rightOf(last, sceneOf(scene.kind).map === null ? LEAST_LEFT.tables : LEAST_LEFT.map);
  const mapRight = last.x + last.width - rightWidth;
  const left = narrowed(first, first.x, mapLeft);
  const right = narrowed(last, mapRight, last.x + last.width);
  const inMiddle = middle(sceneOf(scene.kind), glass, mapLeft, mapRight);
  return [
    ...headOf(glass, { from: mapLeft, to: mapRight, withStages: !holdsOneOf(inMiddle, ['stages']) }),
    ...leftStack(left),
    ...inMiddle,
    ...beside(without(sceneOf(scene.kind).beside, inMiddle), right),
  ];
}

function holdsOneOf(placed: readonly Placed[], panels: readonly PanelKind[]): boolean {
  return placed.some(({ panel }) => panels.includes(panel));
}

/** Blocks without the panels that stand somewhere already. */
function without(blocks: readonly Block[], placed: readonly Placed[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    const [first, second] = block.filter((panel) => !holdsOneOf(placed, [panel]));
    if (first === undefined) return [];
    return [second === undefined ? [first] : [first, second]];
  });
}

function leftOf({ columns }: Glass): number {
  const { width } = columns[0] as Column;
  if (columns.length === 1) return LEFT.best;
  // A screen too narrow to share with the main map is the city's own, where others are left for that map.
  if (columns.length > 2 && width < LEFT.least + PANEL_SIZES['focus-map'].least.width * 0.8) return width;
  return Math.min(LEFT.best, Math.max(LEFT.least, width * LEFT.ofScreen));
}

/** Panels to be read take no more of the last screen than they need, unless what is left were less than `least`. */
function rightOf({ width }: Column, least: number): number {
  return width >= TWO_COLUMNS || width < RIGHT + least ? width : RIGHT;
}

/** The whole city over its key and the ages of its data, these at the foot, each within a screen. */
function leftStack(column: Column): Placed[] {
  const cells = column.cells.map((cell, index) => (index === 0 ? below(cell, HEAD) : cell));
  const top = cells[0]?.y ?? 0;
  const placed: Placed[] = [];
  let index = cells.length - 1;
  let foot = (cells[index]?.y ?? 0) + (cells[index]?.height ?? 0);
  for (const panel of ['data-ages', 'key'] as const) {
    const height = PANEL_SIZES[panel].best;
    while (index > 0 && foot - height < (cells[index]?.y ?? 0) - 0.01) {
      index -= 1;
      foot = (cells[index]?.y ?? 0) + (cells[index]?.height ?? 0);
    }
    if (foot - height - top < PANEL_SIZES['city-map'].least.height) continue;
    foot -= height;
    placed.push({ panel, x: column.x, y: foot, width: column.width, height });
  }
  return [{ panel: 'city-map', x: column.x, y: top, width: column.width, height: foot - top }, ...placed];
}

function beside(blocks: readonly Block[], column: Column): Placed[] {
  const cells = column.cells.map((cell, index) => (index === 0 ? below(cell, HEAD) : cell));
  if (column.width < TWO_COLUMNS) return pack(cells, blocks);
  const [first, ...rest] = blocks;
  const width = Math.max(64, column.width / 3);
  const inner = cells.map((cell) => ({ ...cell, width }));
  const outer = cells.map((cell) => ({ ...cell, x: cell.x + width, width: cell.width - width }));
  return [...pack(inner, first === undefined ? [] : [first]), ...pack(outer, rest)];
}

/** One screen that is higher than wide: everything over one another. */
function upright(scene: Scene, column: Column): Placed[] {
  const { x, width } = column;
  const top = column.cells[0]?.y ?? 0;
  const bottom = Math.max(...column.cells.map((cell) => cell.y + cell.height));
  const half = width / 2;
  const head: Placed[] = [
    { panel: 'place-title', x, y: top, width: half, height: HEAD },
    { panel: 'clock', x: x + half, y: top, width: half, height: HEAD },
    { panel: 'numbers', x, y: top + HEAD, width, height: HEAD },
  ];
  const ages = PANEL_SIZES.key.least.height;
  const foot: Placed[] = [
    { panel: 'key', x, y: bottom - ages, width: half, height: ages },
    { panel: 'data-ages', x: x + half, y: bottom - ages, width: half, height: ages },
  ];
  const from = top + 2 * HEAD;
  const map = (bottom - ages - from) * (sceneOf(scene.kind).map === null ? 0 : 0.55);
  const rest: Rect = { x, y: from + map, width, height: bottom - ages - from - map };
  const { middle: inMiddle, beside: atRight } = sceneOf(scene.kind);
  const blocks: Block[] = [...inMiddle.slice(0, 1), ...atRight];
  return [
    ...head,
    ...(map > 0 ? [{ panel: 'focus-map' as const, x, y: from, width, height: map }] : []),
    ...pack([rest], blocks),
    ...foot,
  ];
}
