import { describe, expect, it } from 'vitest';
import { ServerClock } from '#client/realtime/server-clock.ts';

function clockAt(): { clock: ServerClock; local: { ms: number } } {
  const local = { ms: 1_000 };
  return { clock: new ServerClock(() => local.ms, 500_000), local };
}

describe('ServerClock', () => {
  it('stands on the page’s date until the server has answered, then on the server’s', () => {
    const { clock, local } = clockAt();
    expect(clock.now()).toBe(500_000);
    clock.sample(1_000, 900_020, 1_040);
    local.ms = 1_040;
    expect(clock.now()).toBe(900_040);
    expect(clock.uncertainty).toBe(20);
  });

  it('trusts the exchange with the shortest trip', () => {
    const { clock, local } = clockAt();
    clock.sample(1_000, 900_005, 1_010);
    clock.sample(2_000, 905_000, 4_000);
    local.ms = 5_000;
    expect(clock.now()).toBe(904_000);
  });

  it('lets a good exchange go after eight newer ones, so that drift is followed', () => {
    const { clock, local } = clockAt();
    clock.sample(1_000, 900_000, 1_002);
    for (let count = 1; count <= 8; count++)
      clock.sample(1_000 + count * 100, 950_000 + count * 100, 1_020 + count * 100);
    local.ms = 1_820;
    expect(clock.now()).toBeCloseTo(950_810, 3);
  });

  it('runs as fast as a replay and keeps its place when the speed changes', () => {
    const { clock, local } = clockAt();
    clock.sample(1_000, 900_000, 1_000);
    clock.setSpeed(60);
    local.ms = 2_000;
    expect(clock.now()).toBe(960_000);
  });
});
