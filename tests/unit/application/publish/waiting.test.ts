import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceOrdinals } from '#application/projection/place-scope.ts';
import { WaitingBoard, type TaskHolder } from '#application/projection/waiting-board.ts';
import { WaitingSource } from '#application/publish/waiting-source.ts';
import type { CaseLog } from '#application/ports.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { Move } from '#domain/case/move.ts';
import type { Principal } from '#domain/account/role.ts';
import type { WaitingDelta, WaitingRow, WaitingSnapshot } from '#wire/waiting.ts';
import { FakeSubscriber, liveCity, smallDictionary } from '../../../fixtures/live-city.ts';
import { LiveStore } from '../../../fixtures/live-store.ts';
import { aReport, person, smallPlatform } from '../../../fixtures/small-platform.ts';

const officer = person('duty-officer', { scope: '120101' });
const leader = person('leader');
const office = person('department', { department: 'd1', scope: '120101' });

/** A hub on a log in memory, with the use cases that move its cases; `holders` is what the store knows of tasks. */
function city() {
  const holders: TaskHolder[] = [];
  const asked = { holders: 0 };
  const live = liveCity({
    taskHolders: () => {
      asked.holders += 1;
      return Promise.resolve([...holders]);
    },
  });
  const { clock, hub, log } = live;
  const moves = smallPlatform(() => clock.now(), tellingOf(log));

  function tellingOf(of: CaseLog): CaseLog {
    return { ...of, transact: async (...args) => live.commit(await of.transact(...args)) };
  }

  async function move(number: string, what: Move, who: Principal): Promise<void> {
    await clock.goTo(clock.now() + 1_000);
    const done = await moves.move(number, what, who);
    if (!done.ok) throw new Error(JSON.stringify(done));
  }

  return {
    ...live,
    holders,
    asked,
    move,
    reported: async (id: string, channel: 'public' | 'collector' = 'collector'): Promise<string> => {
      const [answer] = await moves.reports([aReport(id, { reportedAt: clock.now(), channel })]);
      return answer?.status === 'accepted' ? answer.caseNumber : '';
    },
    disposing: async (number: string): Promise<string> => {
      await move(number, { move: 'accept' }, officer);
      await move(number, { move: 'file', categoryKey: 'gbt30428.2-2013:event:0110', conditionNo: 2 }, officer);
      await move(number, { move: 'dispatch', department: 'd1', supporting: [], note: '' }, officer);
      return number;
    },
    watch: (who: Principal): LiveStore => {
      const store = new LiveStore();
      const subscriber = new FakeSubscriber();
      subscriber.send = (message) => store.take(message);
      expect(hub.subscribe(subscriber, who, 'waiting')).toEqual({ ok: true });
      return store;
    },
  };
}

const keys = (store: LiveStore): string[] => [...store.waiting.keys()].sort();

describe('the topic of what waits for somebody', () => {
  it('carries a request from asked to answered, to whoever sees the case, with the clock that runs on', async () => {
    const here = city();
    await here.hub.start();
    const [desk, elsewhere, own, other] = [
      here.watch(officer),
      here.watch(person('dispatcher', { scope: '120102' })),
      here.watch(office),
      here.watch(person('department', { department: 'd2' })),
    ];
    const number = await here.disposing(await here.reported('a'));
    const ask: Move = { move: 'ask', kind: 'extension', reason: '缺配件', until: null, instance: null };
    await here.move(number, ask, office);
    await here.pace.pass(500);
    expect(keys(desk)).toEqual(['request/1/1']);
    expect([keys(own), keys(elsewhere), keys(other)]).toEqual([['request/1/1'], [], []]);
    const summary = here.hub.openCases()[0]!;
    expect(desk.waiting.get('request/1/1')).toMatchObject({
      ...{ queue: 'request', kind: 'extension', no: 1, reason: '缺配件', by: 'department', caseNumber: number },
      ...{ department: 'd1', dueAt: summary.stageClock?.dueAt, basis: 'working', stage: 'dispose' },
    });
    await here.move(number, { move: 'answer', request: 1, granted: false, reason: '时限充足' }, officer);
    await here.pace.pass(500);
    expect([desk.waitingTotal, keys(desk), keys(own)]).toEqual([0, [], []]);
  });

  it('carries supervisions until they are replied to or lifted, and appeals on cases that have ended', async () => {
    const here = city();
    await here.hub.start();
    const desk = here.watch(officer);
    const number = await here.disposing(await here.reported('a'));
    const replyBy = here.clock.now() + 3_600_000;
    await here.move(number, { move: 'supervise', level: null, reason: '久拖', replyBy }, officer);
    await here.move(number, { move: 'supervise', level: null, reason: '再督', replyBy: null }, leader);
    await here.pace.pass(500);
    expect(
      [...desk.waiting.values()].map((row) => row.queue === 'supervision' && [row.no, row.level, row.dueAt]),
    ).toEqual([
      [1, 1, replyBy],
      [2, 2, null],
    ]);
    await here.move(number, { move: 'reply', supervision: 1, text: '今晚' }, office);
    await here.move(number, { move: 'lift-supervision', reason: '已办' }, officer);
    await here.pace.pass(500);
    expect(keys(desk)).toEqual([]);

    await here.clock.goTo(here.clock.now() + 9 * 86_400_000);
    await here.move(number, { move: 'feed-back', note: '', media: [] }, office);
    await here.move(number, { move: 'check', passed: true, note: '', media: [] }, person('collector'));
    await here.move(number, { move: 'close', note: '', forced: false }, officer);
    await here.move(number, { move: 'ask', kind: 'appeal', reason: '停电', until: null, instance: null }, office);
    await here.pace.pass(500);
    expect([...desk.waiting.values()]).toMatchObject([{ kind: 'appeal', stage: 'closed', dueAt: null }]);
    const late = liveCity({}, here.state);
    await late.hub.start();
    const store = new LiveStore();
    const subscriber = new FakeSubscriber();
    subscriber.send = (message) => store.take(message);
    late.hub.subscribe(subscriber, officer, 'waiting');
    expect([...store.waiting.values()]).toEqual([...desk.waiting.values()]);
  });

  it('carries verification and check with who has them, asking the store once for all who look and never for nobody', async () => {
    const here = city();
    await here.hub.start();
    const number = await here.reported('a', 'public');
    await here.move(number, { move: 'accept' }, person('operator'));
    await here.pace.pass(7_000);
    expect(here.asked.holders).toBe(0);
    const [desk, second] = [here.watch(officer), here.watch(officer)];
    await here.pace.pass(3_100);
    expect(here.asked.holders).toBe(1);
    expect(desk.waiting.get('task/1')).toMatchObject({ kind: 'verify', collector: null, taken: false });
    here.holders.push({ caseId: 1, collector: 'C-1', taken: false });
    await here.pace.pass(3_300);
    expect(desk.waiting.get('task/1')).toMatchObject({ collector: 'C-1', taken: false });
    here.holders[0] = { caseId: 1, collector: 'C-1', taken: true };
    const deltas = desk.counts.delta;
    await here.pace.pass(3_300);
    expect(second.waiting.get('task/1')).toMatchObject({ collector: 'C-1', taken: true });
    await here.pace.pass(6_000);
    // What has not changed is not told again.
    expect(desk.counts.delta).toBe(deltas + 1);
    await here.move(number, { move: 'verify', found: true, media: [] }, person('collector'));
    await here.pace.pass(500);
    expect(keys(desk)).toEqual([]);
  });
});

const step = fc.record({ id: fc.integer({ min: 1, max: 12 }), requests: fc.nat(3), gone: fc.boolean(), at: fc.nat(2) });

describe('a page that can bear only so many rows', () => {
  it('holds as many of them as it can, exactly as they are, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (steps, most) => {
        const places = new PlaceOrdinals(smallDictionary);
        const board = new WaitingBoard(places);
        const scope = places.scopeOf('120101')!;
        const source = new WaitingSource(board, scope, most);
        const page = new Map<string, WaitingRow>();
        steps.forEach(({ id, requests, gone, at }, version) => {
          for (const change of board.put(summary(id, version, gone ? 0 : requests, at))) source.waitingChanged(change);
          if (version % 2 === 0) return;
          const none: WaitingDelta = { total: 0, put: [], removed: [] };
          const { total, put, removed } = (source.delta()?.body ?? none) as WaitingDelta;
          for (const key of removed) page.delete(key);
          for (const row of put) page.set(row.key, row);
          const truth = [...board.rows()].filter((one) => scope.sees(one.place, one.row.department));
          expect(page.size).toBe(Math.min(most, truth.length));
          for (const [key, row] of page) expect(truth.find((one) => one.row.key === key)?.row).toEqual(row);
          if (put.length > 0) expect(total).toBe(truth.length);
          expect(new Map(rowsOf(source).map((row) => [row.key, row]))).toEqual(page);
        });
      }),
    );
  });
});

function rowsOf(source: WaitingSource): WaitingRow[] {
  return (source.snapshot().body as WaitingSnapshot).rows;
}

function summary(id: number, version: number, requests: number, at: number): CaseSummary {
  const subdistrictCode = ['120101001', '120101002', '120102001'][at] as string;
  const waits = Array.from({ length: requests }, (_, index) => ({
    no: index + 1,
    kind: 'void',
    by: office,
    at: version,
  }));
  return {
    ...{ id, version, number: String(id), phase: 'dispose', conduct: 'own', stageClock: null, supervisionLevel: 0 },
    place: { districtCode: subdistrictCode.slice(0, 6), subdistrictCode },
    ...(requests > 0 && { waits: { requests: waits, supervisions: [] } }),
  } as unknown as CaseSummary;
}
