import { PHASES, type Phase } from '#domain/case/stage.ts';
import type { CaseStore } from '../../stores/case-store.ts';

/** How many of the cases in a stage have time, are running out of it, and are out of it. Suspended ones have time. */
export type Lamps = { all: number; running: number; warned: number; timedOut: number };

/** Counts lamps by stage over the columns, as of `now` (epoch ms). */
export function makeLampCounter(now: () => number): (cases: CaseStore) => ReadonlyMap<Phase | 'report', Lamps> {
  return (cases) => {
    const seconds = now() / 1_000;
    const counts = PHASES.map((): Lamps => ({ all: 0, running: 0, warned: 0, timedOut: 0 }));
    const { length, phase, warnAt, dueAt } = cases.columns;
    for (let row = 0; row < length; row++) {
      const lamps = counts[phase[row] as number];
      if (lamps === undefined) continue;
      const due = dueAt[row] as number;
      const warn = warnAt[row] as number;
      lamps.all += 1;
      if (due !== 0 && due <= seconds) lamps.timedOut += 1;
      else if (warn !== 0 && warn <= seconds) lamps.warned += 1;
      else lamps.running += 1;
    }
    return new Map(PHASES.map((name, index) => [name, counts[index] as Lamps]));
  };
}
