import type { CaseSummary } from '#domain/case/case.ts';
import { dayMs } from '#domain/calendar/dates.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { Births } from './births.ts';
import type { Living } from './life.ts';
import type { LifeRules } from './life-rules.ts';
import { planPassage } from './passage.ts';
import { dayIndexOf } from '#domain/calendar/days.ts';
import type { Act, SimCase } from './sim-case.ts';

const ID = /^sim-(\d{4})(\d{2})(\d{2})-(\d{4,})$/;

/**
 * A case of the simulator's as the platform has it now, with what lies ahead of it: its own plans where it stands as
 * planned, new ones where an officer moved it. Null for what is none of the simulator's or has ended.
 */
export function resume(rules: LifeRules, births: Births, summary: CaseSummary, now: number): Living | null {
  const born = birthOf(rules, births, summary.externalId);
  if (born === null || isEnd(summary.phase)) return null;
  const it: SimCase = {
    ...born,
    number: summary.number,
    // What is filed is filed, also where another seed would have found something else.
    ...(summary.categoryKey !== null &&
      summary.conditionNo !== null && { categoryKey: summary.categoryKey, conditionNo: summary.conditionNo }),
    districtCode: summary.place.districtCode,
    subdistrictCode: summary.place.subdistrictCode,
    phase: summary.phase,
    enteredAt: summary.stageEnteredAt,
    department: summary.department,
    // Above every number it has used itself: later moves get ids of their own.
    steps: summary.version,
    disposals: disposalsOf(summary),
  };
  const ahead = planPassage(rules, it);
  const last = ahead.at(-1);
  if (last === undefined) return null;
  // What else was planned has happened or has been overtaken; that it comes to an end has not.
  return { case: it, ahead: summary.suspended ? [resumption(ahead, last, now), last] : [last] };
}

/** When it is taken up again: as planned, or, where an officer suspended it, in two days. */
function resumption(ahead: readonly Act[], last: Act, now: number): Act {
  const planned = ahead.find(({ move }) => move.move === 'resume');
  return planned ?? { at: now + 2 * dayMs, move: { move: 'resume', reason: '已具备处置条件' }, by: last.by };
}

function birthOf({ calendar }: LifeRules, births: Births, id: string): SimCase | null {
  const match = ID.exec(id);
  if (match === null) return null;
  const day = births.day(dayIndexOf(calendar, `${match[1]}-${match[2]}-${match[3]}`));
  const n = Number(match[4]) - 1;
  // Another seed's day may have had more reports.
  return n < day.arrivals.length ? births.birth(day, n).case : null;
}

/** Summaries count reworks; one that waits for its check or close has had one disposal more. */
function disposalsOf({ phase, reworks }: CaseSummary): number {
  return reworks + (phase === 'check' || phase === 'close' ? 1 : 0);
}
