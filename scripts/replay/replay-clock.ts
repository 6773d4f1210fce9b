import type { Clock } from '#application/ports.ts';
import { createClock } from '#adapters/memory/clock.ts';

/** Virtual time that stands still until it is set going: a server takes seconds to start, and those are none of it. */
export type ReplayClock = { clock: Clock; setGoing(): void };

/** @param startAt epoch ms; `speed`: virtual seconds a second. */
export function createReplayClock(startAt: number, speed: number): ReplayClock {
  let going: Clock | null = null;
  const waiting = new Set<{ at: number; run: () => void; cancel: () => void }>();
  return {
    clock: {
      now: () => going?.now() ?? startAt,
      setAlarm(at, run) {
        if (going !== null) return going.setAlarm(at, run);
        const alarm = { at, run, cancel: () => void waiting.delete(alarm) };
        waiting.add(alarm);
        return () => alarm.cancel();
      },
    },
    setGoing() {
      if (going !== null) return;
      going = createClock({ startAt, speed });
      for (const alarm of waiting) alarm.cancel = going.setAlarm(alarm.at, alarm.run);
      waiting.clear();
    },
  };
}
