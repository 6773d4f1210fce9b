import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floodsOf, loadOf, LOAD_SPAN_MS, type AlertLife } from '#domain/alert/load.ts';
import { DEFAULT_LOAD_LIMITS, LIMIT_SOURCES } from '#domain/alert/load-limits.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 23, 6);
const limits = DEFAULT_LOAD_LIMITS;

const life = (raisedAt: number, change: Partial<AlertLife> = {}): AlertLife => ({
  clock: String(raisedAt),
  raisedAt,
  endedAt: null,
  ...change,
});
const instants = fc
  .array(fc.integer({ min: -60 * 8, max: 0 }), { maxLength: 150 })
  .map((minutes) => minutes.map((one) => now + one * minute).sort((a, b) => a - b));

describe('floods', () => {
  test('begin with the alert that is one too many and end when enough are ten minutes old', () => {
    const burst = Array.from({ length: 22 }, (_, at) => now - 30 * minute + at * 10_000);
    const [flood, ...more] = floodsOf(burst, 2, limits, now);
    expect(more).toEqual([]);
    // The 21st is the first beyond ten for each of two.
    expect(flood?.from).toBe(burst[20]);
    // Five for each are left when the twelfth is ten minutes old.
    expect(flood?.to).toBe((burst[11] as number) + LOAD_SPAN_MS);
    expect(floodsOf(burst, 3, limits, now)).toEqual([]);
    expect(floodsOf(burst, 2, limits, (burst[21] as number) + minute)).toEqual([{ from: burst[20], to: null }]);
  });

  test('are what looking every minute sees', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 4 }), (raisedAt, officers) => {
        let on = false;
        const looked: boolean[] = [];
        for (let at = now - 8 * hour; at <= now; at += minute) {
          const rate = raisedAt.filter((one) => one > at - LOAD_SPAN_MS && one <= at).length / officers;
          on = on ? rate > limits.calmBelow : rate > limits.floodAbove;
          looked.push(on);
        }
        const floods = floodsOf(raisedAt, officers, limits, now);
        const told = looked.map((_, at) => {
          const instant = now - 8 * hour + at * minute;
          return floods.some(({ from, to }) => from <= instant && (to === null || instant < to));
        });
        expect(told).toEqual(looked);
      }),
    );
  });
});

describe('the load', () => {
  test('is each officer’s part, and nobody on duty counts as one', () => {
    const lives = [1, 2, 3, 11, 12, 59, 61].map((ago) => life(now - ago * minute + 1));
    expect(loadOf(lives, [], 2, limits, now)).toMatchObject({ raised: 3, perOfficer: 1.5, spans: [1, 0, 0, 0, 2, 3] });
    expect(loadOf(lives, [], 0, limits, now)).toMatchObject({ officers: 0, perOfficer: 3 });
  });

  test('tells how much of the shift was flood, and since when it is one', () => {
    const early = Array.from({ length: 11 }, () => life(now - 2 * hour));
    expect(loadOf(early, [], 1, limits, now)).toMatchObject({ floodSince: null, floodShare: 10 / (8 * 60) });
    const late = Array.from({ length: 11 }, () => life(now - minute));
    expect(loadOf(late, [], 1, limits, now)).toMatchObject({ floodSince: now - minute, floodShare: 1 / (8 * 60) });
    expect(loadOf(late, [], 2, limits, now).floodSince).toBeNull();
  });

  test('counts what stands, what nobody takes, what comes again and again, and what is shelved', () => {
    const standing = [
      { raisedAt: now - 25 * hour, taken: true, shelved: false },
      { raisedAt: now - 25 * hour, taken: false, shelved: false },
      { raisedAt: now - 9 * hour, taken: false, shelved: false },
      { raisedAt: now - 90 * hour, taken: false, shelved: true },
    ];
    const again = [50, 30, 10].map((ago) =>
      life(now - ago * minute, { clock: 'a', endedAt: now - (ago - 2) * minute }),
    );
    const twice = [50, 30].map((ago) => life(now - ago * minute, { clock: 'b', endedAt: now - (ago - 2) * minute }));
    const open = [50, 30, 10].map((ago) => life(now - ago * minute, { clock: 'c' }));
    expect(loadOf([...again, ...twice, ...open], standing, 1, limits, now)).toMatchObject({
      ...{ standing: 2, stale: 2, shelved: 1, chattering: 1 },
    });
  });

  test('says of every limit from where it is', () => {
    expect(Object.keys(LIMIT_SOURCES).sort()).toEqual(Object.keys(limits).sort());
    for (const { zh, en } of Object.values(LIMIT_SOURCES))
      for (const source of [zh, en]) expect(source).toMatch(/EEMUA 191|ISA-18\.2|Citywall/);
  });

  test('of ten thousand in one second is counted in less than a tenth of a second', () => {
    const storm = Array.from({ length: 10_000 }, (_, at) => life(now - 1_000 + at / 10));
    const began = performance.now();
    expect(loadOf(storm, [], 4, limits, now)).toMatchObject({ raised: 10_000, perOfficer: 2_500 });
    expect(performance.now() - began).toBeLessThan(100);
  });
});
