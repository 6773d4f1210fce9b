import { isHeard, withEmpty, type Program } from '#domain/wall/program.ts';
import { standing } from './acts.ts';
import { emptyEntries, type Seen } from './emptiness.ts';
import type { WallBook } from './wall-book.ts';

const LOOK_MS = 2_000;
const DIRECTOR = 'director';

export type DirectorParts = {
  book: WallBook;
  /** One node of several directs. */
  directs: () => boolean;
  seen: Seen;
  now: () => number;
  minuteOfDay: (instant: number) => number;
  onError: (error: unknown) => void;
};

/** Keeps programs in order: passes over entries with nothing to show, forgets pushes and presenters that have ended. */
export function startDirector(parts: DirectorParts): { look: () => Promise<void>; stop: () => void } {
  const look = async (): Promise<void> => {
    if (!parts.directs()) return;
    for (const { wall } of parts.book.all) {
      await parts.book.change(wall.id, DIRECTOR, (before) => {
        if (before === null) return null;
        const program = inOrder(before.program, before.wall.scope, parts);
        return program === null ? null : { ...before, program };
      });
    }
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch(parts.onError)
      .finally(() => (looking = false));
  }, LOOK_MS);
  return { look, stop: () => clearInterval(timer) };
}

/** The program set right; null when nothing is to be changed. */
function inOrder(program: Program, scope: string, { seen, now, minuteOfDay }: DirectorParts): Program | null {
  const at = now();
  const empty = emptyEntries(program.playlist, scope, seen);
  const pushes = standing(program, at);
  const sameEmpty =
    empty.length === program.empty.length && empty.every((entry, index) => entry === program.empty[index]);
  const presented = program.presented !== null && isHeard(program.presented, at) ? program.presented : null;
  if (sameEmpty && pushes.length === program.pushes.length && presented === program.presented) return null;
  const kept = { ...program, pushes, presented };
  return sameEmpty ? kept : withEmpty(kept, empty, at, minuteOfDay);
}
