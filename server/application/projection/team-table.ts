import type { Fix, Team } from '#domain/team/team.ts';
import type { TeamColumns } from '#wire/columns.ts';
import type { Roster } from '#wire/figures.ts';
import { createTeamColumns } from '#wire/team-frame.ts';
import type { PlaceOrdinals, ScopePlaces } from './place-scope.ts';

/** Age of a team's fix in milliseconds up to which it is fresh, and up to which it is late; silent after that. */
export type TeamAges = { freshMs: number; lateMs: number };

export type TeamNow = { team: Team; fix: (Fix & { receivedAt: number }) | null; state: 'fresh' | 'late' | 'silent' };

/** Latest positions of all teams. Older fixes than the one held are dropped. */
export class TeamTable {
  private teams: Team[] = [];
  private ordinalByCode = new Map<string, number>();
  private fixes: ((Fix & { receivedAt: number }) | null)[] = [];
  private readonly places: PlaceOrdinals;
  private version = 0;

  constructor(places: PlaceOrdinals) {
    this.places = places;
  }

  get rosterVersion(): number {
    return this.version;
  }

  /** Takes a roster; positions of teams that stay are kept. Returns whether it differs from the one held. */
  setRoster(teams: readonly Team[]): boolean {
    if (JSON.stringify(teams) === JSON.stringify(this.teams)) return false;
    const known = new Map(this.teams.map(({ code }, ordinal) => [code, this.fixes[ordinal] ?? null]));
    this.teams = [...teams];
    this.fixes = this.teams.map(({ code }) => known.get(code) ?? null);
    this.ordinalByCode = new Map(this.teams.map(({ code }, ordinal) => [code, ordinal]));
    this.version++;
    return true;
  }

  /** Returns how many fixes were news; a team that is not on the roster is left out. */
  apply(fixes: readonly Fix[], receivedAt: number): number {
    let news = 0;
    for (const fix of fixes) {
      const ordinal = this.ordinalByCode.get(fix.team);
      if (ordinal === undefined) continue;
      const held = this.fixes[ordinal];
      if (held && held.at >= fix.at) continue;
      this.fixes[ordinal] = { ...fix, receivedAt };
      news++;
    }
    return news;
  }

  teamOf(code: string): Team | null {
    return this.teams[this.ordinalByCode.get(code) ?? -1] ?? null;
  }

  fixOf(code: string): Fix | null {
    return this.fixes[this.ordinalByCode.get(code) ?? -1] ?? null;
  }

  now(at: number, ages: TeamAges, scope: ScopePlaces): TeamNow[] {
    return this.inScope(scope).map((ordinal) => {
      const fix = this.fixes[ordinal] ?? null;
      return { team: this.teams[ordinal] as Team, fix, state: stateOf(fix, at, ages) };
    });
  }

  countsOf(
    at: number,
    ages: TeamAges,
    scope: ScopePlaces,
  ): { total: number; fresh: number; late: number; silent: number } {
    const counts = { total: 0, fresh: 0, late: 0, silent: 0 };
    for (const ordinal of this.inScope(scope)) {
      counts.total++;
      counts[stateOf(this.fixes[ordinal] ?? null, at, ages)]++;
    }
    return counts;
  }

  rosterOf(scope: ScopePlaces): Roster {
    return { version: this.version, teams: this.inScope(scope).map((ordinal) => this.teams[ordinal] as Team) };
  }

  /** Columns in the order of rosterOf. */
  columnsOf(scope: ScopePlaces): TeamColumns {
    const ordinals = this.inScope(scope);
    const columns = createTeamColumns(this.version, ordinals.length);
    ordinals.forEach((ordinal, row) => {
      const fix = this.fixes[ordinal];
      if (!fix) return;
      columns.lon[row] = Math.round(fix.lon * 1e6);
      columns.lat[row] = Math.round(fix.lat * 1e6);
      columns.heading[row] = fix.heading === null ? 255 : Math.floor((((fix.heading % 360) + 360) % 360) / 2);
      columns.fixedAt[row] = Math.max(1, Math.floor(fix.at / 1000));
    });
    return columns;
  }

  private inScope(scope: ScopePlaces): number[] {
    const ordinals = [...this.teams.keys()];
    if (scope.isCity) return ordinals;
    // Teams belong to districts; whoever sees a subdistrict sees the teams of its district that serve it.
    const districts = new Set(scope.ordinals.map((ordinal) => this.places.codeOf(this.places.districtOf(ordinal))));
    return ordinals.filter((ordinal) => districts.has((this.teams[ordinal] as Team).districtCode));
  }
}

function stateOf(fix: Fix | null, at: number, { freshMs, lateMs }: TeamAges): TeamNow['state'] {
  if (fix === null) return 'silent';
  const age = at - fix.at;
  if (age <= freshMs) return 'fresh';
  return age <= lateMs ? 'late' : 'silent';
}
