import { describe, expect, it, vi } from 'vitest';
import { caseAlerts } from '#client/layers/case-alerts.ts';
import { LayerStack } from '#client/layers/layer-stack.ts';
import { teamMarks } from '#client/layers/team-marks.ts';
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
    const { dueSoon, timedOut } = caseAlerts(columns, lngLat, now, new Set([3]));
    expect([...dueSoon]).toEqual([1, 1]);
    expect([...timedOut]).toEqual([2, 2]);
  });
});

describe('teamMarks', () => {
  const store = new TeamStore();
  for (let step = 0; step < 6; step++) {
    const columns = createTeamColumns(1, 3);
    columns.lat.fill(39_000_000);
    columns.lon.set([117_000_000 + step * 1_000, 117_000_000, 117_000_000 + step * 150]);
    columns.heading.fill(45);
    columns.fixedAt.fill(1_000_000 + step * 10);
    store.replace(columns, 0);
  }
  const now = 1_000_050;

  it('draws an arrow and a trail for who drives, dots for who walks or stands', () => {
    const marks = teamMarks(store, now, false, [1, 2, 3]);
    expect(marks.angles).toHaveLength(1);
    expect(marks.angles[0]).toBe(-90);
    expect(marks.dots).toHaveLength(4);
    expect(marks.trailFrom.length).toBe(marks.trailTo.length);
    expect(marks.trailColours).toHaveLength(marks.trailFrom.length * 2);
  });

  it('gives walkers an arrow too when seen from near', () => {
    expect(teamMarks(store, now, true, [1, 2, 3]).angles).toHaveLength(2);
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
