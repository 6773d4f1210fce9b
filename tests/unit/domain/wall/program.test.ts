import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newProgram, showAt, withEmpty, type Program } from '#domain/wall/program.ts';
import type { Scene } from '#domain/wall/scene.ts';

const MINUTE = 60_000;
const minuteOfDay = (at: number): number => Math.floor(at / MINUTE) % 1_440;
const by = { id: 'p1', name: 'Duty' };
const overview: Scene = { kind: 'overview' };
const nankai: Scene = { kind: 'district', target: '120104' };
const teams: Scene = { kind: 'teams' };
const incident: Scene = { kind: 'incident', target: 'C1' };
const program = (changes: Partial<Program> = {}): Program => ({
  ...newProgram(0),
  playlist: [
    { scene: overview, seconds: 60 },
    { scene: nankai, seconds: 30 },
    { scene: teams, seconds: 10, hours: { from: 8 * 60, to: 18 * 60 } },
  ],
  ...changes,
});
const at = (given: Program, instant: number, screen: string | null = null) =>
  showAt(given, instant, screen, minuteOfDay);

describe('what a wall shows', () => {
  it('goes through its playlist and begins again', () => {
    const night = program();
    expect(at(night, 0)).toMatchObject({ scene: overview, startsAt: 0, endsAt: 60_000, why: 'playlist' });
    expect(at(night, 60_000)).toMatchObject({ scene: nankai, startsAt: 60_000, endsAt: 90_000 });
    expect(at(night, 90_000)).toMatchObject({ scene: overview, startsAt: 90_000 });
  });

  it('gives an entry with hours its turn within them only', () => {
    const nine = 9 * 60 * MINUTE;
    const day = program({ since: nine });
    expect(at(day, nine + 95_000).scene).toEqual(teams);
    expect(at(program({ since: 20 * 60 * MINUTE }), 20 * 60 * MINUTE + 95_000).scene).toEqual(overview);
  });

  it('passes over what has nothing to show, and what stands there goes on and ends when it would have', () => {
    const before = program();
    const after = withEmpty(before, [0], 75_000, minuteOfDay);
    expect(at(after, 75_000)).toMatchObject({ scene: nankai, startsAt: 60_000 });
    const back = withEmpty(after, [], 80_000, minuteOfDay);
    expect(at(back, 80_000)).toMatchObject({ scene: nankai, startsAt: expect.any(Number) });
  });

  it('begins the next at once when what stands there has nothing to show any more', () => {
    const after = withEmpty(program(), [1], 75_000, minuteOfDay);
    expect(at(after, 75_000)).toMatchObject({ scene: overview, startsAt: 75_000 });
    const gone = withEmpty(
      program({
        playlist: [
          { scene: overview, seconds: 60 },
          { scene: nankai, seconds: 30 },
          { scene: teams, seconds: 9 },
        ],
      }),
      [1],
      75_000,
      minuteOfDay,
    );
    expect(at(gone, 75_000)).toMatchObject({ scene: overview, startsAt: 75_000, endsAt: 135_000 });
  });

  it('shows the whole city when nothing at all has its turn', () => {
    expect(at(program({ empty: [0, 1, 2] }), 5_000)).toMatchObject({ scene: overview, why: 'playlist' });
    expect(at(program({ playlist: [] }), 5_000)).toMatchObject({ scene: overview });
  });

  it('lets a push take the wall, or some screens of it, and gives them back', () => {
    const push = { id: 'x', scene: incident, screens: ['2'], from: 10_000, until: 40_000, by };
    const pushed = program({ pushes: [push] });
    expect(at(pushed, 9_999, '2').why).toBe('playlist');
    expect(at(pushed, 10_000, '2')).toMatchObject({
      scene: incident,
      why: 'pushed',
      by,
      screens: ['2'],
      endsAt: 40_000,
    });
    expect(at(pushed, 10_000, '1').scene).toEqual(overview);
    expect(at(pushed, 40_000, '2').why).toBe('playlist');
    const whole = program({ pushes: [{ ...push, screens: null, until: null }] });
    expect(at(whole, 1e9, '1').scene).toEqual(incident);
  });

  it('shows the newest of two pushes, and the older again when it ends', () => {
    const older = { id: 'a', scene: incident, screens: null, from: 0, until: null, by };
    const newer = { id: 'b', scene: nankai, screens: null, from: 5_000, until: 9_000, by };
    const both = program({ pushes: [older, newer] });
    expect(at(both, 6_000).scene).toEqual(nankai);
    expect(at(both, 9_000).scene).toEqual(incident);
  });

  it('stands still while held, yields to a push, and to a presenter before all', () => {
    const held = program({ hold: { scene: nankai, from: 1_000, by } });
    expect(at(held, 500_000)).toMatchObject({ scene: nankai, why: 'held', endsAt: null });
    const push = { id: 'a', scene: incident, screens: null, from: 2_000, until: null, by };
    expect(at({ ...held, pushes: [push] }, 3_000).why).toBe('pushed');
    const presented = { scene: teams, step: 1, of: 3, from: 4_000, by };
    expect(at({ ...held, pushes: [push], presented }, 5_000)).toMatchObject({ scene: teams, why: 'presented' });
  });

  it('always has a scene that began no later and ends later', () => {
    const entry = fc.record({
      scene: fc.constantFrom(overview, nankai, teams),
      seconds: fc.integer({ min: 5, max: 600 }),
      hours: fc.option(
        fc.record({ from: fc.integer({ min: 0, max: 1_439 }), to: fc.integer({ min: 0, max: 1_439 }) }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
        fc.integer({ min: 0, max: 1e8 }),
        fc.integer({ min: 0, max: 1e8 }),
        (playlist, empty, since, instant) => {
          const made = {
            ...newProgram(since),
            playlist: playlist.map(({ hours, ...rest }) => ({ ...rest, ...(hours && { hours }) })),
            empty,
          };
          const showing = at(made, since + instant);
          expect(showing.startsAt).toBeLessThanOrEqual(since + instant);
          if (showing.endsAt !== null) expect(showing.endsAt).toBeGreaterThan(since + instant);
        },
      ),
    );
  });
});
