import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimerWheel } from '../../../../server/application/deadline/wheel.ts';

const ORIGIN = 1_700_000_000_000;
const TICK = 4;

const acts = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('arm' as const),
      timer: fc.nat(60),
      delay: fc.oneof(fc.nat(3_000), fc.nat(20_000_000)),
    }),
    fc.record({ act: fc.constant('cancel' as const), timer: fc.nat(60), delay: fc.constant(0) }),
    fc.record({
      act: fc.constant('advance' as const),
      timer: fc.constant(0),
      delay: fc.oneof(fc.nat(50), fc.nat(5_000_000)),
    }),
  ),
  { maxLength: 120 },
);

describe('the timer wheel', () => {
  it('fires exactly what a plain list would, never early, at most a tick late', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const wheel = new TimerWheel(ORIGIN, TICK);
        const armed = new Map<number, number>();
        let now = ORIGIN;
        for (const { act, timer, delay } of list) {
          if (act === 'arm') {
            wheel.arm(timer, now + delay);
            armed.set(timer, now + delay);
          } else if (act === 'cancel') {
            wheel.cancel(timer);
            armed.delete(timer);
          } else {
            now += delay;
            wheel.advance(now, (fired) => {
              expect(armed.get(fired)).toBeLessThanOrEqual(now);
              armed.delete(fired);
            });
            for (const due of armed.values()) expect(due).toBeGreaterThan(now - 2 * TICK);
          }
          expect(wheel.size).toBe(armed.size);
          const next = wheel.nextAt();
          const soonest = Math.min(...armed.values());
          if (next === null) expect(armed.size).toBe(0);
          else expect(next).toBeLessThanOrEqual(Math.max(soonest, now) + 2 * TICK);
        }
        wheel.advance(now + 30_000_000, (fired) => armed.delete(fired));
        expect([...armed]).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reaches 198 days at 4 ms and says when an instant is past that', () => {
    const wheel = new TimerWheel(ORIGIN, TICK);
    wheel.arm(1, ORIGIN + 198 * 86_400_000);
    expect(() => wheel.arm(2, ORIGIN + 200 * 86_400_000)).toThrow(RangeError);
    const fired: number[] = [];
    wheel.advance(ORIGIN + 199 * 86_400_000 - 1_000_000, (timer) => fired.push(timer));
    expect(fired).toEqual([1]);
  });
});
