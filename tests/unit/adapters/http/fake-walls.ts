import type { WallPort } from '#application/wall/walls.ts';
import { operations } from '#wire/http/operations.ts';

/** One wall that answers to every name. */
export function fakeWalls(now: () => number): WallPort {
  const standing = { ...operations.actOnWall.answer.example, version: 1 };
  const program = { ...standing.program, since: now() };
  return {
    list: () => [standing],
    save: async (_who, _id, { wall, layouts }) => ({ wall, layouts, program, version: 1 }),
    remove: async () => true,
    act: async () => standing,
  };
}
