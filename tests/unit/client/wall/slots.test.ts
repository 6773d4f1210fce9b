import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotsOf } from '#client/wall/slots.ts';
import { nextLook } from '#client/wall/use-showing.ts';
import { ownPlan, planOf } from '#client/wall/wall-plan.ts';
import { newProgram, showAt } from '#domain/wall/program.ts';
import { PANEL_SIZES } from '#domain/wall/panel.ts';
import { anyWall, gridWall } from '../../domain/wall/walls.ts';

const window = { width: 1_920, height: 1_080 };
const bare = { id: 'main', names: { zh: '', en: '' }, scope: '120000' };

describe('what a screen draws of its wall', () => {
  it('mounts every panel to be read on exactly one screen, whole', () => {
    fc.assert(
      fc.property(anyWall, (wall) => {
        const seen = new Map<string, number>();
        for (const { id } of wall.screens) {
          const plan = planOf(wall, id, window);
          if (plan === null) throw new Error('no plan');
          for (const slot of slotsOf(plan, { kind: 'overview' }, {})) {
            if (PANEL_SIZES[slot.panel].crosses) continue;
            expect(slot.window).toBeNull();
            seen.set(slot.key, (seen.get(slot.key) ?? 0) + 1);
          }
        }
        expect([...seen.values()].every((count) => count === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a map that spans screens into parts that make it up again but for the bezels', () => {
    const wall = gridWall({ columns: 3, rows: 2, bezel: 3.5, viewingDistance: 5_000 });
    let area = 0;
    let full = { width: 0, height: 0 };
    for (const { id } of wall.screens) {
      const plan = planOf(wall, id, window);
      const map = plan && slotsOf(plan, { kind: 'overview' }, {}).find(({ panel }) => panel === 'focus-map');
      if (!map) continue;
      const { part } = map.window ?? { part: map };
      area += part.width * part.height;
      full = map.window?.full ?? map;
    }
    expect(area / (full.width * full.height)).toBeGreaterThan(0.98);
    expect(area / (full.width * full.height)).toBeLessThan(1);
  });

  it('tells a map that spans screens where the joins are, in its own pixels', () => {
    const plan = planOf(gridWall({ columns: 3, rows: 2, bezel: 20, viewingDistance: 5_000 }), '5', window);
    const map = plan && slotsOf(plan, { kind: 'overview' }, {}).find(({ panel }) => panel === 'focus-map');
    if (!plan || !map?.window) throw new Error('the map spans screens');
    const { full, part } = map.window;
    const bezel = Math.round(20 * plan.scale);
    const joins = full.joins ?? [];
    const upright = joins.filter(({ height }) => height === full.height);
    expect(upright).toHaveLength(2);
    // The screen's own part begins where one ends, and the next begins where it ends.
    expect(upright.map(({ x, width }) => [x, x + width])).toEqual([
      [part.x - bezel, part.x].map((x) => expect.closeTo(x, -0.5)),
      [part.x + part.width, part.x + part.width + bezel].map((x) => expect.closeTo(x, -0.5)),
    ]);
    const lying = joins.filter(({ width }) => width === full.width);
    expect(lying).toEqual([expect.objectContaining({ y: expect.closeTo(part.y - bezel, -0.5), x: 0 })]);
  });

  it('draws a wall that nobody measured as its window is, two screens side by side where it is wide', () => {
    const one = ownPlan(bare, window);
    expect(one.unit).toBeCloseTo(10, 5);
    expect(slotsOf(one, { kind: 'overview' }, {})).toHaveLength(12);
    const two = ownPlan(bare, { width: 5_120, height: 1_440 });
    const crossing = slotsOf(two, { kind: 'overview' }, {}).filter(
      ({ x, width, panel }) => !PANEL_SIZES[panel].crosses && x < 2_560 && x + width > 2_560,
    );
    expect(crossing).toEqual([]);
  });

  it('has the same unit in every window of one shape, and the same layout', () => {
    const small = ownPlan(bare, { width: 1_280, height: 720 });
    const large = ownPlan(bare, { width: 3_840, height: 2_160 });
    expect(large.unit / small.unit).toBeCloseTo(3, 5);
    expect(slotsOf(small, { kind: 'overview' }, {}).map(({ key }) => key)).toEqual(
      slotsOf(large, { kind: 'overview' }, {}).map(({ key }) => key),
    );
  });
});

describe('when a screen looks again', () => {
  it('is never after the next change of what it shows', () => {
    const minuteOfDay = (at: number): number => Math.floor(at / 60_000) % 1_440;
    const program = {
      ...newProgram(0),
      playlist: [
        { scene: { kind: 'overview' as const }, seconds: 45 },
        { scene: { kind: 'teams' as const }, seconds: 20, hours: { from: 1, to: 3 } },
        { scene: { kind: 'leagues' as const }, seconds: 15 },
      ],
    };
    const by = { id: 'u', name: 'u' };
    const pushed = {
      ...program,
      pushes: [
        { id: 'p', scene: { kind: 'incident' as const, target: 'C' }, screens: null, from: 30_500, until: 72_250, by },
      ],
    };
    let now = 0;
    while (now < 400_000) {
      const showing = showAt(pushed, now, null, minuteOfDay);
      const next = nextLook(pushed, showing, now);
      expect(next).toBeGreaterThan(now);
      for (let at = now; at < next; at += 250) {
        expect(showAt(pushed, at, null, minuteOfDay).scene).toEqual(showing.scene);
      }
      now = next;
    }
  });
});
