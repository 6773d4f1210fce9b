import { describe, expect, test } from 'vitest';
import { distanceMetres } from '#domain/place/distance.ts';
import type { Fix } from '#domain/team/team.ts';
import { Births } from '#adapters/simulator/births.ts';
import { Fleet } from '#adapters/simulator/fleet.ts';
import { moveOn, setOut, standing } from '#adapters/simulator/motion.ts';
import { randomOf } from '#adapters/simulator/random.ts';
import { simulatedRoster } from '#adapters/simulator/roster.ts';
import { beijing, calendar, city, places } from './sim-rules.ts';

const teams = simulatedRoster(places);
const morning = beijing('2026-11-25 09:00');

describe('the roster', () => {
  test('has 480 units of every kind, named in both languages, none of them a person', () => {
    expect(teams).toHaveLength(480);
    expect(new Set(teams.map(({ code }) => code)).size).toBe(480);
    expect(new Set(teams.map(({ kind }) => kind))).toEqual(new Set(['collector', 'crew', 'vehicle']));
    for (const { code, nameZh, nameEn, department, kind, districtCode } of teams) {
      expect(code).toMatch(/^sim-[a-z]+-\d{6}-\d{2,}$/);
      expect(nameZh).toMatch(/\d{2,}组$/);
      expect(nameEn).toMatch(/\d{2,}$/);
      expect(department === null).toBe(kind === 'collector');
      expect(places.get(districtCode)?.level).toBe('district');
    }
  });

  test('is shared out by work, and the same every time', () => {
    const count = (district: string) => teams.filter(({ districtCode }) => districtCode === district).length;
    expect(count('120116')).toBeGreaterThan(count('120111'));
    expect(simulatedRoster(places)).toEqual(teams);
  });
});

describe('a mover', () => {
  test('goes along streets at its pace and stops where it wants to be', () => {
    const mover = standing({ lon: 117.2, lat: 39.1 }, 0);
    setOut(mover, { lon: 117.21, lat: 39.105 }, 10, randomOf('x'));
    const whole = mover.way.length;
    expect(whole).toBe(2);
    expect(moveOn(mover, 10_000)).toBe(false);
    expect(distanceMetres(mover.position, { lon: 117.2, lat: 39.1 })).toBeCloseTo(100, 0);
    expect(moveOn(mover, 600_000)).toBe(true);
    expect(distanceMetres(mover.position, { lon: 117.21, lat: 39.105 })).toBeLessThan(0.01);
  });

  test('stands as long as it has something to do', () => {
    const mover = standing({ lon: 117.2, lat: 39.1 }, 0);
    setOut(mover, { lon: 117.21, lat: 39.1 }, 10, randomOf('x'));
    mover.standsUntil = 60_000;
    expect(moveOn(mover, 50_000)).toBe(false);
    expect(mover.moving).toBe(false);
    moveOn(mover, 70_000);
    expect(distanceMetres(mover.position, { lon: 117.2, lat: 39.1 })).toBeCloseTo(100, 0);
  });
});

describe('the fleet in an hour of work', () => {
  const fleet = new Fleet(1, city, calendar, teams, morning);
  const rounds: Fix[][] = [];
  for (let at = morning; at <= morning + 3_600_000; at += 5_000) rounds.push(fleet.moveTo(at));
  const byTeam = new Map<string, Fix[]>();
  for (const fix of rounds.flat()) byTeam.set(fix.team, [...(byTeam.get(fix.team) ?? []), fix]);

  test('tells of everybody, of those who move every five seconds', () => {
    expect(byTeam.size).toBe(480);
    const mean = rounds.reduce((sum, round) => sum + round.length, 0) / rounds.length;
    expect(mean).toBeGreaterThan(200);
    expect(mean).toBeLessThanOrEqual(480);
  });

  test('nobody is faster than can be', () => {
    const tooFast: string[] = [];
    for (const [code, fixes] of byTeam) {
      const most = code.startsWith('sim-c-') ? 1.5 : 12;
      for (const [i, fix] of fixes.entries()) {
        const before = fixes[i - 1] ?? fix;
        // A receiver is some metres off at both ends.
        const possible = (most * (fix.at - before.at)) / 1000 + 45;
        if ((fix.speed ?? 0) > most || distanceMetres(before, fix) > possible) tooFast.push(`${code} ${fix.at}`);
      }
    }
    expect(tooFast).toEqual([]);
  });

  test('some walk, some stand, a few are silent for a while', () => {
    const last = rounds.slice(-60).flat();
    const moving = last.filter(({ speed }) => speed !== 0).length;
    expect(moving).toBeGreaterThan(last.length / 4);
    const gaps = [...byTeam.values()].filter((fixes) =>
      fixes.some((fix, i) => i > 0 && fix.at - (fixes[i - 1] as Fix).at > 120_000),
    );
    expect(gaps.length).toBeGreaterThan(5);
    expect(gaps.length).toBeLessThan(100);
  });

  test('is as it was for the same seed and start', () => {
    const [one, two] = [new Fleet(1, city, calendar, teams, morning), new Fleet(1, city, calendar, teams, morning)];
    expect(two.moveTo(morning + 60_000)).toEqual(one.moveTo(morning + 60_000));
  });
});

describe('a dispatched case', () => {
  test('draws a crew of its department to it', () => {
    const births = new Births(1, city, calendar);
    const crew = teams.find(({ kind }) => kind === 'crew')!;
    const born = births.birth({ dayIndex: 0, date: '2026-11-25', arrivals: [morning] }, 0).case;
    const home = new Fleet(1, city, calendar, [crew], morning).moveTo(morning + 30_000)[0]!;
    const it = { ...born, department: crew.department, position: { lon: home.lon + 0.01, lat: home.lat } };
    const fleet = new Fleet(1, city, calendar, [crew], morning);
    expect(fleet.crewOf(crew.department ?? '', randomOf('x'))).toBe(crew.code);
    fleet.call(it);
    let nearest = Infinity;
    for (let at = morning; at < morning + 1_800_000; at += 5_000) {
      for (const fix of fleet.moveTo(at)) nearest = Math.min(nearest, distanceMetres(fix, it.position));
    }
    expect(nearest).toBeLessThan(40);
  });

  test('stays in at night unless called', () => {
    const night = beijing('2026-11-25 02:00');
    const fleet = new Fleet(1, city, calendar, teams, night);
    let moving = 0;
    for (let at = night; at < night + 3_600_000; at += 30_000) {
      moving = Math.max(moving, fleet.moveTo(at).filter(({ speed }) => speed !== 0).length);
    }
    expect(moving).toBeGreaterThan(20);
    expect(moving).toBeLessThan(200);
  });
});
