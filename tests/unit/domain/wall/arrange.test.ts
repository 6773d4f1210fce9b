import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '#domain/wall/arrange.ts';
import { panelBreaches } from '#domain/wall/breaches.ts';
import { SCENE_KINDS, type SceneKind } from '#domain/wall/scene.ts';
import { arcMinutes, LEAST_ARC, mostUnit, SMALLEST_TEXT, unitOf } from '#domain/wall/unit.ts';
import type { Rect, Wall } from '#domain/wall/wall.ts';
import { numbersSchema, numbersShown } from '#client/panels/numbers/options.ts';
import { anyWall, gridWall } from './walls.ts';

const KINDS = Object.keys(SCENE_KINDS) as SceneKind[];
const LIVE = ['place-title', 'clock', 'city-map'] as const;
const REPLAY = ['replay-head', 'replay-timeline', 'replay-numbers'] as const;
const sceneOf = (kind: SceneKind) => ({ kind, ...(SCENE_KINDS[kind] === 'none' ? {} : { target: '120101' }) });

describe('arranging a scene', () => {
  it('never lays a panel to be read across a bezel, off the glass or over another, on any wall', () => {
    fc.assert(
      fc.property(anyWall, fc.constantFrom(...KINDS), (wall, kind) => {
        const breaches = panelBreaches(wall, arrange(sceneOf(kind), wall)).filter(
          ({ what }) => what !== 'panel-too-small',
        );
        expect(breaches).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('always shows the title, the time, the city and, but for leagues, the main map; a replay its own', () => {
    fc.assert(
      fc.property(anyWall, fc.constantFrom(...KINDS), (wall, kind) => {
        const kinds = arrange(sceneOf(kind), wall).map(({ panel }) => panel);
        const asked = kind === 'replay' ? REPLAY : LIVE;
        for (const panel of asked) expect(kinds).toContain(panel);
        if (kind !== 'leagues') expect(kinds).toContain('focus-map');
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives what is read of a replay as many low screens as it needs', () => {
    const low = { width: 889, height: 500, columns: 3, rows: 2 };
    const wall = { ...gridWall(low), viewingDistance: 5_330 };
    const placed = arrange({ kind: 'replay', target: '2026-11-22' }, wall);
    expect(placed.map(({ panel }) => panel).toSorted()).toEqual(['focus-map', ...REPLAY].toSorted());
    expect(panelBreaches(wall, placed)).toEqual([]);
  });

  it('lays one 16:9 screen out as the design was drawn', () => {
    const wall = gridWall({});
    const u = unitOf(wall);
    const placed = Object.fromEntries(
      arrange({ kind: 'overview' }, wall).map(({ panel, x, y, width, height }) => [
        panel,
        [x, y, width, height].map((length) => Math.round((length / u) * 10) / 10),
      ]),
    );
    expect(placed).toMatchObject({
      'place-title': [0, 0, 38, 14],
      'focus-map': [38, 14, 97, 82.7],
      stages: [38, 96.7, 97, 11.3],
      'alert-lane': [135, 14, 57, 46.6],
    });
    expect(Object.keys(placed)).toHaveLength(12);
  });

  it('fills a row of two screens with all panels, none over the join', () => {
    const wall = gridWall({ columns: 2, bezel: 4 });
    const panels = arrange({ kind: 'overview' }, wall);
    expect(panels).toHaveLength(12);
    expect(panelBreaches(wall, panels)).toEqual([]);
  });

  it.each([
    ['3 × 2', gridWall({ columns: 3, rows: 2, bezel: 3.5, viewingDistance: 5_000 })],
    ['4 × 3', gridWall({ columns: 4, rows: 3, bezel: 3.5, viewingDistance: 6_000 })],
    ['LED', gridWall({ width: 6_656 * 1.2, height: 1_792 * 1.2, pixels: { width: 6_656, height: 1_792 } })],
  ])('shows the alert lane and the four numbers on %s', (_name, wall) => {
    const panels = arrange({ kind: 'overview' }, wall);
    expect(panelBreaches(wall, panels)).toEqual([]);
    expect(panels.map(({ panel }) => panel)).toEqual(expect.arrayContaining(['alert-lane', 'numbers', 'focus-map']));
  });
});

describe('a wall that is full', () => {
  const hung: [string, Wall][] = [
    ['one screen', gridWall({})],
    ['two screens', gridWall({ columns: 2, width: 1_210, height: 681, bezel: 3.5 })],
    ['3 × 2', gridWall({ columns: 3, rows: 2, width: 1_210, height: 681, bezel: 3.5, viewingDistance: 4_000 })],
    [
      '3 × 2 from afar',
      gridWall({ columns: 3, rows: 2, width: 1_210, height: 681, bezel: 3.5, viewingDistance: 5_000 }),
    ],
    ['4 × 3', gridWall({ columns: 4, rows: 3, width: 1_210, height: 681, bezel: 3.5, viewingDistance: 6_000 })],
    ['LED', gridWall({ width: 8_320, height: 2_240, pixels: { width: 6_656, height: 1_792 } })],
  ];
  const cases = hung.flatMap(([name, wall]) => KINDS.map((kind) => [name, kind, wall] as const));

  it.each(cases.filter(([, kind]) => kind !== 'replay'))('has nothing empty on %s in %s', (_name, kind, wall) => {
    const panels = arrange(sceneOf(kind), wall);
    for (const screen of wall.screens) {
      const covered = panels.reduce((sum, panel) => sum + sharedArea(screen, panel), 0);
      expect(covered / (screen.width * screen.height)).toBeGreaterThan(0.995);
    }
  });

  it.each(cases)('shows no panel twice but the numbers, and none of these twice, on %s in %s', (_name, kind, wall) => {
    const panels = arrange(sceneOf(kind), wall);
    const kinds = panels.map(({ panel }) => panel).filter((panel) => panel !== 'numbers');
    expect(kinds).toEqual([...new Set(kinds)]);
    const shown = panels
      .filter(({ panel }) => panel === 'numbers')
      .flatMap((panel) => numbersShown(numbersSchema.parse(panel.options)));
    expect(shown).toEqual(kind === 'replay' ? [] : ['open', 'due-hour', 'timed-out', 'on-time']);
  });

  it('has the stages under the map of two screens side by side, in the head of six', () => {
    const [, two] = hung[1] as [string, Wall];
    const [, six] = hung[2] as [string, Wall];
    const stagesOf = (wall: Wall) => arrange({ kind: 'overview' }, wall).find(({ panel }) => panel === 'stages');
    expect(stagesOf(two)?.y).toBeGreaterThan(500);
    expect(stagesOf(six)?.y).toBe(0);
  });

  it('leaves the map no strip on the last screen that its scale would not fit in', () => {
    const [, twelve] = hung.find(([name]) => name === '4 × 3') as [string, Wall];
    const map = arrange({ kind: 'overview' }, twelve).find(({ panel }) => panel === 'focus-map');
    if (map === undefined) throw new Error('an overview has a map');
    const last = twelve.screens[3]?.x ?? 0;
    expect(map.x + map.width).toBeLessThanOrEqual(last + 1e-6);
  });

  it('has a map beside the tables of a scene without one, where they leave room', () => {
    for (const [name, wall] of hung) {
      const kinds = arrange({ kind: 'leagues' }, wall).map(({ panel }) => panel);
      expect([name, kinds.includes('focus-map')]).toEqual([name, name !== 'one screen']);
    }
  });
});

function sharedArea(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

describe('the unit of a wall', () => {
  it('makes the smallest text readable from the viewing distance wherever a layout has room for it', () => {
    fc.assert(
      fc.property(anyWall, (wall) => {
        const u = unitOf(wall);
        const asLargeAsRoomAllows = u >= mostUnit(wall) - 1e-9;
        const arc = arcMinutes(u * SMALLEST_TEXT, wall.viewingDistance);
        expect(asLargeAsRoomAllows || arc >= LEAST_ARC).toBe(true);
      }),
    );
  });
});
