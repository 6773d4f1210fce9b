import type { CaseSummary } from '#domain/case/case.ts';
import { dayMs } from '#domain/calendar/dates.ts';
import { dayIndexOf } from '#domain/calendar/days.ts';
import type { CaseRequest } from '#domain/case/request-kind.ts';
import { isEnd } from '#domain/case/stage.ts';
import type { Births } from './births.ts';
import type { Living } from './life.ts';
import type { LifeRules } from './life-rules.ts';
import { planPassage } from './passage.ts';
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
  const pending = (summary.waits?.requests ?? []).filter(({ by }) => by.kind === 'source');
  const ahead = stillToCome(planPassage(rules, it), { pending, suspended: summary.suspended, now });
  // The plan hangs on what somebody else decided: the work comes to its end all the same.
  const left = ahead ?? planPassage(rules, it, false).slice(-1);
  const end = left.at(-1);
  if (end === undefined) return null;
  const answered = pending.find(({ no }) => left.some(({ move }) => move.move === 'answer' && move.request === no));
  return {
    case: {
      ...it,
      requests: Math.max(0, ...pending.map(({ no }) => no)),
      asked: answered?.kind ?? null,
    },
    ahead: summary.suspended && left[0]?.move.move !== 'resume' ? [takenUp(now, end), end] : left,
  };
}

/** Where an officer suspended it, it is taken up again in two days. */
function takenUp(now: number, { by }: Act): Act {
  return { at: now + 2 * dayMs, move: { move: 'resume', reason: '已具备处置条件' }, by };
}

/**
 * What of a plan stands: a request that waits is answered, one that is still to be asked is asked and answered, and the
 * passage comes to its end. What else was planned has happened or has been overtaken. Null where the plan hangs on a
 * request that somebody else has answered.
 */
function stillToCome(
  plan: readonly Act[],
  { pending, suspended, now }: { pending: readonly CaseRequest[]; suspended: boolean; now: number },
): Act[] | null {
  const ask = plan.find(({ move }) => move.move === 'ask');
  const answer = plan.find(({ move }) => move.move === 'answer');
  const resume = plan.filter(({ move }) => move.move === 'resume');
  const last = plan.slice(-1).filter((act) => act !== answer);
  if (ask?.move.move !== 'ask' || answer?.move.move !== 'answer') return last;
  const { kind } = ask.move;
  const waiting = pending.find((one) => one.kind === kind);
  if (waiting !== undefined) {
    return [{ ...answer, move: { ...answer.move, request: waiting.no } }, ...resume, ...last];
  }
  if (suspended) return last.length === 0 ? null : [...resume, ...last];
  if (ask.at > now) return [ask, answer, ...resume, ...last];
  return resume.length > 0 || last.length === 0 ? null : last;
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
