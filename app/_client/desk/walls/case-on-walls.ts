import { covers, EVERYWHERE } from '#domain/account/scope.ts';
import { isHeard, type Push } from '#domain/wall/program.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** A case that somebody put on a wall. `hiddenBy`: a presenter has the wall now, and it shows again after him. */
export type OnWall = { wall: StandingWall['wall']; push: Push; hiddenBy: string | null };

/** Where a case was put on walls and has not gone yet, the newest first. `now`: server time, epoch ms. */
export function caseOnWalls(walls: readonly StandingWall[], caseNumber: string, now: number): OnWall[] {
  return walls
    .flatMap(({ wall, program: { pushes, presented } }) =>
      pushes
        .filter(({ scene, until }) => scene.kind === 'incident' && scene.target === caseNumber && isAhead(until, now))
        .map((push) => ({
          wall,
          push,
          hiddenBy: presented !== null && isHeard(presented, now) ? presented.by.name : null,
        })),
    )
    .sort((one, other) => other.push.from - one.push.from);
}

/** Walls whose screens may see the case: those of its place, or of a place around it. */
export function wallsFor(
  walls: readonly StandingWall[],
  { place }: Pick<CaseDetailAnswer['summary'], 'place'>,
): StandingWall[] {
  const code = place.gridCode ?? place.communityCode ?? place.subdistrictCode ?? place.districtCode ?? EVERYWHERE;
  return walls.filter(({ wall }) => covers(wall.scope, code));
}

function isAhead(until: number | null, now: number): boolean {
  return until === null || until > now;
}
