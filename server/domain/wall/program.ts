import { OVERVIEW, type Scene } from './scene.ts';

/** Hours of the day in minutes after local midnight, the end not included; from > to goes over midnight. */
export type Hours = { from: number; to: number };
export type PlaylistEntry = { scene: Scene; seconds: number; hours?: Hours };

/** Whoever put something on a wall: what its corner says. */
export type PutBy = { id: string; name: string };

/** Something put on a wall over its playlist: the whole or some screens of it. `until` null: until taken away. */
export type Push = {
  id: string;
  scene: Scene;
  screens: readonly string[] | null;
  from: number;
  until: number | null;
  by: PutBy;
};

/** The playlist stands still on one scene. */
export type Hold = { scene: Scene; from: number; by: PutBy };

/**
 * A presenter has the wall: one step of a list at a time. `until`: when the wall goes back to its program unless the
 * presenter is heard of again; absent: only when given back.
 */
export type Presented = { scene: Scene; step: number; of: number; from: number; until?: number | undefined; by: PutBy };

/** All that says what a wall shows when. Instants are server time, epoch ms. */
export type Program = {
  playlist: readonly PlaylistEntry[];
  /** When the playlist's first entry began. */
  since: number;
  /** Entries that had nothing to show when last looked. */
  empty: readonly number[];
  pushes: readonly Push[];
  hold: Hold | null;
  presented: Presented | null;
};

export type Showing = {
  scene: Scene;
  /** When it began: cameras and ripples count from here on every screen. */
  startsAt: number;
  /** When it ends by itself; null when nothing is planned. */
  endsAt: number | null;
  why: 'presented' | 'pushed' | 'held' | 'playlist';
  by: PutBy | null;
  /** The screens it stands on; null for all. */
  screens: readonly string[] | null;
};

export const MOST_ENTRIES = 60;
export const LEAST_SECONDS = 5;
export const MOST_SECONDS = 24 * 3_600;

export function newProgram(since: number): Program {
  return {
    playlist: [{ scene: OVERVIEW, seconds: 60 }],
    since,
    empty: [],
    pushes: [],
    hold: null,
    presented: null,
  };
}

/**
 * What a screen shows at an instant: the presenter's step, else the newest push that stands there, else what is held,
 * else the playlist. Pure, so that every screen changes at the same instant, also with the server away.
 * `minuteOfDay` is the local time of an instant in minutes after midnight.
 */
export function showAt(
  program: Program,
  at: number,
  screen: string | null,
  minuteOfDay: (instant: number) => number,
): Showing {
  const { presented, hold } = program;
  if (presented !== null && presented.from <= at && isHeard(presented, at)) {
    return show(presented.scene, presented.from, null, 'presented', presented.by, null);
  }
  const push = program.pushes
    .filter((each) => each.from <= at && (each.until === null || at < each.until) && standsOn(each, screen))
    .sort((one, other) => other.from - one.from)[0];
  if (push !== undefined) return show(push.scene, push.from, push.until, 'pushed', push.by, push.screens);
  if (hold !== null && hold.from <= at) return show(hold.scene, hold.from, null, 'held', hold.by, null);
  return fromPlaylist(program, at, minuteOfDay);
}

/** Whether a presenter was heard of lately enough to have the wall still. */
export function isHeard({ until }: Presented, at: number): boolean {
  return until === undefined || at < until;
}

/** Entries of the playlist that take their turn at an instant, by their place in it. */
export function turnsAt(
  program: Pick<Program, 'playlist' | 'empty'>,
  at: number,
  minuteOfDay: (instant: number) => number,
): number[] {
  const minute = minuteOfDay(at);
  return program.playlist.flatMap((entry, index) =>
    !program.empty.includes(index) && isWithin(entry.hours, minute) ? [index] : [],
  );
}

export function isWithin(hours: Hours | undefined, minute: number): boolean {
  if (hours === undefined || hours.from === hours.to) return true;
  return hours.from < hours.to ? minute >= hours.from && minute < hours.to : minute >= hours.from || minute < hours.to;
}

function fromPlaylist(program: Program, at: number, minuteOfDay: (instant: number) => number): Showing {
  const turns = turnsAt(program, at, minuteOfDay);
  const entries = turns.map((index) => program.playlist[index] as PlaylistEntry);
  const [only] = entries;
  // With nothing to show there is always the whole city.
  if (only === undefined) return show(OVERVIEW, program.since, null, 'playlist', null, null);
  if (entries.length === 1) return show(only.scene, program.since, null, 'playlist', null, null);
  const round = entries.reduce((sum, { seconds }) => sum + seconds * 1_000, 0);
  const into = (((at - program.since) % round) + round) % round;
  let begins = at - into;
  for (const entry of entries) {
    const ends = begins + entry.seconds * 1_000;
    if (at < ends) return show(entry.scene, begins, ends, 'playlist', null, null);
    begins = ends;
  }
  return show(only.scene, begins, null, 'playlist', null, null);
}

function show(
  scene: Scene,
  startsAt: number,
  endsAt: number | null,
  why: Showing['why'],
  by: PutBy | null,
  screens: readonly string[] | null,
): Showing {
  return { scene, startsAt, endsAt, why, by, screens };
}

function standsOn(push: Push, screen: string | null): boolean {
  return push.screens === null || (screen !== null && push.screens.includes(screen));
}

/**
 * The program with other entries marked empty, its clock set so that what stands on the wall goes on where it is and
 * ends when it would have.
 */
export function withEmpty(
  program: Program,
  empty: readonly number[],
  at: number,
  minuteOfDay: (instant: number) => number,
): Program {
  const before = fromPlaylist(program, at, minuteOfDay);
  const changed: Program = { ...program, empty };
  const turns = turnsAt(changed, at, minuteOfDay);
  let ahead = 0;
  for (const index of turns) {
    const entry = program.playlist[index] as PlaylistEntry;
    if (entry.scene.kind === before.scene.kind && entry.scene.target === before.scene.target) {
      return { ...changed, since: before.startsAt - ahead };
    }
    ahead += entry.seconds * 1_000;
  }
  // What stood there is gone: the next begins now.
  return { ...changed, since: at };
}
