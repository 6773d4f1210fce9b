import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { minuteMs } from '#domain/calendar/dates.ts';
import { distanceMetres } from '#domain/place/distance.ts';
import type { Position } from '#domain/place/position.ts';
import type { Fix, Team } from '#domain/team/team.ts';
import { homeOf } from './home.ts';
import { moveOn, setOut, standing, withNoise, type Mover } from './motion.ts';
import { randomOf, type Random } from './random.ts';
import { hourAt, isNight } from './rhythm.ts';
import type { SimCase } from './sim-case.ts';
import type { SimCity } from './sim-city.ts';

/** Metres a second: walking collectors; crews and vehicles in the streets of a city. */
const WALK = { least: 0.9, most: 1.5 };
const DRIVE = { least: 5, most: 12 };
/** Share of the teams that are out at night; who is in reports all the same. */
const OUT_AT_NIGHT = 0.2;
/** A team that stands tells its position this often. */
const STANDING_EVERY_MS = 30_000;
/** Metres that a receiver is off. */
const NOISE_M = 3;
/** Of 100 hours of a team's work, about this many begin with a lost signal. */
const SILENCES_AN_HOUR = 0.08;
/** A crew has at most this much before it. */
const LONGEST_LIST = 6;

type Member = {
  team: Team;
  home: Position;
  mover: Mover;
  random: Random;
  calls: SimCase[];
  toldAt: number;
  silentUntil: number;
};

/** The simulated collectors and crews: they walk their patrols, drive to what was dispatched, stand, and go silent. */
export class Fleet {
  private readonly members: Member[];
  private readonly byDepartment = new Map<string, Member[]>();
  private readonly city: SimCity;
  private readonly calendar: CompiledCalendar;
  private now: number;

  constructor(seed: number, city: SimCity, calendar: CompiledCalendar, teams: readonly Team[], now: number) {
    this.city = city;
    this.calendar = calendar;
    this.now = now;
    this.members = teams.flatMap((team) => {
      const random = randomOf(seed, team.code, Math.floor(now / minuteMs));
      const home = homeOf(seed, city, team);
      if (home === null) return [];
      const mover = standing(team.kind === 'collector' ? home : this.near(home, 1_500, random), now);
      const toldAt = now - random.between(0, STANDING_EVERY_MS);
      return [{ team, home, mover, random, calls: [], toldAt, silentUntil: 0 }];
    });
    for (const member of this.members) {
      const { department } = member.team;
      if (department !== null)
        this.byDepartment.set(department, [...(this.byDepartment.get(department) ?? []), member]);
    }
  }

  /** A crew of a department, by its code. */
  crewOf(department: string, random: Random): string | null {
    const crews = this.byDepartment.get(department);
    return crews === undefined ? null : (crews[random.index(crews.length)]?.team.code ?? null);
  }

  /** Gives a dispatched case to the crew of its department that has least to do. */
  call(it: SimCase): void {
    const crews = this.byDepartment.get(it.department ?? '') ?? [];
    const free = crews.toSorted(
      (a, b) => a.calls.length - b.calls.length || this.metres(a, it) - this.metres(b, it),
    )[0];
    if (free && free.calls.length < LONGEST_LIST) free.calls.push(it);
  }

  /** A case that is done needs nobody any more. */
  release({ id, department }: SimCase): void {
    for (const crew of this.byDepartment.get(department ?? '') ?? []) {
      const place = crew.calls.findIndex((call) => call.id === id);
      if (place > 0) crew.calls.splice(place, 1);
    }
  }

  /** Time goes on; gives the positions that are told now: of all who move, and now and then of those who stand. */
  moveTo(now: number): Fix[] {
    const hours = (now - this.now) / 3_600_000;
    this.now = now;
    const night = isNight(hourAt(this.calendar, now));
    const fixes: Fix[] = [];
    for (const member of this.members) {
      const { mover, random, team } = member;
      if (moveOn(mover, now)) this.decide(member, night);
      if (random.chance(SILENCES_AN_HOUR * hours)) member.silentUntil = now + random.between(3, 25) * minuteMs;
      if (now < member.silentUntil || (!mover.moving && now - member.toldAt < STANDING_EVERY_MS)) continue;
      member.toldAt = now;
      const { lon, lat } = withNoise(mover.position, NOISE_M, random);
      const heading = mover.moving ? mover.heading : null;
      fixes.push({ team: team.code, lon, lat, at: now, heading, speed: mover.moving ? mover.speed : 0 });
    }
    return fixes;
  }

  /** What somebody does who has arrived and stood long enough. */
  private decide(member: Member, night: boolean): void {
    const { mover, random, team, home } = member;
    if (mover.moving) {
      // Just arrived: look, write, clear away.
      const minutes = team.kind === 'collector' ? random.between(0.5, 4) : random.between(4, 18);
      mover.standsUntil = this.now + minutes * minuteMs;
      if (team.kind !== 'collector') member.calls.shift();
      return;
    }
    const call = member.calls[0];
    const out = !night || randomOf(team.code, 'night').chance(OUT_AT_NIGHT);
    if (call === undefined && !out) {
      mover.standsUntil = this.now + random.between(5, 20) * minuteMs;
      return;
    }
    const walks = team.kind === 'collector';
    const to = call?.position ?? this.near(home, walks ? 700 : 3_000, random);
    const pace = walks ? WALK : DRIVE;
    setOut(mover, to, random.between(pace.least, pace.most), random);
    // Nowhere to go: waits, so as not to be asked again at once.
    if (mover.way.length === 0) {
      mover.standsUntil = this.now + 2 * minuteMs;
      if (call !== undefined) member.calls.shift();
    }
  }

  private metres({ mover }: Member, { position }: SimCase): number {
    return distanceMetres(mover.position, position);
  }

  /** A point about so far off that still lies in the city. */
  private near(home: Position, metres: number, random: Random): Position {
    for (let attempt = 0; attempt < 5; attempt++) {
      const point = withNoise(home, metres / 1.5, random);
      if (this.city.index.locateOrdinal(point.lon, point.lat) !== -1) return point;
    }
    return home;
  }
}
