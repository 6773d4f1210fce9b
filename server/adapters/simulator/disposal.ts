import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { dayMs, hourMs, minuteMs } from '#domain/calendar/dates.ts';
import { addWorkingMs } from '#domain/calendar/working-time.ts';
import { basisOf, limitMs, type Limit } from '#domain/clock/limit.ts';
import type { LifeRules } from './life-rules.ts';
import type { Random } from './random.ts';
import type { Act, SimCase } from './sim-case.ts';

/** How often a disposal takes a turn, of 100 that begin: it is not theirs, must wait, needs longer, or is void. */
const RETURN_SHARE = 0.013;
const SUSPEND_SHARE = 0.014;
const EXTEND_SHARE = 0.035;
const VOID_SHARE = 0.004;
/** Mean time over the limit of what goes late, in hours of its own measure. */
const MEAN_OVERRUN_HOURS = { working: 1.6, continuous: 1.2 };

/** Plans a passage through 处置: a department works within its limit, mostly. */
export function planDisposal(rules: LifeRules, it: SimCase, random: Random): Act[] {
  const { calendar, workforce } = rules;
  const limit = rules.limitOf(it.categoryKey, it.conditionNo);
  const total = limitMs(limit, calendar);
  const from = it.enteredAt;
  const office = workforce.department(it.department, it.districtCode);
  const dispatcher = workforce.desk(it.districtCode, '派遣席');
  const first = it.disposals === 0;
  const turn = first ? random.next() : 1;
  if (turn < RETURN_SHARE) {
    const at = later(calendar, limit, from, total * random.between(0.04, 0.3));
    return [{ at, move: { move: 'return', reason: '经核不属本单位管养范围' }, by: office }];
  }
  if (turn < RETURN_SHARE + VOID_SHARE) {
    const at = later(calendar, limit, from, total * random.between(0.1, 0.6));
    return [{ at, move: { move: 'void', reason: '与已有案件重复' }, by: workforce.desk(it.districtCode, '值班席') }];
  }
  const acts = sendCrew(rules, it, limit, random);
  const late = random.chance(workforce.lateShare(it.department, it.districtCode));
  const share = late ? 1 : Math.min(0.985, Math.max(0.04, random.logNormal(0.72, 0.34)));
  if (turn < RETURN_SHARE + VOID_SHARE + SUSPEND_SHARE) {
    return [...acts, ...suspended(rules, it, limit, total, share, random)];
  }
  let granted = total;
  if (turn < RETURN_SHARE + VOID_SHARE + SUSPEND_SHARE + EXTEND_SHARE) {
    const at = later(calendar, limit, from, total * random.between(0.7, 0.95));
    acts.push({ at, move: { move: 'extend', reason: '需协调产权单位，申请延期' }, by: dispatcher });
    granted += total;
  }
  const dueAt = later(calendar, limit, from, granted);
  const done = late
    ? overrun(calendar, limit, dueAt, random)
    : later(calendar, limit, from, doneAfter(total, granted, share));
  if (late) acts.push(...pressed(rules, it, dueAt, done, random));
  acts.push({ at: done, move: { move: 'feed-back', note: '已处置完毕', media: [] }, by: office });
  return acts.sort((a, b) => a.at - b.at);
}

/** What was extended is done in the time that was added. */
function doneAfter(total: number, granted: number, share: number): number {
  return granted > total ? total * 0.97 + (granted - total * 0.97) * share : granted * share;
}

/** The instant at which so much time of the limit's own measure has passed. */
function later(calendar: CompiledCalendar, limit: Limit, from: number, ms: number): number {
  return Math.floor(basisOf(limit.unit) === 'working' ? addWorkingMs(calendar, from, ms) : from + ms);
}

function overrun(calendar: CompiledCalendar, limit: Limit, dueAt: number, random: Random): number {
  const mean = MEAN_OVERRUN_HOURS[basisOf(limit.unit)];
  return later(calendar, limit, dueAt, (0.1 + random.exponential(mean)) * hourMs);
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
function suspended(
  { calendar, workforce }: LifeRules,
  it: SimCase,
  limit: Limit,
  total: number,
  share: number,
  random: Random,
): Act[] {
  const before = share * random.between(0.2, 0.8);
  const at = later(calendar, limit, it.enteredAt, total * before);
  const resumeAt = Math.floor(
    addWorkingMs(calendar, at + random.between(3, 24) * dayMs, random.between(5, 90) * minuteMs),
  );
  const dispatcher = workforce.desk(it.districtCode, '派遣席');
  const until = resumeAt + 7 * dayMs;
  const done = later(calendar, limit, resumeAt, total * (Math.min(share, 0.95) - before));
  return [
    { at, move: { move: 'suspend', reason: '待产权单位安排施工', until }, by: dispatcher },
    { at: resumeAt, move: { move: 'resume', reason: '已具备施工条件' }, by: dispatcher },
    {
      at: Math.max(done, resumeAt + 5 * minuteMs),
      move: { move: 'feed-back', note: '已处置完毕', media: [] },
      by: workforce.department(it.department, it.districtCode),
    },
  ];
}
