import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { isEnd } from '#domain/case/stage.ts';
import { minuteMs } from '#domain/calendar/dates.ts';
import type { Limit } from '#domain/clock/limit.ts';
import { planAsking } from './asking.ts';
import { planDisposal, wentLate } from './disposal.ts';
import type { LifeRules } from './life-rules.ts';
import { randomOf, type Random } from './random.ts';
import type { Act, SimCase } from './sim-case.ts';
import type { Desk } from './workforce.ts';

/** How often a department appeals against a timeout, of 1. */
const APPEAL_SHARE = 0.3;
/** Closing has a limit of its own: an appeal is settled well within it. */
const ANSWERED_WITHIN: Limit = { value: 90, unit: 'minute' };

/**
 * All that will happen to a case in the phase it is in: the last act takes it to the next one. Depends on the seed, the
 * case and how often it was there only, so that a simulator that starts again goes on as if it had never stopped.
 * Empty for a case that has ended. `mayAsk` false: a department asks for nothing any more.
 */
export function planPassage(rules: LifeRules, it: SimCase, mayAsk = true): Act[] {
  if (isEnd(it.phase)) return [];
  const random = randomOf(rules.seed, it.id, it.phase, it.disposals, it.untrue ? 'untrue' : 'true');
  if (it.phase === 'dispose') return planDisposal(rules, it, random, mayAsk);
  const after = (medianMinutes: number, spread: number): number =>
    it.enteredAt + Math.max(8_000, random.logNormal(medianMinutes, spread) * minuteMs);
  const act = (at: number, desk: Desk, move: Act['move']): Act[] => [
    { at: Math.floor(at), move, by: rules.workforce.desk(it.districtCode, desk) },
  ];
  switch (it.phase) {
    case 'accept':
      if (it.untrue) return act(after(3, 0.5), '受理席', { move: 'decline', reason: '现场核实未发现所报问题' });
      if (random.chance(it.channel === 'public' ? 0.02 : 0.003)) {
        return act(after(5, 0.5), '受理席', { move: 'decline', reason: '不属于受理范围，已告知上报人' });
      }
      return act(after(3.5, 0.62), '受理席', { move: 'accept' });
    case 'verify':
      return act(after(13, 0.45), '采集组', { move: 'verify', found: !random.chance(0.06), media: [] });
    case 'file': {
      const { categoryKey, conditionNo } = it;
      return act(after(3.5, 0.62), '值班席', { move: 'file', categoryKey, conditionNo });
    }
    case 'dispatch': {
      const department = rules.workforce.departmentFor(it, it.disposals > 0);
      if (department === null) return act(after(20, 0.5), '值班席', { move: 'void', reason: '不在管辖范围内' });
      return act(after(4, 0.6), '派遣席', { move: 'dispatch', department, supporting: [], note: '' });
    }
    case 'check': {
      const passed = !random.chance(0.026);
      const note = passed ? '现场已恢复' : '现场仍有残留，退回返工';
      return act(after(12, 0.5), '采集组', { move: 'check', passed, note, media: [] });
    }
    case 'close': {
      const close = act(after(18, 0.55), '值班席', { move: 'close', note: '', forced: false });
      return mayAsk && wentLate(rules, it) && random.chance(APPEAL_SHARE) ? appealed(rules, it, close, random) : close;
    }
    default:
      return [];
  }
}

/** A department appeals against its timeout before the case is closed; the case waits for the answer. */
function appealed(rules: LifeRules, it: SimCase, close: readonly Act[], random: Random): Act[] {
  const at = Math.floor(it.enteredAt + random.between(1, 6) * minuteMs);
  const asked = { kind: 'appeal', at, limit: ANSWERED_WITHIN, until: null } as const;
  const { acts, answeredAt } = planAsking(rules, calendarAt(rules.calendar, it.districtCode), it, asked, random);
  return [...acts, ...close.map((act) => ({ ...act, at: Math.max(act.at, answeredAt + minuteMs) }))];
}
