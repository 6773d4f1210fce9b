import { PANEL_SIZES, type PanelKind } from './panel.ts';
import type { Rect } from './wall.ts';

/** What a layout puts into a column: one panel, or two side by side where there is room for both. */
export type Block = readonly [PanelKind] | readonly [PanelKind, PanelKind];
export type Placed = Rect & { panel: PanelKind };

/** Two panels side by side, each narrower than this, stand over one another where they are high enough for it (u). */
const WIDE_ENOUGH = 40;

/** How two panels side by side share their width: one with words of any length needs more of it than a drawing. */
const SHARES: Partial<Record<PanelKind, number>> = { hourly: 23, categories: 27 };

function shareOf(panel: PanelKind): number {
  return SHARES[panel] ?? 1;
}

type Segment = Rect & { blocks: { block: Block; height: number }[]; free: number };

/**
 * Puts blocks into segments (parts of screens, in u): those named first matter most and get room first, each in the
 * segment that has just enough for what it likes best, else in the roomiest that holds its least. What finds no room is
 * left out. A segment's blocks keep the order they were named in and share what is left over. What is `spare` stands only
 * where a segment would be empty.
 */
export function pack(segments: readonly Rect[], blocks: readonly Block[], spare: readonly Block[] = []): Placed[] {
  const open: Segment[] = segments.map((rect) => ({ ...rect, blocks: [], free: rect.height }));
  for (const wanted of blocks) {
    const block = fitting(wanted, Math.max(...open.map(({ width }) => width), 0));
    if (block === null) continue;
    const least = heightOf(block, 'least');
    const best = heightOf(block, 'best');
    const holding = open.filter((segment) => segment.free >= least - 0.01 && widthOf(block) <= segment.width + 0.01);
    const roomy = holding.filter(({ free }) => free >= best).sort((one, other) => one.free - other.free)[0];
    const target = roomy ?? holding.sort((one, other) => other.free - one.free)[0];
    if (target === undefined) continue;
    const height = Math.min(best, target.free);
    target.blocks.push({ block, height });
    target.free -= height;
  }
  const left = [...spare];
  for (const segment of open.filter(({ blocks: placed }) => placed.length === 0)) {
    const index = left.findIndex(
      (block) => heightOf(block, 'least') <= segment.free && widthOf(block) <= segment.width,
    );
    const [block] = index < 0 ? [] : left.splice(index, 1);
    if (block === undefined) continue;
    segment.blocks.push({ block, height: segment.free });
    segment.free = 0;
  }
  return open.flatMap(spread);
}

function spread({ x, y, width, blocks, free }: Segment): Placed[] {
  const whole = blocks.reduce((sum, { height }) => sum + height, 0);
  let top = y;
  return blocks.flatMap(({ block, height: own }) => {
    const height = own + (free * own) / whole;
    const at = { y: top, height };
    top += height;
    const [first, second] = block;
    if (second === undefined) return [{ panel: first, x, width, ...at }];
    const half = { x, width, height: height / 2 };
    if (width / 2 < WIDE_ENOUGH && block.every((panel) => half.height >= PANEL_SIZES[panel].least.height)) {
      return [
        { ...half, panel: first, y: at.y },
        { ...half, panel: second, y: at.y + half.height },
      ];
    }
    const ofFirst = (width * shareOf(first)) / (shareOf(first) + shareOf(second));
    return [
      { panel: first, x, width: ofFirst, ...at },
      { panel: second, x: x + ofFirst, width: width - ofFirst, ...at },
    ];
  });
}

/** The block as far as a width holds it: the first of two where both have no room; null where not even that has. */
function fitting(block: Block, width: number): Block | null {
  if (widthOf(block) <= width + 0.01) return block;
  const [first] = block;
  return PANEL_SIZES[first].least.width <= width + 0.01 ? [first] : null;
}

function widthOf(block: Block): number {
  return block.length === 1
    ? PANEL_SIZES[block[0]].least.width
    : 2 * Math.max(...block.map((panel) => PANEL_SIZES[panel].least.width));
}

function heightOf(block: Block, which: 'least' | 'best'): number {
  return Math.max(
    ...block.map((panel) => (which === 'best' ? PANEL_SIZES[panel].best : PANEL_SIZES[panel].least.height)),
  );
}
