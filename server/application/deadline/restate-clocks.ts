import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { localDifference } from '#domain/calendar/local-difference.ts';
import type { CaseSummary, RunningClock } from '#domain/case/case.ts';
import { runningClock } from '#domain/case/deadlines.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { RestatedClocks } from '#domain/case/restated.ts';
import type { ClockThresholds } from '#domain/clock/clock.ts';
import type { ClockFacts } from '#domain/clock/facts.ts';
import type { CaseWriter } from '../case/writer.ts';
import type { CaseLog, ClockedCase, Clock, LogEntry } from '../ports.ts';

/** Which calendar version the stored deadlines were counted with. */
export interface ClockMark {
  read(): Promise<string | null>;
  write(version: string): Promise<void>;
}

type Parts = {
  /** Open cases as this node knows them. */
  cases: () => Iterable<Pick<CaseSummary, 'place'>>;
  mark: ClockMark;
  calendar: CompiledCalendar;
  /** An older version of the calendar, compiled; null where it is not known: then every clock is counted again. */
  older: (version: string) => Promise<CompiledCalendar | null>;
  thresholds: ClockThresholds;
  /** Its writes with the old calendar are waited for. */
  writer: Pick<CaseWriter, 'submit'>;
  log: Pick<CaseLog, 'head' | 'clocked' | 'restate'>;
  /** Hears of each block of moved deadlines once it is stored. */
  onCommitted: (entries: LogEntry[]) => void;
  clock: Pick<Clock, 'now'>;
};

/**
 * Counts the deadlines of open cases again after the working calendar changed (a year's holidays were published). Cases
 * whose instants stay are left alone. Those that move are written some thousands in one entry, so that a hundred thousand
 * are durable, told and armed within about a second; their own events follow (`settle`). With it they are in a new
 * round: alerts that fired under the old calendar stay in the log, those that still wait end as moved. Safe to run again
 * after a crash: what was moved before it has its instants already.
 *
 * @returns how many cases have other deadlines now.
 */
export async function restateClocks(parts: Parts): Promise<number> {
  const { mark, calendar } = parts;
  const to = calendar.calendar.version;
  const from = await mark.read();
  if (from === to) return 0;
  let moved = 0;
  if (from !== null) {
    await parts.writer.submit({ keys: {}, size: 0, plan: () => ({ finish: () => undefined }) });
    const differ = localDifference(await parts.older(from), calendar);
    // What changed while it was counted is counted once more.
    for (let again = true; again;) {
      const { found, taken } = await restateAll(parts, differ, { from, to });
      moved += taken;
      again = taken < found;
    }
  }
  await mark.write(to);
  return moved;
}

type Differ = ReturnType<typeof localDifference>;

async function restateAll(
  { log, clock, cases, ...parts }: Parts,
  differ: Differ,
  versions: { from: string; to: string },
): Promise<{ found: number; taken: number }> {
  const counts = { found: 0, taken: 0 };
  let asOf = await log.head();
  const store = async (moved: readonly RestatedClocks[]): Promise<void> => {
    const { entries } = await log.restate({ ...versions, at: clock.now() }, moved, asOf);
    // Nobody else wrote since, and every case is met once: what is asked next time needs no looking through these.
    if (entries[0]?.position === asOf + 1) asOf = entries.at(-1)?.position ?? asOf;
    counts.found += moved.length;
    for (const entry of entries) if (entry.kind === 'restated') counts.taken += entry.cases.length;
    parts.onCommitted(entries);
  };
  // One page is on its way into the store while the next is counted.
  let storing = Promise.resolve();
  try {
    for await (const page of log.clocked(earliest(differ, cases()))) {
      const moved: RestatedClocks[] = [];
      for (const one of page) {
        const clocks = movedClocks(one, differ, parts.calendar, parts.thresholds);
        if (clocks !== null) moved.push(clocks);
      }
      await storing;
      if (moved.length === 0) continue;
      storing = store(moved);
      // Whoever waits next hears of it.
      storing.catch(() => undefined);
    }
  } finally {
    await storing;
  }
  return counts;
}

/** No clock that is due by this instant moves, of any district that has cases. */
function earliest(differ: Differ, cases: Iterable<Pick<CaseSummary, 'place'>>): number {
  const districts = new Set<string | null>([null]);
  for (const { place } of cases) districts.add(place.districtCode);
  return Math.min(
    ...[...districts].map((code) => {
      const { since, seasons } = differ(code);
      return seasons ? -Infinity : since;
    }),
  );
}

function movedClocks(
  one: ClockedCase,
  differ: Differ,
  calendar: CompiledCalendar,
  thresholds: ClockThresholds,
): RestatedClocks | null {
  const { id, version, stageClock, wholeClock, districtCode } = one;
  const { since, seasons } = differ(districtCode);
  if (!mayMove(stageClock, since, seasons) && !mayMove(wholeClock, since, seasons)) return null;
  const local = calendarAt(calendar, districtCode);
  const stage = inNextRound(stageClock, one.stageFacts, local, thresholds);
  const whole = inNextRound(wholeClock, one.wholeFacts, local, thresholds);
  if (isSame(stageClock, stage) && isSame(wholeClock, whole)) return null;
  return { id, version, stageClock: stage, wholeClock: whole };
}

/** Counted again. Both clocks of a case begin another round when either moves, as its event says. */
function inNextRound(
  before: RunningClock | null,
  facts: ClockFacts | null,
  local: CompiledCalendar,
  thresholds: ClockThresholds,
): RunningClock | null {
  return before && runningClock(before.instance, before.round + 1, facts, local, thresholds);
}

/**
 * Whether a clock may be due at another instant where the calendars differ from `since` on, or hold clocks by other
 * `seasons`: which clocks wait for one is known of their cases alone.
 */
function mayMove(clock: RunningClock | null, since: number, seasons: boolean): boolean {
  if (clock === null) return false;
  return seasons || (clock.basis === 'working' && (clock.dueAt ?? Infinity) > since);
}

function isSame(a: RunningClock | null, b: RunningClock | null): boolean {
  return a?.dueAt === b?.dueAt && a?.warnAt === b?.warnAt && a?.provisional === b?.provisional;
}
