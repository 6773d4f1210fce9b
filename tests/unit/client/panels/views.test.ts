import { describe, expect, it } from 'vitest';
import { sparkPoints } from '#client/charts/spark-points.ts';
import { laneView, pageOf } from '#client/panels/alert-lane/lane-view.ts';
import { distanceText } from '#client/panels/alert-lane/distance.ts';
import { boundsOf, flatten, holds, pathOf } from '#client/panels/city-map/city-frame.ts';
import { ageLines } from '#client/panels/data-ages/age-lines.ts';
import { hourlyDrawing } from '#client/panels/hourly/hourly-drawing.ts';
import { leagueView } from '#client/panels/league/league-view.ts';
import { makeLampCounter } from '#client/panels/stages/lamps.ts';
import { CaseStore } from '#client/stores/case-store.ts';
import { feedAge } from '#client/stores/feed-age.ts';
import { phaseCode } from '#domain/case/stage.ts';
import { createCaseColumns } from '#wire/case-rows.ts';
import type { Feed } from '#wire/figures.ts';
import { fakeFigures, fakeLane } from '../../../fixtures/fake-picture.ts';

const NOW = Date.UTC(2026, 10, 24, 7, 42);

describe('lane', () => {
  it('says the same while only time passes, so that nothing is drawn anew', () => {
    const lane = fakeLane(NOW);
    const later = {
      ...lane,
      at: NOW + 3_000,
      groups: lane.groups.map((group) => ({ ...group, overMs: group.overMs + 3_000 })),
    };
    expect(laneView(later)).toEqual(laneView(lane));
  });

  it('keeps to one category where a scene is about one', () => {
    const lane = fakeLane(NOW);
    const key = lane.groups[0]?.categoryKey ?? null;
    const of = lane.groups.filter(({ categoryKey }) => categoryKey === key);
    expect(of.length).toBeLessThan(lane.groups.length);
    const view = laneView(lane, key);
    expect(view.rows.map(({ no }) => no)).toEqual(of.map(({ no }) => no));
    expect(view.total).toBe(of.reduce((sum, { count }) => sum + count, 0));
  });

  it('keeps the time over of a clock that rests', () => {
    const lane = fakeLane(NOW);
    const resting = { ...lane, groups: lane.groups.slice(0, 1).map((group) => ({ ...group, running: false })) };
    expect(laneView(resting).rows[0]).toMatchObject({ overSince: null, overMs: 360_000 });
  });

  it('pages and wraps', () => {
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual({ rows: [5], page: 2, pages: 3 });
    expect(pageOf([1, 2, 3, 4, 5], 2, 3)).toMatchObject({ rows: [1, 2], page: 0 });
    expect(pageOf([], 2, 0)).toEqual({ rows: [], page: 0, pages: 1 });
  });

  it('says distances as people do', () => {
    expect([347, 1_240, 14_300].map(distanceText)).toEqual(['350 m', '1.2 km', '14 km']);
  });
});

it('ranks districts, with those that have nothing due last', () => {
  const [one, two, three] = fakeFigures(NOW, NOW).places;
  if (one === undefined || two === undefined || three === undefined) throw new Error('three places');
  const view = leagueView([
    { ...two, rank: 2, rankBefore: 1 },
    { ...three, rank: null, onTime: { ...three.onTime, rate: null } },
    { ...one, rank: 1, rankBefore: null },
  ]);
  expect(view.map(({ code, rank, gained }) => [code, rank, gained])).toEqual([
    [one.code, 1, null],
    [two.code, 2, -1],
    [three.code, null, null],
  ]);
  expect(view[2]?.belowTarget).toBe(false);
});

describe('ages', () => {
  const feed = (id: string, kind: Feed['kind'], age: number, beatMs = 10_000): Feed => ({
    id,
    nameZh: id,
    nameEn: id,
    kind,
    beatMs,
    eventAt: null,
    receivedAt: NOW - age,
    heldAt: NOW + 3_600_000,
    expectedSince: NOW,
    state: 'fresh',
    simulated: true,
    districtCode: null,
  });

  it('grow by the clock alone, and are marked past twice the beat', () => {
    const one = feed('a', 'cases', 5_000);
    expect(feedAge(one, NOW)).toMatchObject({ age: 5_000, state: 'fresh', marked: false });
    expect(feedAge(one, NOW + 12_000)).toMatchObject({ state: 'late', marked: false });
    expect(feedAge(one, NOW + 16_000)).toMatchObject({ state: 'stale', marked: true });
    expect(feedAge(one, NOW + 200_000)).toMatchObject({ state: 'lost', marked: true });
    expect(feedAge({ ...one, receivedAt: null }, NOW)).toMatchObject({ age: null, marked: false });
  });

  it('name the worst platform and count the others', () => {
    const feeds = [
      feed('c1', 'cases', 90_000),
      feed('c2', 'cases', 1_000),
      feed('p1', 'platform', 2_000),
      feed('p2', 'platform', 60_000),
      feed('p3', 'platform', 90_000),
    ];
    const { lines, late, moreLate } = ageLines(feeds, NOW);
    expect(lines).toMatchObject([
      { id: 'cases', age: 1_000, marked: false },
      { id: 'platforms', age: 2_000, counts: { fresh: 1, all: 3 } },
    ]);
    expect(late.map(({ id }) => id)).toEqual(['p3']);
    expect(moreLate).toBe(1);
  });
});

it('counts lamps by stage', () => {
  const columns = createCaseColumns(5);
  columns.length = 5;
  columns.id.set([1, 2, 3, 4, 5]);
  columns.phase.fill(phaseCode('dispose'));
  columns.phase[4] = phaseCode('check');
  columns.warnAt.set([50, 150, 50, 0, 50]);
  columns.dueAt.set([90, 200, 200, 0, 200]);
  const store = new CaseStore();
  store.replace(columns, 0);
  const lamps = makeLampCounter(() => 100_000)(store);
  expect(lamps.get('dispose')).toEqual({ all: 4, running: 2, warned: 1, timedOut: 1 });
  expect(lamps.get('check')).toEqual({ all: 1, running: 0, warned: 1, timedOut: 0 });
});

it('draws hours that are over as lines and the running one as a dot', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const day = { reported: hours, closed: hours, reportedYesterday: null, hourNow: 15.7 };
  const { lines, dots, rules, left, right, foot } = hourlyDrawing(day, 52 + 240, 38 + 100, 10);
  const where = (hour: number, value: number) => [left + hour * 10, foot - (100 * value) / (23 * 1.06)];
  const near = (point: readonly number[]) => point.map((one) => expect.closeTo(one, 5) as number);
  expect([left, right, foot]).toEqual([46, 286, 111]);
  expect(lines.map(({ name, points }) => [name, points.length])).toEqual([
    ['closed', 15],
    ['reported', 15],
  ]);
  expect(lines[1]?.points.at(-1)).toEqual(near(where(14.5, 14)));
  expect(dots[1]?.at).toEqual(near(where(15.7, 15)));
  expect(rules.map(({ value }) => value)).toEqual([0, 10, 20]);
  expect(hourlyDrawing({ ...day, reportedYesterday: hours }, 292, 138, 10).lines[0]?.points).toHaveLength(24);
});

describe('drawing', () => {
  it('scales a spark to itself but does not blow up what hardly changes', () => {
    const points = sparkPoints([0.95, 0.96, null, 0.94], 52, 17);
    expect(points).toHaveLength(3);
    expect(points.map(([, y]) => y)).toEqual([8.5, 2, 15].map((y) => expect.closeTo(y, 5)));
    expect(sparkPoints([0.95, 0.9501], 52, 17).every(([, y]) => Math.abs(y - 8.5) < 0.1)).toBe(true);
    expect(sparkPoints([null, null], 52, 17)).toEqual([]);
  });

  it('lays a region out flat, north up, in proportion', () => {
    const geometry = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [117, 39],
          [118, 39],
          [118, 40],
          [117, 40],
          [117, 39],
        ],
      ],
    };
    const feature = { type: 'Feature' as const, properties: {}, geometry };
    expect(boundsOf([feature])).toEqual([117, 39, 118, 40]);
    expect(boundsOf([])).toBeNull();
    expect([holds([116, 38, 119, 41], [117, 39, 118, 40]), holds([116, 38, 117.9, 41], [117, 39, 118, 40])]).toEqual([true, false]); // prettier-ignore
    const flat = flatten([117, 39, 118, 40], 200, 100, { top: 0, right: 0, bottom: 0, left: 0 });
    expect(flat(117.5, 40)[1]).toBeCloseTo(0, 6);
    expect(flat(117.5, 39)[1]).toBeCloseTo(100, 6);
    expect(flat(118, 39.5)[0] - flat(117, 39.5)[0]).toBeCloseTo(100 * Math.cos((39.5 * Math.PI) / 180), 3);
    expect(pathOf(geometry, flat)).toMatch(/^M.*Z$/);
  });
});
