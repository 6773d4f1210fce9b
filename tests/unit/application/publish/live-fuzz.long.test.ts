import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryBells } from '#adapters/memory/bell.ts';
import { LogState } from '#adapters/memory/log-state.ts';
import { STAGES } from '#domain/case/stage.ts';
import type { CaseColumns } from '#wire/columns.ts';
import type { Down, Topic } from '#wire/protocol.ts';
import { FakeSubscriber, aTeam, liveCity, subdistricts } from '../../../fixtures/live-city.ts';
import { LiveStore } from '../../../fixtures/live-store.ts';
import { person } from '../../../fixtures/small-platform.ts';

const topics: Topic[] = ['cases', 'alerts', 'notices', 'figures', 'places', 'heat', 'teams', 'roster', 'lane'];

/** A screen that may lose its line, come back to either node, or read slowly. */
class Screen {
  readonly store = new LiveStore();
  readonly who;
  private subscriber = new FakeSubscriber();

  constructor(scope: string) {
    this.who = person('leader', { scope });
  }

  connect(city: ReturnType<typeof liveCity>): void {
    this.drop();
    const subscriber = new FakeSubscriber();
    this.subscriber = subscriber;
    const send = subscriber.send.bind(subscriber);
    subscriber.send = (message: Down) => {
      send(message);
      this.store.take(message);
    };
    for (const topic of topics) {
      expect(city.hub.subscribe(subscriber, this.who, topic, this.store.resume(topic)).ok).toBe(true);
    }
  }

  drop(): void {
    this.subscriber.open = false;
  }

  slow(slow: boolean): void {
    this.subscriber.backlog = slow ? 1e9 : 0;
  }
}

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('report' as const),
      node: fc.nat(1),
      at: fc.nat(2),
      dueIn: fc.integer({ min: 1, max: 90 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      node: fc.nat(1),
      pick: fc.nat(),
      phase: fc.constantFrom(...STAGES, 'closed' as const, 'void' as const),
      at: fc.nat(2),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 10, max: 1_500 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('connect' as const), screen: fc.nat(3), node: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), screen: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('slow' as const), screen: fc.nat(3), slow: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take' as const), node: fc.nat(1), pick: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fix' as const),
      node: fc.nat(1),
      east: fc.integer({ min: -900, max: 900 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rebuild' as const), node: fc.nat(1) }) },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function sortedRows(columns: CaseColumns): string[] {
  return Array.from({ length: columns.length }, (_, row) =>
    [
      columns.id,
      columns.lon,
      columns.lat,
      columns.category,
      columns.place,
      columns.phase,
      columns.flags,
      columns.warnAt,
      columns.dueAt,
      columns.reportedAt,
    ]
      .map((column) => column[row])
      .join(),
  ).sort();
}

async function play(acts: Act[]): Promise<void> {
  const state = new LogState();
  const bells = new MemoryBells();
  const nodes = [0, 1].map((at) => liveCity({ nodeId: `n${at}`, bell: bells.bell() }, state));
  for (const { teams, hub } of nodes) {
    await teams.saveRoster('s', [aTeam('t1'), aTeam('t2', '120102')]);
    await hub.start();
  }
  const node = (at: number) => nodes[at] as (typeof nodes)[number];
  const screens = ['120000', '120101', '120102', '120101002'].map((scope) => new Screen(scope));
  const seen = screens.map(() => 0);
  const idOf = (pick: number) => (state.cases.size === 0 ? 0 : 1 + (pick % state.cases.size));
  for (const each of acts) {
    if (each.do === 'report') {
      await node(each.node).report(
        { subdistrict: subdistricts[each.at] as string, position: { lon: 117.2 + each.at / 50, lat: 39.1 } },
        each.dueIn * 1_000,
      );
    } else if (each.do === 'move') {
      const open = state.cases.get(idOf(each.pick))?.summary;
      if (open && STAGES.some((stage) => stage === open.phase)) {
        await node(each.node).move(open.id, each.phase, { subdistrict: subdistricts[each.at] as string });
      }
    } else if (each.do === 'pass') for (const { pace } of nodes) await pace.pass(each.ms);
    else if (each.do === 'wait') {
      for (const { clock } of nodes) await clock.goTo(clock.now() + each.seconds * 1_000);
      await node(0).raiseDue();
    } else if (each.do === 'connect') screens[each.screen]?.connect(node(each.node));
    else if (each.do === 'drop') screens[each.screen]?.drop();
    else if (each.do === 'slow') screens[each.screen]?.slow(each.slow);
    else if (each.do === 'take') {
      const alerts = state.unresolved().filter(({ status }) => status === 'open');
      const alert = alerts[each.pick % Math.max(1, alerts.length)];
      if (alert)
        node(each.node).commit(await node(each.node).log.take(alert.id, { id: 'w', name: '王' }, node(0).clock.now()));
    } else if (each.do === 'fix') {
      const at = node(0).clock.now();
      for (const { hub } of nodes)
        hub.applyFixes([{ team: 't1', lon: 117.2 + each.east / 1e5, lat: 39.1, at, heading: null, speed: null }], at);
    } else await node(each.node).hub.rebuild('a test asks for it');
  }
  screens.forEach((screen, at) => {
    screen.connect(node(at % 2));
    seen[at] = screen.store.notices.length;
  });
  for (const { pace } of nodes) await pace.pass(6_000);
  for (const [at, screen] of screens.entries()) {
    const fresh = new Screen(screen.who.scope);
    fresh.connect(node(at % 2));
    const { store } = screen;
    expect(sortedRows(store.cases.columns)).toEqual(sortedRows(fresh.store.cases.columns));
    expect([...store.alerts.values()].sort((a, b) => a.id - b.id)).toEqual(
      [...fresh.store.alerts.values()].sort((a, b) => a.id - b.id),
    );
    expect(store.alertTotal).toBe(store.alerts.size);
    expect(store.figures).toMatchObject({ open: store.cases.length });
    for (const topic of ['places', 'heat', 'teams', 'roster', 'lane'] as const)
      expect(store[topic]).toEqual(fresh.store[topic]);
    const numbers = store.notices.map(({ seq }) => seq);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(store.lostNotices).toBe(0);
  }
  const city = (screens[0] as Screen).store;
  const open = state.open();
  expect(city.cases.length).toBe(open.length);
  expect(city.alerts.size).toBe(state.unresolved().length);
  for (const { hub, faults } of nodes) {
    expect(faults).toEqual([]);
    expect(hub.status().drift).toBe(0);
    expect(hub.figuresFor('120000')?.open).toBe(open.length);
  }
}

describe('any history of a city of two nodes', () => {
  it('leaves every screen with what the server has, whatever was dropped, slow, restarted or rebuilt', async () => {
    await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 80, size: 'max' }), play), {
      numRuns: 40,
      endOnFailure: true,
      seed: 21,
    });
  }, 120_000);
});
