import { calendarAt } from '#domain/calendar/calendar-at.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dayMs, hourMs, minuteMs } from '#domain/calendar/dates.ts';
import { addWorkingMs } from '#domain/calendar/working-time.ts';
import type { RequestKind } from '#domain/case/request-kind.ts';
import { basisOf, limitMs, type Limit } from '#domain/clock/limit.ts';
import { planAsking, type Asking } from './asking.ts';
import type { LifeRules } from './life-rules.ts';
import { randomOf, type Random } from './random.ts';
import type { Act, SimCase } from './sim-case.ts';
import { afterWork } from './work-time.ts';

/** How often a disposal takes a turn, of 100 that begin: it is not theirs, must wait, needs longer, or is void. */
const TURNS: readonly { kind: Exclude<RequestKind, 'appeal'>; share: number; asksAt: { from: number; to: number } }[] =
  [
    { kind: 'return', share: 0.014, asksAt: { from: 0.04, to: 0.3 } },
    { kind: 'void', share: 0.004, asksAt: { from: 0.1, to: 0.6 } },
    { kind: 'suspension', share: 0.015, asksAt: { from: 0.1, to: 0.6 } },
    { kind: 'extension', share: 0.038, asksAt: { from: 0.7, to: 0.95 } },
  ];
/** Mean time over the limit of what goes late, in hours of its own measure. */
const MEAN_OVERRUN_HOURS = { working: 1.6, continuous: 1.2 };

/** One passage through 处置: its case, the limit in force and the calendar of its district. */
type Job = { rules: LifeRules; calendar: CompiledCalendar; it: SimCase; limit: Limit; total: number; random: Random };

/**
 * Plans a passage through 处置: a department works within its limit, mostly. What it may not decide it asks for, once a
 * case at most; `mayAsk` false: it has asked already.
 */
export function planDisposal(rules: LifeRules, it: SimCase, random: Random, mayAsk = true): Act[] {
  const calendar = calendarAt(rules.calendar, it.districtCode);
  const limit = rules.limitOf(it.categoryKey, it.conditionNo);
  const job: Job = { rules, calendar, it, limit, total: limitMs(limit, calendar), random };
  const turn = turnOf(rules, it, it.disposals);
  const crew = sendCrew(rules, it, limit, random);
  const late = isLate(rules, it, it.disposals);
  const share = late ? 1 : Math.min(0.985, Math.max(0.04, random.logNormal(0.72, 0.34)));
  const asking = turn && mayAsk ? ask(job, turn, share) : null;
  return [...crew, ...rest(job, asking, late, share)].sort((a, b) => a.at - b.at);
}

/** The turn that a case's disposal of this number takes; null for none. Only the first one takes any. */
function turnOf({ seed }: LifeRules, { id }: SimCase, disposal: number): (typeof TURNS)[number] | null {
  if (disposal > 0) return null;
  const draw = randomOf(seed, id, 'turn').next();
  let upTo = 0;
  return TURNS.find(({ share }) => draw < (upTo += share)) ?? null;
}

function isLate({ seed, workforce }: LifeRules, it: SimCase, disposal: number): boolean {
  return randomOf(seed, it.id, 'late', disposal).chance(workforce.lateShare(it.department, it.districtCode));
}

/** Whether the newest passage through 处置 ended late, of a case that has left it with no turn but a longer limit. */
export function wentLate(rules: LifeRules, it: SimCase): boolean {
  const disposal = it.disposals - 1;
  if (disposal < 0 || !isLate(rules, it, disposal)) return false;
  const kind = turnOf(rules, it, disposal)?.kind ?? 'extension';
  return kind === 'extension';
}

type Asked = Asking & { kind: RequestKind; at: number; until: number | null };

function ask({ rules, calendar, it, limit, total, random }: Job, turn: (typeof TURNS)[number], share: number): Asked {
  const { kind, asksAt } = turn;
  const worked = random.between(asksAt.from, asksAt.to) * (kind === 'extension' ? 1 : share);
  const at = afterWork(calendar, limit, it.enteredAt, total * worked);
  const until = kind === 'suspension' ? at + Math.round(random.between(10, 30)) * dayMs : null;
  const asking = planAsking(rules, calendar, it, { kind, at, limit, until }, random);
  return { ...asking, kind, at, until };
}

/** From the request, where there was one, to the end of the passage. */
function rest(job: Job, asking: Asked | null, late: boolean, share: number): Act[] {
  const { calendar, it, limit, total, random } = job;
  if (asking?.granted) {
    if (asking.kind === 'return' || asking.kind === 'void') return asking.acts;
    if (asking.kind === 'suspension') return [...asking.acts, ...suspended(job, asking)];
  }
  const longer = asking?.kind === 'extension' && asking.granted;
  const dueAt = afterWork(calendar, limit, it.enteredAt, longer ? 2 * total : total);
  const planned = late
    ? afterWork(calendar, limit, dueAt, (0.1 + random.exponential(MEAN_OVERRUN_HOURS[basisOf(limit.unit)])) * hourMs)
    : afterWork(calendar, limit, it.enteredAt, longer ? total * (0.97 + 1.03 * share) : total * share);
  // Who asked waits for the answer.
  const done = asking === null ? planned : Math.max(planned, asking.answeredAt + minuteMs);
  const pressing = late ? pressed(job.rules, it, dueAt, done, random) : [];
  return [...(asking?.acts ?? []), ...pressing, fedBack(job, done)];
}

function fedBack({ rules, it }: Job, at: number): Act {
  const by = rules.workforce.department(it.department, it.districtCode);
  return { at, move: { move: 'feed-back', note: '已处置完毕', media: [] }, by };
}

/** What presses on is noticed at once: somebody drives out. */
function sendCrew({ crewOf }: LifeRules, it: SimCase, limit: Limit, random: Random): Act[] {
  const delay = random.between(2, 8) * minuteMs;
  if (basisOf(limit.unit) === 'working' || it.department === null || !random.chance(0.5)) return [];
  const team = crewOf(it.department, random);
  if (team === null) return [];
  const by = { id: it.department, name: '派遣席' };
  return [{ at: Math.floor(it.enteredAt + delay), move: { move: 'send-team', team, note: '' }, by }];
}

/** A late case is urged and, where that does not help, put under supervision. */
function pressed({ workforce, calendar }: LifeRules, it: SimCase, dueAt: number, done: number, random: Random): Act[] {
  const urgeAt = Math.floor(addWorkingMs(calendar, dueAt, random.between(10, 50) * minuteMs));
  const superviseAt = Math.floor(addWorkingMs(calendar, dueAt, random.between(40, 110) * minuteMs));
  const urge: Act = {
    at: urgeAt,
    move: { move: 'urge', note: '已超时，请尽快处置' },
    by: workforce.desk(it.districtCode, '派遣席'),
  };
  const supervise: Act = {
    at: superviseAt,
    move: { move: 'supervise', level: 1, reason: '超时未处置，挂牌督办', replyBy: null },
    by: workforce.desk(it.districtCode, '督办席'),
  };
  const urged = random.chance(0.5);
  const supervised = random.chance(0.4);
  return [...(urged ? [urge] : []), ...(supervised ? [supervise] : [])].filter(({ at }) => at < done - minuteMs);
}

/** 挂账: nothing can be done now; it waits and is taken up again before its date. */
function suspended(job: Job, { answeredAt, until }: Asked): Act[] {
  const { rules, calendar, it, limit, total, random } = job;
  const away = ((until ?? answeredAt) - answeredAt) * random.between(0.3, 0.75);
  const resumeAt = Math.floor(addWorkingMs(calendar, answeredAt + away, random.between(5, 90) * minuteMs));
  const done = afterWork(calendar, limit, resumeAt, total * random.between(0.1, 0.4));
  const by = rules.workforce.desk(it.districtCode, '派遣席');
  return [
    { at: resumeAt, move: { move: 'resume', reason: '已具备施工条件' }, by },
    fedBack(job, Math.max(done, resumeAt + 5 * minuteMs)),
  ];
}
