import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { TeamTable } from '#application/projection/team-table.ts';
import { TeamEncoder } from '#wire/team-encoder.ts';
import type { Frame, FrameSource } from './frame-channel.ts';

/** The `teams` topic: positions, once a second; a step for those who hold the frame before. */
export class TeamSource implements FrameSource {
  readonly everyMs = 1_000;
  private readonly encoder = new TeamEncoder();
  private readonly teams: TeamTable;
  private readonly scope: ScopePlaces;

  constructor(teams: TeamTable, scope: ScopePlaces) {
    this.teams = teams;
    this.scope = scope;
  }

  make(): Frame | null {
    const made = this.encoder.advance(this.teams.columnsOf(this.scope));
    if (made === null) return null;
    const full = () => ({ bytes: this.encoder.full() });
    return made === 'full' ? { full } : { full, step: { bytes: made } };
  }
}

/** The `roster` topic: who the ordinals of `teams` are. */
export class RosterSource implements FrameSource {
  readonly everyMs = 1_000;
  private readonly teams: TeamTable;
  private readonly scope: ScopePlaces;
  private version = -1;

  constructor(teams: TeamTable, scope: ScopePlaces) {
    this.teams = teams;
    this.scope = scope;
  }

  make(): Frame | null {
    if (this.version === this.teams.rosterVersion) return null;
    this.version = this.teams.rosterVersion;
    const body = this.teams.rosterOf(this.scope);
    return { full: () => ({ body }) };
  }
}
