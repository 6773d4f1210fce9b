import type { ClockedCase, Committed } from '#application/ports.ts';
import {
  restatedEvent,
  restatedState,
  restatedSummary,
  type CalendarChange,
  type RestatedClocks,
} from '#domain/case/restated.ts';
import { stageClockFacts, wholeClockFacts } from '#domain/case/deadlines.ts';
import type { Kept, LogState, Unnumbered } from './log-state.ts';
import { lackingLines } from './transact.ts';

/** See CaseLog.clocked. */
export async function* clocked(state: LogState, since: number): AsyncGenerator<readonly ClockedCase[]> {
  const isLater = (clock: RestatedClocks['stageClock']): boolean => clock !== null && (clock.dueAt ?? Infinity) > since;
  const found = state.open().filter(({ summary }) => isLater(summary.stageClock) || isLater(summary.wholeClock));
  if (found.length === 0) return;
  yield await Promise.resolve(
    found.map(({ stored: { state: of }, summary: { id, version, stageClock, wholeClock } }) => {
      const stage = of.instances.at(-1);
      return {
        ...{ id, version, stageClock, wholeClock, districtCode: of.place.districtCode },
        stageFacts: stageClock && stage ? stageClockFacts(stage) : null,
        wholeFacts: wholeClock && of.whole ? wholeClockFacts(of.whole) : null,
      };
    }),
  );
}

/** See CaseLog.restate: the cases are restated at once, and their own lines follow. */
export function restate(
  state: LogState,
  change: CalendarChange,
  cases: readonly RestatedClocks[],
  asOf: number,
): Committed {
  const changed = new Set(state.entries.slice(asOf).flatMap((it) => (it.kind === 'case' ? [it.caseId] : [])));
  const moved = cases.filter(({ id, version }) => !changed.has(id) && state.cases.get(id)?.summary.version === version);
  if (moved.length === 0) return { entries: [], cases: [] };
  const lines: Unnumbered[] = [{ recordedAt: change.at, kind: 'restated', change, cases: moved }];
  for (const clocks of moved) {
    const kept = state.cases.get(clocks.id) as Kept;
    const event = restatedEvent(change, kept.stored.state);
    state.lacking.set(clocks.id, [...(state.lacking.get(clocks.id) ?? []), event]);
    state.keep({
      stored: { ...kept.stored, state: restatedState(kept.stored.state, change, clocks) },
      summary: restatedSummary(kept.summary, clocks),
      events: [...kept.events, event],
    });
    for (const alert of state.unresolvedOf(clocks.id)) {
      const running = alert.instance === 0 ? clocks.wholeClock : clocks.stageClock;
      if (alert.threshold === 'reply-late' || running?.instance !== alert.instance || running.round === alert.round)
        continue;
      const over = { ...alert, status: 'resolved', resolution: 'deadline-moved', resolvedAt: change.at } as const;
      const line = { recordedAt: change.at, kind: 'alert', caseId: alert.caseId, change: 'resolved' } as const;
      lines.push({ ...line, alert: state.replaceAlert(over) });
    }
  }
  return { entries: state.append(lines), cases: [] };
}

/** See CaseLog.settle. */
export function settle(state: LogState, limit: number): Committed & { left: boolean } {
  const ids = [...state.lacking.keys()].slice(0, limit);
  const kept = ids.flatMap((id) => state.cases.get(id) ?? []);
  const entries = state.append(kept.flatMap(({ summary }) => lackingLines(state, summary)));
  const cases = kept.map(({ stored: { id, number } }) => ({ id, number }));
  return { entries, cases, left: state.lacking.size > 0 };
}
