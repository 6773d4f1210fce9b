import { covers } from '#domain/account/scope.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Walls } from '#wire/wall.ts';
import type { Frame, FrameSource } from './frame-channel.ts';

/** The walls of one scope, told at once when one changes: screens must have heard before a change begins. */
export class WallSource implements FrameSource {
  readonly everyMs = 50;
  private readonly scope: string;
  private readonly walls: () => readonly StandingWall[];
  private readonly now: () => number;
  private sent: string | null = null;

  constructor(scope: string, walls: () => readonly StandingWall[], now: () => number) {
    this.scope = scope;
    this.walls = walls;
    this.now = now;
  }

  make(): Frame | null {
    const walls = this.walls().filter(({ wall }) => covers(this.scope, wall.scope));
    const versions = walls.map(({ wall, version }) => `${wall.id}:${version}`).join(' ');
    if (versions === this.sent) return null;
    this.sent = versions;
    const body: Walls = { at: this.now(), walls };
    return { full: () => ({ body }) };
  }
}
