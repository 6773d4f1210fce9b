import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { firstDifference } from '#domain/calendar/difference.ts';
import type { CaseSummary, RunningClock } from '#domain/case/case.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { ClockThresholds } from '#domain/clock/clock.ts';
import type { CaseWriter } from '../case/writer.ts';
import type { Clock } from '../ports.ts';

const BATCH = 1_000;

/** Which calendar version the stored deadlines were counted with. */
export interface ClockMark {
  read(): Promise<string | null>;
  write(version: string): Promise<void>;
}

/**
 * Counts the deadlines of open cases again after the working calendar changed (a year's holidays were published). Cases
 * whose instants stay are left alone; the others get an event that says so, and with it a new round: alerts that fired
 * under the old calendar stay in the log, those that still wait end as moved. Safe to run again after a crash.
 *
 * @returns how many cases have other deadlines now.
 */
export async function restateClocks(parts: {
  /** Asked when all that was being written with the old calendar is. */
  cases: () => readonly CaseSummary[];
  mark: ClockMark;
  calendar: CompiledCalendar;
  /** An older version of the calendar, compiled; null where it is not known: then every clock is counted again. */
  older: (version: string) => Promise<CompiledCalendar | null>;
  thresholds: ClockThresholds;
  writer: CaseWriter;
  clock: Clock;
}): Promise<number> {
  const { mark, calendar } = parts;
  const to = calendar.calendar.version;
  const from = await mark.read();
  if (from === to) return 0;
  let moved = 0;
  if (from !== null) {
    await parts.writer.submit({ keys: {}, size: 0, plan: () => ({ finish: () => undefined }) });
    const before = await parts.older(from);
    const since = before ? firstDifference(before, calendar) : -Infinity;
    const working = parts
      .cases()
      .filter(({ stageClock, wholeClock }) => mayMove(stageClock, since) || mayMove(wholeClock, since));
    for (let start = 0; start < working.length; start += BATCH) {
      moved += await restateBatch(parts, working.slice(start, start + BATCH), from, to);
    }
  }
  await mark.write(to);
  return moved;
}

function restateBatch(
  parts: Parameters<typeof restateClocks>[0],
  batch: readonly CaseSummary[],
  from: string,
  to: string,
): Promise<number> {
  const { writer, calendar, thresholds, clock } = parts;
  return writer.submit({
    keys: { ids: batch.map(({ id }) => id) },
    size: batch.length,
    plan(book) {
      let moved = 0;
      for (const before of batch) {
        const draft = book.byId(before.id);
        // Whoever moved it since has counted with the new calendar already.
        if (!draft || isEnd(draft.state.phase) || draft.state.version !== before.version) continue;
        const now = runningClocks(draft.state, calendar, thresholds);
        if (isSame(before.stageClock, now.stageClock) && isSame(before.wholeClock, now.wholeClock)) continue;
        const appended = draft.append({
          eventId: `restated:${to}`,
          at: Math.max(clock.now(), draft.newestAt + 1),
          recordedAt: clock.now(),
          actor: { kind: 'system', id: 'calendar', name: 'calendar' },
          data: { type: 'restated', from, to },
        });
        if (appended) moved += 1;
      }
      return { finish: () => moved };
    },
  });
}

/** Whether a clock may be due at another instant where the calendars differ from `since` on. */
function mayMove(clock: RunningClock | null, since: number): boolean {
  return clock?.basis === 'working' && (clock.dueAt ?? Infinity) > since;
}

function isSame(a: RunningClock | null, b: RunningClock | null): boolean {
  return a?.dueAt === b?.dueAt && a?.warnAt === b?.warnAt && a?.provisional === b?.provisional;
}
