import { describe, expect, it, vi } from 'vitest';
import { caseAlerts } from '#client/layers/alerts/case-alerts.ts';
import { LayerStack } from '#client/layers/layer-stack.ts';
import { silentTeams } from '#client/layers/teams/silent-teams.ts';
import { TeamMarks } from '#client/layers/teams/team-marks.ts';
import { viewOf } from '#client/map/camera.ts';
import { TeamStore } from '#client/stores/team-store.ts';
import { createCaseColumns } from '#wire/case-rows.ts';
import { createTeamColumns } from '#wire/team-frame.ts';

describe('caseAlerts', () => {
  it('tells soon due from timed out, and skips those with a number, a long time, no clock or no position', () => {
    const now = 1_000_000;
    const columns = createCaseColumns(6);
    columns.length = 6;
    columns.id.set([1, 2, 3, 4, 5, 6]);
    columns.dueAt.set([now + 60, now - 60, now - 60, now + 1_000, 0, now + 60]);
    const lngLat = Float32Array.from([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, NaN, NaN]);
    const { dueSoon, timedOut } = caseAlerts(columns, lngLat, now, { numbered: new Set([3]), category: null });
    expect([...dueSoon]).toEqual([1, 1]);
    expect([...timedOut]).toEqual([2, 2]);

    columns.category.set([7, 8, 7, 7, 7, 7]);
    const ofOne = caseAlerts(columns, lngLat, now, { numbered: new Set(), category: 7 });
    expect([[...ofOne.dueSoon], [...ofOne.timedOut]]).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });
});

describe('TeamMarks', () => {
  const store = new TeamStore();
  for (let step = 0; step < 6; step++) {
    const columns = createTeamColumns(1, 5);
    columns.lat.fill(39_000_000);
    columns.lon.set([117_000_000 + step * 1_000, 117_000_000, 117_000_000 + step * 150, 117_000_000 + step * 1_000]);
    columns.heading.fill(45);
    columns.fixedAt.fill(1_000_000 + step * 10);
    columns.fixedAt[3] = 1_000_000 - 600 + step * 10;
    // The last one was never heard.
    columns.fixedAt[4] = 0;
    store.replace(columns, 0);
  }
  const now = 1_000_050;
  const grey = [1, 2, 3];
  const drawn = (everyHeading: boolean, at = now, working = true): TeamMarks => {
    const marks = new TeamMarks();
    marks.draw(store, at, { everyHeading, working, grey });
    return marks;
  };

  it('draws an arrow and a trail for who drives, dots for who walks or stands, a ring for who is silent', () => {
    const marks = drawn(false);
    expect([marks.arrows, marks.dots, marks.silent]).toEqual([1, 2, 1]);
    expect(marks.angles[0]).toBe(-90);
    expect(marks.pieces).toBeGreaterThan(0);
    expect([...marks.dotColours.slice(0, 4)]).toEqual([1, 2, 3, 220]);
  });

  it('gives walkers an arrow too when seen from near', () => {
    expect(drawn(true).arrows).toBe(2);
  });

  it('lets who is not heard fade and keeps them for ever, fainter when nobody is on duty', () => {
    const fading = drawn(false, now + 180);
    expect(fading.dotColours[3]).toBeLessThan(220);
    const days = now + 10 * 86_400;
    expect([drawn(false, days).silent, drawn(false, days).dots]).toEqual([4, 0]);
    expect(drawn(false, days, false).silentColours[3]).toBeLessThan(drawn(false, days).silentColours[3] as number);
  });

  it('tells the ages of silent teams that a map shows', () => {
    const whole = { x: 0, y: 0, width: 800, height: 600 };
    const view = viewOf({ lon: 117, lat: 39, zoom: 14 }, whole, whole);
    expect(silentTeams(store, view, now, 10)).toMatchObject([{ team: 3, ageS: 600 }]);
    expect(silentTeams(store, viewOf({ lon: 118, lat: 39, zoom: 14 }, whole, whole), now, 10)).toEqual([]);
  });
});

describe('LayerStack', () => {
  it('builds only what is outdated, keeps the order and loses one broken source alone', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const shown: string[][] = [];
    const stack = new LayerStack((layers) => shown.push(layers.map(({ id }) => id)), 5);
    const built = { below: 0, above: 0 };
    let outdate = (): void => undefined;
    let broken = false;
    const layer = (id: string) => ({ id }) as never;
    stack.add({ id: 'below', follow: () => () => undefined, build: () => [layer(`below-${(built.below += 1)}`)] });
    stack.add({
      id: 'above',
      follow: (outdated) => {
        outdate = outdated;
        return () => undefined;
      },
      build: () => {
        if (broken) throw new Error('on purpose');
        return [layer(`above-${(built.above += 1)}`)];
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(shown.at(-1)).toEqual(['below-1', 'above-1']);
    outdate();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(shown.at(-1)).toEqual(['below-1', 'above-2']);
    broken = true;
    outdate();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(shown.at(-1)).toEqual(['below-1']);
    stack.stop();
    expect(console.error).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });
});
