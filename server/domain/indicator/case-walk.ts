import { emptyState } from '#domain/case/blank.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { applyEvent, compareEvents } from '#domain/case/fold.ts';
import type { Phase } from '#domain/case/stage.ts';
import { doerOf, type Doer } from './fact.ts';
import { ClockHistory, type KnownClocks } from './known.ts';
import { Whereabouts } from './whereabouts.ts';

/** How a passage through a stage ended. */
export type Ending = { event: CaseEvent; next: Phase; heldBy: string | null; nextDepartment: string | null };

/**
 * A case walked through its events: its last state, each event with the phase it met, what ended each passage with the
 * department that had held it, by the passage's number, and how its clocks stood when.
 */
export type CaseWalk = {
  state: CaseState;
  reporter: Doer | null;
  steps: readonly { event: CaseEvent; before: Phase }[];
  endings: ReadonlyMap<number, Ending>;
  clocks: KnownClocks;
  whereabouts: Whereabouts;
};

/** Walks a case through its events, in any order and however often each came. Null for a log without a report. */
export function walkThrough(events: readonly CaseEvent[]): CaseWalk | null {
  const byId = new Map<string, CaseEvent>();
  for (const event of events) if (!byId.has(event.eventId)) byId.set(event.eventId, event);
  const ordered = [...byId.values()].sort(compareEvents);
  const first = ordered[0];
  if (first?.data.type !== 'reported') return null;
  let state = emptyState(first, first.data);
  const clocks = new ClockHistory();
  clocks.note(null, state, first.at);
  const whereabouts = new Whereabouts();
  whereabouts.note(null, state, first.at);
  const endings = new Map<number, Ending>();
  const steps: CaseWalk['steps'][number][] = [];
  for (const event of ordered.slice(1)) {
    const { phase: before, department: heldBy } = state;
    const open = state.instances.at(-1);
    const was = state;
    state = applyEvent(was, event);
    clocks.note(was, state, event.at);
    whereabouts.note(was, state, event.at);
    steps.push({ event, before });
    if (open === undefined || open.leftAt !== null) continue;
    const last = state.instances.at(-1);
    if (last?.no === open.no && last.leftAt === null) continue;
    endings.set(open.no, { event, next: state.phase, heldBy, nextDepartment: state.department });
  }
  return { state, reporter: doerOf(first.actor), steps, endings, clocks, whereabouts };
}
