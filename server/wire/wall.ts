import type { StandingWall } from '#domain/wall/standing.ts';

/** Body of `walls` (frame): the walls that the subscriber's reach covers, with what they show when. */
export type Walls = { at: number; walls: readonly StandingWall[] };
