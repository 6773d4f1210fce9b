import { isHeard, showAt, turnsAt, type Program, type PutBy } from '#domain/wall/program.ts';
import type { Scene } from '#domain/wall/scene.ts';

/** What people do to what a wall shows. */
export type WallAct =
  /** Shows a scene over the playlist: on the whole wall or on some screens, for some minutes or until taken away. */
  | { act: 'push'; scene: Scene; screens?: readonly string[] | undefined; minutes?: number | undefined }
  /** Takes a push away; all of them without an id. */
  | { act: 'release'; push?: string | undefined }
  /** Stands still, on this scene or on what shows now. */
  | { act: 'hold'; scene?: Scene | undefined }
  | { act: 'resume' }
  /** The playlist's next entry, at once. */
  | { act: 'next' }
  /** A presenter's step. */
  | { act: 'present'; scene: Scene; step: number; of: number }
  /** The presenter is still there; nothing for anybody else. */
  | { act: 'keep' }
  /** Gives a presented wall back; with `own` only one's own, as when the presenter's page goes. */
  | { act: 'give-back'; own?: boolean | undefined };

/** A change begins this long after it was asked for, so that every screen has heard of it by then. */
export const AHEAD_MS = 400;
/** A presenter who is not heard of for so long has lost the wall: it goes back to its program by itself. */
export const PRESENTER_LEASE_MS = 3 * 60_000;
const MOST_PUSHES = 8;
const MINUTE_MS = 60_000;

/** The program after an act at an instant; the very same where nothing changes. Pure. `id` names a new push. */
export function actOn(
  program: Program,
  act: WallAct,
  { at, by, id, minuteOfDay }: { at: number; by: PutBy; id: string; minuteOfDay: (instant: number) => number },
): Program {
  const from = at + AHEAD_MS;
  switch (act.act) {
    case 'push': {
      const until = act.minutes === undefined ? null : from + act.minutes * MINUTE_MS;
      const screens = act.screens === undefined || act.screens.length === 0 ? null : act.screens;
      const pushes = [...standing(program, at), { id, scene: act.scene, screens, from, until, by }];
      return { ...program, pushes: pushes.slice(-MOST_PUSHES) };
    }
    case 'release': {
      const left = act.push === undefined ? [] : standing(program, at).filter((push) => push.id !== act.push);
      return { ...program, pushes: left };
    }
    case 'hold': {
      const scene = act.scene ?? showAt(program, at, null, minuteOfDay).scene;
      return { ...program, hold: { scene, from, by } };
    }
    case 'resume':
      return { ...program, hold: null };
    case 'next':
      return { ...program, hold: null, since: program.since - skipped(program, from, minuteOfDay) };
    case 'present':
      return {
        ...program,
        presented: { scene: act.scene, step: act.step, of: act.of, from, until: at + PRESENTER_LEASE_MS, by },
      };
    case 'keep':
      return kept(program, at, by);
    case 'give-back':
      return act.own && program.presented?.by.id !== by.id ? program : { ...program, presented: null };
  }
}

/** The program without pushes that have ended. */
export function standing(program: Program, at: number): Program['pushes'] {
  return program.pushes.filter(({ until }) => until === null || until > at);
}

/** The program with its presenter's lease begun anew; the very same for anybody else, or where the lease has ended. */
function kept(program: Program, at: number, by: PutBy): Program {
  const { presented } = program;
  if (presented === null || presented.by.id !== by.id || !isHeard(presented, at)) return program;
  return { ...program, presented: { ...presented, until: at + PRESENTER_LEASE_MS } };
}

/** How far the playlist's clock must go on so that its next entry begins at `from`. */
function skipped(program: Program, from: number, minuteOfDay: (instant: number) => number): number {
  const bare = { ...program, pushes: [], hold: null, presented: null };
  const { endsAt } = showAt(bare, from, null, minuteOfDay);
  return endsAt === null || turnsAt(program, from, minuteOfDay).length < 2 ? 0 : Math.max(0, endsAt - from);
}
