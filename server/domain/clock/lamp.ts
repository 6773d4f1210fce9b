import type { Clock } from './clock.ts';
import { isPausedAt, type ClockFacts } from './facts.ts';

/** 未超时, 将超时, 已超时, and 挂账. */
export const lamps = ['green', 'amber', 'red', 'paused'] as const;
export type Lamp = (typeof lamps)[number];

/**
 * The lamp of a clock at an instant: amber from the first warning on, red past the due instant, `paused` while a
 * pause lasts, late or not. A clock that has stopped keeps the lamp it had then.
 */
export function lampAt(facts: ClockFacts, clock: Clock, at: number): Lamp {
  if (isPausedAt(facts, at)) return 'paused';
  const moment = Math.min(at, facts.stoppedAt ?? Infinity);
  if (clock.dueAt !== null && moment > clock.dueAt) return 'red';
  const amberAt = clock.warningAt[0] ?? null;
  return amberAt !== null && moment >= amberAt ? 'amber' : 'green';
}
