import { describe, expect, it } from 'vitest';
import { isEmptyScene, type Seen } from '#application/wall/emptiness.ts';
import { playedDays } from '#application/wall/played-days.ts';
import { createReplays, ReplayRefused, type ReplayStore } from '#application/wall/replay.ts';
import type { Principal } from '#domain/account/role.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { ReplaySpan } from '#domain/wall/replay.ts';
import { decodeReplay } from '#wire/replay-frame.ts';
import { replayColumns } from '../../wire/replay-columns.ts';

const zone = openZone('Asia/Shanghai');
const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 23, 4, 0);
const person = (scope: string): Principal => ({
  kind: 'person',
  id: 'u1',
  name: '值班长',
  role: 'duty-officer',
  scope,
  department: null,
});

function room(found: 'few' | 'too-many' | 'nothing' = 'few') {
  let now = NOON;
  let running = 0;
  const asked: { span: ReplaySpan; place: string | null }[] = [];
  const store: ReplayStore = {
    async columns(span, place) {
      asked.push({ span, place });
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return found === 'too-many'
        ? null
        : replayColumns({ ...span, cases: [{ reportedAt: span.from / 1_000 + 1, endedAt: 0 }] });
    },
    hasCases: async () => found !== 'nothing',
  };
  const at = (): number => now;
  return { replays: createReplays({ store, zone, now: at }), store, asked, at, pass: (ms: number) => (now += ms) };
}

describe('replays', () => {
  it('read a span once for all screens of a place, and anew after ten minutes', async () => {
    const { replays, asked, pass } = room();
    const day = { day: '2026-11-22' };
    const [one, other] = await Promise.all([
      replays.frame(person('120000'), day, null),
      replays.frame(person('120000'), day, '120000'),
    ]);
    expect(one).toBe(other);
    expect(decodeReplay(one)).toMatchObject({ from: Date.UTC(2026, 10, 21, 16), to: Date.UTC(2026, 10, 22, 16) });
    await replays.frame(person('120000'), day, '120104');
    await replays.frame(person('120104'), day, null);
    expect(asked.map(({ place }) => place)).toEqual([null, '120104']);
    pass(11 * MINUTE);
    await replays.frame(person('120000'), day, null);
    expect(asked).toHaveLength(3);
  });

  it('ask for the last 24 hours on full ten minutes', async () => {
    const { replays, asked } = room();
    await replays.frame(person('120000'), { until: NOON - 3 * MINUTE }, null);
    await replays.frame(person('120000'), { until: NOON - 9 * MINUTE }, null);
    expect(asked.map(({ span }) => span.to)).toEqual([NOON - 10 * MINUTE]);
  });

  it('refuse a day that is not over, and more cases than a screen is sent', async () => {
    const { replays } = room('too-many');
    const refusal = (query: { day: string } | { until: number }) =>
      replays.frame(person('120000'), query, null).catch((error: unknown) => error as ReplayRefused);
    expect(await refusal({ day: '2026-11-23' })).toMatchObject({ code: 'bad-argument' });
    expect(await refusal({ until: NOON + 10 * MINUTE })).toMatchObject({ code: 'bad-argument' });
    expect(await refusal({ day: '2026-11-22' })).toMatchObject({ code: 'too-many-items' });
    expect(await refusal({ day: '2026-11-22' })).toBeInstanceOf(ReplayRefused);
  });

  it('fall through on a day without cases or not over, and stand until it is known', async () => {
    const { store, at, pass } = room('nothing');
    const wasAnyOpen = playedDays({ store, zone, now: at, onError: (error) => expect.fail(String(error)) });
    const seen = { wasAnyOpen } as Seen;
    const isEmpty = (target?: string): boolean =>
      isEmptyScene(target === undefined ? { kind: 'replay' } : { kind: 'replay', target }, '120000', seen);
    expect(isEmpty('2026-11-23')).toBe(true);
    expect(isEmpty('2026-02-31')).toBe(true);
    expect([isEmpty(), isEmpty('2026-11-22')]).toEqual([false, false]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect([isEmpty(), isEmpty('2026-11-22')]).toEqual([true, true]);
    // What was imported since is seen in its time.
    store.hasCases = async () => true;
    pass(11 * MINUTE);
    expect(isEmpty()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(isEmpty()).toBe(false);
  });
});
