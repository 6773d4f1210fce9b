import { createReplays, type ReplayPort } from '#application/wall/replay.ts';
import type { WallPort } from '#application/wall/walls.ts';
import { openZone } from '#domain/calendar/zone.ts';
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

/** Days without a case, but for one place, where there were too many. */
export function fakeReplays(now: () => number): ReplayPort {
  const none = { outs: { length: 0, row: new Uint32Array(), from: new Uint32Array(), until: new Uint32Array() } };
  const columns = { lon: new Int32Array(), lat: new Int32Array(), reportedAt: new Uint32Array() };
  return createReplays({
    store: {
      columns: async (span, place) =>
        place === '120199'
          ? null
          : {
              ...span,
              length: 0,
              ...none,
              ...columns,
              endedAt: new Uint32Array(),
              earlier: { days: 0, open: new Uint32Array() },
            },
      hasCases: async () => false,
    },
    zone: openZone('Asia/Shanghai'),
    now,
  });
}
