import { collectorFor, type OnTheRound } from '#domain/task/task.ts';
import type { Fix } from '#domain/team/team.ts';
import type { Clock, Lease } from '../ports.ts';
import type { Assigned, TaskStore, TaskToMake } from './task-port.ts';

const EVERY_MS = 3_000;
const BATCH = 500;

/**
 * Makes a task for every passage of a case through verification or check, gives it to the collector of the responsibility
 * grid or else to the nearest on duty, and ends it with the passage. Only the owner of the deadlines does it; twice would make nothing twice.
 */
export function keepTasks(parts: {
  store: TaskStore;
  clock: Clock;
  lease: Lease;
  collectors: () => readonly OnTheRound[];
  /** Code of the collector whose responsibility grid a unit grid lies in; null where none is known. */
  responsibleFor: (unitGrid: string | null) => string | null;
  isOut: (fix: Fix, at: number) => boolean;
  onError: (error: unknown) => void;
}): { look(): Promise<void>; stop(): Promise<void> } {
  const { store, clock, lease, collectors, responsibleFor, isOut, onError } = parts;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let cancel = clock.setAlarm(clock.now() + EVERY_MS, again);

  function again(): void {
    running = (lease.isHeld() ? look() : Promise.resolve()).catch(onError).finally(() => {
      if (!stopped) cancel = clock.setAlarm(clock.now() + EVERY_MS, again);
    });
  }

  async function look(): Promise<void> {
    const at = clock.now();
    const assignedTo = ({ position, place }: TaskToMake): Assigned | null =>
      collectorFor(
        collectors(),
        { position, districtCode: place.districtCode },
        responsibleFor(place.gridCode),
        (fix) => isOut(fix, at),
      );
    const missing = await store.missing(BATCH);
    if (missing.length > 0)
      await store.make(
        missing.map((task) => ({ ...task, assigned: assignedTo(task) })),
        at,
      );
    // Whoever came on duty since gets what nobody could be given.
    for (const task of await store.unassigned(BATCH)) {
      const assigned = assignedTo(task);
      if (assigned !== null) await store.assign(task.id, assigned, at);
    }
    await store.endLeft();
  }

  return {
    look,
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
