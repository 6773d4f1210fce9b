import type { Desk } from '../desk.ts';

/**
 * Takes the last act back: one on several that is held or has a contrary act, else taking or giving back of the open case.
 * False where there is nothing to take back.
 */
export async function undoLast(desk: Desk): Promise<boolean> {
  if (desk.bulk.takeBack()) return true;
  if (await desk.bulk.undo()) {
    await desk.open.refresh();
    return true;
  }
  await desk.claiming;
  const act = takenHere(desk);
  if (act === null) return false;
  return act === 'take' ? desk.release() : desk.take();
}

/** Whether there is something to take back. */
export function canUndo(desk: Desk): boolean {
  return desk.bulk.value.phase === 'held' || desk.bulk.canUndo || takenHere(desk) !== null;
}

/** That the last act took or gave back the case that is open. */
function takenHere({ runner, open }: Desk): 'take' | 'release' | null {
  const done = runner.done.value;
  if (done === null || done.caseNumber !== open.number) return null;
  return done.act === 'take' || done.act === 'release' ? done.act : null;
}
