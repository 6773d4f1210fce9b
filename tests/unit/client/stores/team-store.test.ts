import { describe, expect, it } from 'vitest';
import { TRAIL_POINTS, TeamStore } from '#client/stores/team-store.ts';
import { createTeamColumns } from '#wire/team-frame.ts';

const NOON = 1_795_500_000;

function frame(seconds: number, lon: number, heading = 45) {
  const columns = createTeamColumns(1, 2);
  columns.lon[0] = lon;
  columns.lat[0] = 39_100_000;
  columns.heading[0] = heading;
  columns.fixedAt[0] = NOON + seconds;
  return columns;
}

describe('TeamStore', () => {
  it('keeps a short trail of a team that moves, and its speed', () => {
    const store = new TeamStore();
    // 0.001° of longitude here is 86 m: 8.6 m/s.
    for (let step = 0; step < 30; step++) store.replace(frame(step * 10, 117_000_000 + step * 1_000), 0);
    const now = NOON + 290;
    expect(store.trailLength(0, now)).toBe(TRAIL_POINTS);
    expect(store.speed(0, now)).toBeCloseTo(8.65, 1);
    expect(store.trailLngLat[store.trailIndex(0, 0) * 2]).toBeCloseTo(117.029, 4);
    expect(store.heading[0]).toBe(90);
  });

  it('has no trail for a team that stands, and lets an old one fade', () => {
    const store = new TeamStore();
    store.replace(frame(0, 117_000_000), 0);
    store.replace(frame(10, 117_000_010), 0);
    expect(store.trailLength(0, NOON + 10)).toBe(1);
    expect(store.speed(0, NOON + 10)).toBe(0);
    expect(store.trailLength(0, NOON + 600)).toBe(0);
    expect(store.lngLat[2]).toBeNaN();
  });

  it('begins anew with another roster', () => {
    const store = new TeamStore();
    store.replace(frame(0, 117_000_000), 0);
    store.replace({ ...createTeamColumns(2, 5) }, 0);
    expect(store.length).toBe(5);
    expect(store.trailCount[0]).toBe(0);
  });
});
