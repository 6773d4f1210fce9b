import { isEnd } from '#domain/case/stage.ts';
import type { LifeRules } from './life-rules.ts';
import { planPassage } from './passage.ts';
import { apply, type Act, type SimCase } from './sim-case.ts';

/** An act with the id it is told under: the same act has the same id however often it is told. */
export type NamedAct = Act & { eventId: string };

/** A case with what lies ahead of it in the phase it is in. */
export type Living = { case: SimCase; ahead: Act[] };

/** A case as it is reported or found, with its next acts. */
export function begin(rules: LifeRules, it: SimCase): Living {
  return { case: it, ahead: planPassage(rules, it) };
}

/** When its next act falls; null when it has ended. */
export function nextAt({ case: it, ahead }: Living): number | null {
  return isEnd(it.phase) ? null : (ahead[0]?.at ?? null);
}

/** Lets the next act happen. Throws RangeError when there is none. */
export function step(rules: LifeRules, { case: before, ahead }: Living): { told: NamedAct; after: Living } {
  const [act, ...rest] = ahead;
  if (act === undefined) throw new RangeError(`nothing lies ahead of ${before.id}`);
  const it = apply(before, act);
  const told = { ...act, eventId: `${act.move.move}@${before.steps}` };
  const stays = it.phase === before.phase && it.enteredAt === before.enteredAt;
  return { told, after: stays ? { case: it, ahead: rest } : begin(rules, it) };
}

/** All that has happened to a case by an instant (epoch ms), and how it stands then. */
export function liveUntil(rules: LifeRules, start: Living, until: number): { past: NamedAct[]; now: Living } {
  const past: NamedAct[] = [];
  let now = start;
  for (let at = nextAt(now); at !== null && at <= until; at = nextAt(now)) {
    const { told, after } = step(rules, now);
    past.push(told);
    now = after;
  }
  return { past, now };
}
