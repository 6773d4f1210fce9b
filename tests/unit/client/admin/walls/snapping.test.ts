import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlace, moved, resized, settled, type Ground, type Side } from '#client/admin/walls/snapping.ts';
import { boundsOf, overlap, type Rect } from '#domain/wall/wall.ts';
import { unitOf } from '#domain/wall/unit.ts';
import { anyWall, gridWall } from '../../../domain/wall/walls.ts';

const hall = gridWall({ columns: 3, rows: 2, bezel: 3.5, viewingDistance: 5_000 });
const cell = unitOf(hall);
const ground: Ground = { screens: hall.screens, others: [], cell, reach: cell };

const anyBy = fc.record({
  x: fc.double({ min: -9_000, max: 9_000, noNaN: true }),
  y: fc.double({ min: -4_000, max: 4_000, noNaN: true }),
});
const anyGround = anyWall.map((wall): Ground => {
  const unit = unitOf(wall);
  return { screens: wall.screens, others: [], cell: unit, reach: unit };
});
const anySide = fc.constantFrom<Side>(
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: 1, y: 1 },
  { x: -1, y: -1 },
);

function panelOn({ screens, cell: unit }: Ground): Rect {
  const { x, y } = boundsOf(screens);
  return { x, y, width: 20 * unit, height: 15 * unit };
}

/** Whether a value is a cell line or an edge of a screen on its axis. */
function isOnGrid(value: number, axis: 'x' | 'y', { screens, cell: unit }: Ground): boolean {
  const side = axis === 'x' ? 'width' : 'height';
  return screens.some((screen) => {
    const into = value - screen[axis];
    if (Math.abs(into) < 0.01 || Math.abs(into - screen[side]) < 0.01) return true;
    return into > 0 && into < screen[side] && Math.abs(into / unit - Math.round(into / unit)) < 0.001;
  });
}

describe('a panel that is dragged', () => {
  it('keeps its size, stays on the wall, and comes to lie on a cell or an edge', () => {
    fc.assert(
      fc.property(anyGround, anyBy, (on, by) => {
        const before = panelOn(on);
        const after = moved(before, by, on);
        const bounds = boundsOf(on.screens);
        expect(after.width).toBe(before.width);
        expect(after.height).toBe(before.height);
        expect(after.x).toBeGreaterThanOrEqual(bounds.x - 0.01);
        expect(after.x + after.width).toBeLessThanOrEqual(bounds.x + bounds.width + 0.01);
        expect(after.y + after.height).toBeLessThanOrEqual(bounds.y + bounds.height + 0.01);
        expect(isOnGrid(after.x, 'x', on) || isOnGrid(after.x + after.width, 'x', on)).toBe(true);
        expect(isOnGrid(after.y, 'y', on) || isOnGrid(after.y + after.height, 'y', on)).toBe(true);
      }),
    );
  });

  it('lies still when it is let go where it lies', () => {
    fc.assert(
      fc.property(anyGround, anyBy, (on, by) => {
        const once = moved(panelOn(on), by, on);
        const twice = moved(once, { x: 0, y: 0 }, on);
        expect(Math.abs(twice.x - once.x) + Math.abs(twice.y - once.y)).toBeLessThan(on.cell * 2 + 0.01);
        expect(moved(twice, { x: 0, y: 0 }, on)).toEqual(twice);
      }),
    );
  });

  it('is drawn by the edge of a screen and of a neighbour', () => {
    const rect = { x: 0, y: 0, width: 400, height: 200 };
    const second = hall.screens[1]?.x ?? 0;
    expect(moved(rect, { x: second - 5, y: 0 }, ground).x).toBeCloseTo(second, 6);
    expect(moved(rect, { x: 809.6 - 4, y: 0 }, ground).x).toBeCloseTo(809.6, 6);
    const others = [{ x: 537, y: 0, width: 100, height: 100 }];
    expect(moved(rect, { x: 634, y: 0 }, { ...ground, others }).x).toBe(637);
  });

  it('that is read comes to rest on one screen', () => {
    fc.assert(
      fc.property(anyGround, anyBy, fc.double({ min: 0.2, max: 3, noNaN: true }), (on, by, size) => {
        const before = panelOn(on);
        const grown = { ...before, width: before.width * size, height: before.height * size };
        const rest = settled({ ...grown, x: grown.x + by.x, y: grown.y + by.y }, on.screens, false);
        const holding = on.screens.filter((screen) => overlap(screen, rest));
        expect(holding).toHaveLength(1);
        const [screen] = holding;
        if (screen === undefined) return;
        expect(rest.x).toBeGreaterThanOrEqual(screen.x);
        expect(rest.x + rest.width).toBeLessThanOrEqual(screen.x + screen.width + 0.01);
        expect(rest.y + rest.height).toBeLessThanOrEqual(screen.y + screen.height + 0.01);
      }),
    );
  });

  it('as large as its screen lies on that screen exactly, whatever rounding makes of the far edge', () => {
    const height = 500.0000000000003;
    const wall = gridWall({ columns: 3, rows: 2, width: (height * 16) / 9, height });
    const third = wall.screens[2];
    if (third === undefined) throw new Error('a wall of three columns has a third screen');
    const rest = settled({ x: third.x + 20, y: third.y, width: third.width, height }, wall.screens, false);
    expect(rest.x).toBe(third.x);
  });

  it('that is a map may lie behind a bezel', () => {
    const across = { x: 1_000, y: 500, width: 900, height: 700 };
    expect(settled(across, hall.screens, true)).toBe(across);
  });
});

describe('a panel that is resized', () => {
  it('moves the sides that are held and no other, and is never smaller than its least', () => {
    fc.assert(
      fc.property(anyGround, anySide, anyBy, (on, side, by) => {
        const before = panelOn(on);
        const least = { width: 10 * on.cell, height: 8 * on.cell };
        const after = resized(before, side, by, on, least);
        expect(after.width).toBeGreaterThanOrEqual(least.width - 0.01);
        expect(after.height).toBeGreaterThanOrEqual(least.height - 0.01);
        if (side.x !== -1) expect(after.x).toBe(before.x);
        if (side.x !== 1) expect(after.x + after.width).toBeCloseTo(before.x + before.width, 6);
        if (side.y !== -1) expect(after.y).toBe(before.y);
        if (side.y !== 1) expect(after.y + after.height).toBeCloseTo(before.y + before.height, 6);
      }),
    );
  });
});

describe('room for one more panel', () => {
  it('is found on one screen, over nothing', () => {
    const others = [{ x: 0, y: 0, width: 1_000, height: 680.4 }];
    const place = freePlace({ width: 500, height: 300 }, { ...ground, others });
    expect(place?.x).toBeCloseTo(1_213.1, 3);
    expect(others.some((other) => place !== null && overlap(other, place))).toBe(false);
  });

  it('is not found where everything is taken', () => {
    expect(freePlace({ width: 500, height: 300 }, { ...ground, others: [boundsOf(hall.screens)] })).toBeNull();
  });
});
