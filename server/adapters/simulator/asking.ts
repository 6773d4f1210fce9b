import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { minuteMs } from '#domain/calendar/dates.ts';
import type { RequestKind } from '#domain/case/request-kind.ts';
import { limitMs, type Limit } from '#domain/clock/limit.ts';
import type { LifeRules } from './life-rules.ts';
import type { Random } from './random.ts';
import type { Act, SimCase } from './sim-case.ts';
import { afterWork } from './work-time.ts';
import type { Desk } from './workforce.ts';

/** How often a request is refused, of 1: a timeout is excused for few reasons. */
const REFUSED_SHARE: Record<RequestKind, number> = {
  extension: 0.08,
  return: 0.08,
  suspension: 0.08,
  void: 0.08,
  appeal: 0.45,
};
/** Most are answered within the hour. Of these few the desk is in no hurry: they are what an officer finds waiting. */
const WAITING_SHARE = 0.25;
const SOON_MINUTES = { median: 22, spread: 0.6 };
const WAITING_MINUTES = { from: 180, to: 540 };
/** Even those are answered within this share of the limit that they are about. */
const LONGEST_SHARE = 0.5;

/** Why a department asks, as departments put it. */
const WHY: Record<RequestKind, readonly string[]> = {
  extension: [
    '需协调产权单位，申请延期一个时限',
    '配件正在调拨，预计明日到货，申请延期',
    '作业面被车辆占用，需夜间施工，申请延期',
    '施工量较大，原时限内无法完成，申请延期',
  ],
  return: ['经现场核对不属本单位管养范围，申请回退', '该路段已移交属地管理，申请改派属地', '产权不属本单位，申请回退'],
  suspension: [
    '待产权单位安排施工，申请挂账',
    '涉及地下管线，待探测后开挖，申请挂账',
    '需列入下月维修计划，申请挂账',
    '待气温条件具备后施工，申请挂账',
  ],
  void: ['与已有案件重复，申请作废', '经现场核对，该设施为在建工程，尚未移交，申请作废'],
  appeal: [
    '现场被车辆长期占用，多次联系车主未果，申诉',
    '地址与现场不符，重新核对用时较长，申诉',
    '处置期间遇暴雨停工，申诉',
  ],
};

const REFUSAL: Record<RequestKind, string> = {
  extension: '理由不充分，请按期处置',
  return: '经核实属你单位管养范围，请按期处置',
  suspension: '具备处置条件，不予挂账',
  void: '现场问题仍在，不予作废',
  appeal: '超时属本单位安排不当，维持认定',
};

/** A post of the centre answers; a case is voided by the duty officer alone. */
const ANSWERS: Record<RequestKind, Desk> = {
  extension: '派遣席',
  return: '派遣席',
  suspension: '派遣席',
  void: '值班席',
  appeal: '值班席',
};

/** A request and what becomes of it: the acts, whether it is granted, and when the answer comes (epoch ms). */
export type Asking = { acts: [Act, Act]; granted: boolean; answeredAt: number };

/**
 * A department asks for what it may not decide, and the centre answers, mostly soon.
 *
 * @param at when it asks, epoch ms; the answer takes time of the limit's own measure.
 * @param until wished end of a suspension, epoch ms; null for any other.
 */
export function planAsking(
  { workforce }: LifeRules,
  calendar: CompiledCalendar,
  it: SimCase,
  asked: { kind: RequestKind; at: number; limit: Limit; until: number | null },
  random: Random,
): Asking {
  const { kind, at, limit, until } = asked;
  const reason = WHY[kind][random.index(WHY[kind].length)] ?? '';
  const granted = !random.chance(REFUSED_SHARE[kind]);
  const minutes = random.chance(WAITING_SHARE)
    ? random.between(WAITING_MINUTES.from, WAITING_MINUTES.to)
    : random.logNormal(SOON_MINUTES.median, SOON_MINUTES.spread);
  const wait = Math.min(minutes * minuteMs, LONGEST_SHARE * limitMs(limit, calendar));
  const answeredAt = afterWork(calendar, limit, at, Math.max(minuteMs, wait));
  const answer = granted ? '情况属实，同意' : REFUSAL[kind];
  return {
    acts: [
      {
        at,
        move: { move: 'ask', kind, reason, until, instance: null },
        by: workforce.department(it.department, it.districtCode),
      },
      {
        at: answeredAt,
        move: { move: 'answer', request: it.requests + 1, granted, reason: answer },
        by: workforce.desk(it.districtCode, ANSWERS[kind]),
      },
    ],
    granted,
    answeredAt,
  };
}
