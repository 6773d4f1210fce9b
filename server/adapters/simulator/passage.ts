import { isEnd } from '#domain/case/stage.ts';
import { minuteMs } from '#domain/calendar/dates.ts';
import { planDisposal } from './disposal.ts';
import type { LifeRules } from './life-rules.ts';
import { randomOf } from './random.ts';
import type { Act, SimCase } from './sim-case.ts';
import type { Desk } from './workforce.ts';

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
    case 'close':
      return act(after(18, 0.55), '值班席', { move: 'close', note: '', forced: false });
    default:
      return [];
  }
}
