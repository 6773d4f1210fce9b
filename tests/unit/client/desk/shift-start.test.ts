import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShiftStart } from '#client/desk/handover/shift-start.ts';
import { offeredClaims } from '#client/shift/offered-claims.ts';
import { sectionsOf } from '#client/shift/sheet-lines.ts';
import { startedFrom, toBeSigned } from '#client/shift/waiting-handovers.ts';
import type { HandoverAnswer, HandoverHead } from '#wire/http/handover.ts';
import { exampleHandover, exampleHandoverHead } from '#wire/http/handover-examples.ts';

const NOW = exampleHandoverHead.at + 60_000;
const comes = { ...exampleHandoverHead.leaves, id: 'han', name: '韩' };
const head = (rest: Partial<HandoverHead>): HandoverHead => ({ ...exampleHandoverHead, ...rest });

describe('handovers that wait', () => {
  it('are others’, unsigned, and not older than a day', () => {
    const list = [
      head({ id: 'a' }),
      head({ id: 'b', mine: true }),
      head({ id: 'c', comes }),
      head({ id: 'd', at: NOW - 25 * 3_600_000 }),
    ];
    expect(toBeSigned(list, NOW).map(({ id }) => id)).toEqual(['a']);
  });

  it('are what a shift started from once one has signed, until it is put away', () => {
    expect(startedFrom([head({ id: 'a' }), head({ id: 'b', comes })], 'han')?.id).toBe('b');
    expect(startedFrom([head({ comes, putAwayAt: NOW })], 'han')).toBeNull();
    expect(startedFrom([head({ comes })], 'li')).toBeNull();
  });
});

describe('what the desk shows first', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function desk(handovers: HandoverHead[]) {
    const state = { handovers, answer: exampleHandover, read: 0, away: [] as string[] };
    const start = new ShiftStart(
      'han',
      {
        list: async () => ({ handovers: state.handovers }),
        read: async () => {
          state.read += 1;
          return state.answer;
        },
        putAway: async (id) => {
          state.away.push(id);
          state.handovers = [head({ comes, putAwayAt: NOW })];
        },
      },
      () => NOW,
    );
    return { state, start };
  }

  it('is the handover that was signed for, read again when a case of it moves and only then', async () => {
    const { state, start } = desk([head({ comes })]);
    await start.look();
    expect([start.value.handover?.now.open, state.read]).toEqual([1, 1]);
    state.answer = { ...exampleHandover, now: { ...exampleHandover.now, open: 0 } };
    start.noteCase('E-another');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.read).toBe(1);
    for (let times = 0; times < 5; times += 1) start.noteCase('E0110-20261122-000123');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([start.value.handover?.now.open, state.read]).toEqual([0, 2]);
  });

  it('is nothing any more once it is put away, and what waits for a name is said', async () => {
    const { state, start } = desk([head({ comes })]);
    await start.look();
    await start.putAway();
    expect([start.value.handover, state.away]).toEqual([null, [exampleHandoverHead.id]]);
    state.handovers = [head({})];
    await start.look();
    expect(start.value.waiting.map(({ id }) => id)).toEqual([exampleHandoverHead.id]);
  });
});

describe('a sheet', () => {
  const none = { place: () => null, category: () => null, department: () => null };

  it('leads from every line to what it is about', () => {
    const sections = sectionsOf(exampleHandover.content, none, 'zh');
    const of = (name: string) => sections.find((one) => one.name === name)?.lines[0];
    expect(of('claims')).toMatchObject({
      href: '/desk?case=E0110-20261122-000123',
      key: 'alert/311',
      mark: 'due-soon',
      who: '周岚',
    });
    expect(of('promises')).toMatchObject({ kind: 'promises.extension', note: '井座同损', who: '郑凯' });
    expect(of('walls')).toMatchObject({ href: '/wall/main/1', kind: 'walls.pushed', name: '大厅', key: null });
  });

  it('offers claims of the one who left that are still theirs', () => {
    const claims = (state: 'open' | 'passed' | 'settled'): HandoverAnswer => ({
      ...exampleHandover,
      now: { ...exampleHandover.now, became: [{ key: 'alert/311', state, by: null, at: null }] },
    });
    expect(offeredClaims(claims('open')).map(({ alertId }) => alertId)).toEqual([311]);
    expect([...offeredClaims(claims('passed')), ...offeredClaims(claims('settled'))]).toEqual([]);
    const others = { ...claims('open'), leaves: { ...exampleHandover.leaves, id: 'li' } };
    expect(offeredClaims(others)).toEqual([]);
  });
});
