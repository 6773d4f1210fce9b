'use client';
import { useCallback } from 'react';
import { useDesk } from '../DeskProvider.tsx';
import type { ClockAnswer } from './hero.ts';
import { readClock, type Reading } from './reading.ts';

/**
 * Reads a clock at any instant, between the server's answers too. `receivedAt`: server time of the answer. A late clock
 * runs on from there in its own measure.
 */
export function useReading(clock: ClockAnswer, receivedAt: number): (now: number) => Reading {
  const { time } = useDesk();
  return useCallback(
    (now: number) => {
      const at = clock.stoppedAt === null ? now : Math.min(now, clock.stoppedAt);
      if (clock.dueAt === null || at <= clock.dueAt) return readClock(clock.steps, clock.totalMs, at, null);
      const stands = clock.stoppedAt !== null || clock.lamp === 'paused';
      // The answer may be from before the deadline: what has run since may only begin there.
      const since = Math.max(clock.dueAt, Math.min(receivedAt, at));
      const before = Math.max(0, clock.consumedMs - clock.totalMs);
      const lateMs = before + (stands ? 0 : time.between(clock.basis, since, at));
      const running = !stands && time.between(clock.basis, at, at + 1_000) > 0;
      return readClock(clock.steps, clock.totalMs, at, { lateMs, running });
    },
    [clock, receivedAt, time],
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
