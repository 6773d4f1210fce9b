import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReplayFilm } from '#client/replay/replay-film.ts';
import { ReplayPlayer, type ReadFilm, type ReplayMoment } from '#client/replay/replay-player.ts';
import type { FilmFault } from '#client/replay/read-film.ts';
import { replayColumns } from '../../wire/replay-columns.ts';

const ZONE = 'Asia/Shanghai';
const BEGAN = Date.UTC(2026, 10, 23, 4, 0, 0);
const scene = { kind: 'replay' } as const;

/** A screen whose page opened at its own time, with the server's clock. */
function screen(read?: ReadFilm) {
  const asked: number[] = [];
  const clock = { now: () => Date.now(), speed: 1 };
  const player = new ReplayPlayer(
    clock,
    read ??
      (async (span) => {
        asked.push(span.to);
        return new ReplayFilm(
          replayColumns({ ...span, cases: [{ reportedAt: span.from / 1_000 + 36_000, endedAt: 0 }] }),
        );
      }),
  );
  const moments: ReplayMoment[] = [];
  player.follow((moment) => moments.push(moment));
  return { player, moments, asked, last: () => moments.at(-1) };
}

describe('a player of past days', () => {
  beforeEach(() => void vi.useFakeTimers({ now: BEGAN }));
  afterEach(() => void vi.useRealTimers());

  it('shows the same step on every screen, whenever its page was opened', async () => {
    const one = screen();
    one.player.play(scene, BEGAN, ZONE);
    await vi.advanceTimersByTimeAsync(7_130);
    const other = screen();
    other.player.play(scene, BEGAN, ZONE);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(other.last()?.now).toEqual(one.last()?.now);
    expect(one.last()?.now.step).toBe(142);
    expect([one, other].map(({ last }) => last()?.film?.counts.open)).toEqual([1, 1]);
    // Every step came once, in turn.
    const steps = one.moments.map(({ now }) => now.step).filter((step, index, all) => step !== all[index - 1]);
    expect(steps).toEqual(Array.from({ length: 143 }, (_, step) => step));
  });

  it('asks for the next hours before the round that needs them begins', async () => {
    const { player, asked, last } = screen();
    player.play(scene, BEGAN, ZONE);
    // Of the rounds of two minutes the one that begins at twelve past is the next with other hours.
    const spans = [BEGAN - 10 * 60_000, BEGAN, BEGAN + 10 * 60_000];
    await vi.advanceTimersByTimeAsync(12 * 60_000 - 5_000);
    expect(asked).toEqual(spans.slice(0, 2));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual(spans);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(last()).toMatchObject({ now: { step: 0, span: { to: BEGAN + 10 * 60_000 } } });
    expect(last()?.film).not.toBeNull();
    expect(asked).toEqual(spans);
  });

  it('says what it waits for, and asks again after a fault', async () => {
    const answers: (FilmFault | null)[] = ['away', 'too-many', null];
    const { player, last } = screen(async (span) => {
      const fault = answers.shift();
      return fault ?? new ReplayFilm(replayColumns({ ...span, cases: [] }));
    });
    const stop = player.play(scene, BEGAN, ZONE);
    expect(player.state.value).toEqual({ at: 'reading' });
    await vi.advanceTimersByTimeAsync(100);
    expect(player.state.value).toMatchObject({ at: 'failed' });
    await vi.advanceTimersByTimeAsync(11_000);
    expect(player.state.value).toMatchObject({ at: 'ready' });
    expect(last()?.film?.counts.open).toBe(0);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
