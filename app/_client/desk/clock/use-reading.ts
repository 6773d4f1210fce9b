'use client';
import { useCallback } from 'react';
import { useDesk } from '../DeskProvider.tsx';
import type { ClockAnswer } from './hero.ts';
import { readClock, type Reading } from './reading.ts';

/**
 * Reads a clock at any instant, between the server's answers too. `receivedAt`: server time of the answer. A late clock
 * runs on where it counts all time, or while the city's working hours run.
 */
export function useReading(clock: ClockAnswer, receivedAt: number): (now: number) => Reading {
  const { picture } = useDesk();
  return useCallback(
    (now: number) => {
      const at = clock.stoppedAt === null ? now : Math.min(now, clock.stoppedAt);
      const working = clock.basis === 'continuous' || picture.figures.value?.working.running === true;
      const lateMs = clock.consumedMs - clock.totalMs;
      const running = clock.stoppedAt === null && working;
      return readClock(clock.steps, clock.totalMs, at, lateMs > 0 ? { lateMs, at: receivedAt, running } : null);
    },
    [clock, receivedAt, picture],
  );
}

/** The lamp at an instant between the server's answers: time alone turns it, and never back. */
export function lampNow(clock: ClockAnswer, now: number): ClockAnswer['lamp'] {
  if (clock.lamp === 'paused') return 'paused';
  const at = clock.stoppedAt ?? now;
  if (clock.dueAt !== null && at > clock.dueAt) return 'red';
  if (clock.warnAt !== null && at >= clock.warnAt) return 'amber';
  return 'green';
}
