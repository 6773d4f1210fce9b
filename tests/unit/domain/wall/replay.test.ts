import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone } from '#domain/calendar/zone.ts';
import { arrange } from '#domain/wall/arrange.ts';
import { daySpan, isDay, lastDaySpan, replayAt, REPLAY_ROUND_MS, REPLAY_STEPS } from '#domain/wall/replay.ts';
import { gridWall } from './walls.ts';

const HOUR = 3_600_000;
const zone = openZone('Asia/Shanghai');

describe('a replay', () => {
  it('plays a day of the zone from midnight to midnight', () => {
    expect(daySpan('2026-11-22', zone)).toEqual({
      from: Date.UTC(2026, 10, 21, 16),
      to: Date.UTC(2026, 10, 22, 16),
    });
    const berlin = openZone('Europe/Berlin');
    const { from, to } = daySpan('2026-10-25', berlin);
    expect((to - from) / HOUR).toBe(25);
  });

  it('plays the last 24 hours without a day, the same for walls that begin within ten minutes', () => {
    const one = lastDaySpan(Date.UTC(2026, 10, 23, 4, 31));
    expect(one).toEqual({ from: Date.UTC(2026, 10, 22, 4, 30), to: Date.UTC(2026, 10, 23, 4, 30) });
    expect(lastDaySpan(Date.UTC(2026, 10, 23, 4, 39, 59))).toEqual(one);
  });

  it('shows a step at a time, rests at the end, and begins again with the hours that are the last then', () => {
    const startsAt = Date.UTC(2026, 10, 23, 4, 0);
    const at = (after: number) => replayAt(undefined, startsAt, startsAt + after, zone);
    // What happened in the last minute may still be on its way.
    const end = startsAt - 10 * 60_000;
    expect(at(0)).toMatchObject({ step: 0, at: end - 24 * HOUR, nextAt: startsAt + 400 });
    expect(at(401)).toMatchObject({ step: 1, at: end - 24 * HOUR + 5 * 60_000 });
    expect(at(118_000)).toMatchObject({ step: REPLAY_STEPS, at: end, nextAt: startsAt + REPLAY_ROUND_MS });
    expect(at(REPLAY_ROUND_MS).step).toBe(0);
    expect(at(HOUR).span.to).toBe(end + HOUR);
    // A screen may be told a moment before it begins.
    expect(at(-300).step).toBe(0);
  });

  it('goes forward alone, and its next step is another one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * REPLAY_ROUND_MS }), (after) => {
        const now = replayAt('2026-11-22', 1_000, 1_000 + after, zone);
        expect(now.at).toBeGreaterThanOrEqual(now.span.from);
        expect(now.at).toBeLessThanOrEqual(now.span.to);
        expect(now.nextAt).toBeGreaterThan(1_000 + after);
        const next = replayAt('2026-11-22', 1_000, now.nextAt, zone);
        expect(next.step).toBe(now.step === REPLAY_STEPS ? 0 : now.step + 1);
      }),
    );
  });

  it('knows a day from what is none', () => {
    expect(['2026-11-22', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '', '20261122', '2026-11-22T00:00'].some(isDay)).toBe(false);
  });
});

describe('arranging a replay', () => {
  it('keeps clear of the frame around the wall', () => {
    const wall = gridWall({ columns: 3, rows: 2, bezel: 3.5, viewingDistance: 5_000 });
    const panels = arrange({ kind: 'replay' }, wall);
    expect(panels.map(({ panel }) => panel).sort()).toEqual([
      'focus-map',
      'replay-head',
      'replay-numbers',
      'replay-timeline',
    ]);
    expect(Math.min(...panels.map(({ x }) => x))).toBeGreaterThan(20);
    expect(Math.min(...panels.map(({ y }) => y))).toBeGreaterThan(20);
  });
});
