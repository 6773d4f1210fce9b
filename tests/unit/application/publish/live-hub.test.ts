import { describe, expect, it, vi } from 'vitest';
import { MemoryBeatShares } from '#adapters/memory/beat-share.ts';
import { noHistory, type OpenThen } from '#application/projection/day-history.ts';
import { LogState } from '#adapters/memory/log-state.ts';
import { applyTeamFrame } from '#wire/team-frame.ts';
import type { Down, Topic } from '#wire/protocol.ts';
import { FakeSubscriber, aTeam, liveCity } from '../../../fixtures/live-city.ts';
import { LiveStore } from '../../../fixtures/live-store.ts';
import { person } from '../../../fixtures/small-platform.ts';

const leader = person('leader');

/** Follows topics with a store that takes everything as it comes. */
function follow(city: ReturnType<typeof liveCity>, topics: Topic[], who = leader) {
  const store = new LiveStore();
  const subscriber = new FakeSubscriber();
  const send = subscriber.send.bind(subscriber);
  subscriber.send = (message: Down) => {
    send(message);
    store.take(message);
  };
  for (const topic of topics) expect(city.hub.subscribe(subscriber, who, topic)).toEqual({ ok: true });
  return { store, subscriber };
}

describe('the live hub', () => {
  it('sends the first change at once and gathers the rest', async () => {
    const city = liveCity();
    await city.hub.start();
    const { store } = follow(city, ['cases']);
    await city.pace.pass(1_000);
    await city.report();
    city.pace.turn();
    expect(store.cases.length).toBe(1);
    for (let count = 0; count < 5; count++) {
      await city.report();
      city.pace.turn();
    }
    expect(store.counts.delta).toBe(1);
    await city.pace.pass(250);
    expect(store.counts.delta).toBe(2);
    expect(store.cases.length).toBe(6);
  });

  it('gives the very same message to all who may see the same', async () => {
    const city = liveCity();
    await city.hub.start();
    const first = follow(city, ['cases', 'figures', 'notices']);
    const second = follow(city, ['cases', 'figures', 'notices']);
    await city.report();
    await city.pace.pass(2_000);
    const [mine, theirs] = [first.subscriber.got, second.subscriber.got];
    expect(mine.length).toBeGreaterThan(4);
    for (const message of theirs.slice(3)) expect(mine).toContain(message);
  });

  it('shows each viewer only what lies in its reach, also when a case moves over', async () => {
    const city = liveCity();
    await city.hub.start();
    const one = follow(city, ['cases', 'notices', 'figures'], person('leader', { scope: '120101' }));
    const two = follow(city, ['cases', 'notices'], person('leader', { scope: '120102' }));
    const sub = follow(city, ['cases'], person('leader', { scope: '120101002' }));
    const id = await city.report({ subdistrict: '120101001' });
    await city.report({ subdistrict: '120102001' });
    await city.pace.pass(500);
    expect([one.store.cases.length, two.store.cases.length, sub.store.cases.length]).toEqual([1, 1, 0]);
    expect(one.store.figures).toMatchObject({
      open: 1,
      places: [{ code: '120101001', open: 1 }, { code: '120101002' }],
    });
    expect(one.store.notices.map(({ caseId }) => caseId)).toEqual([id]);
    await city.move(id, 'verify', { subdistrict: '120102001' });
    await city.pace.pass(500);
    expect([one.store.cases.length, two.store.cases.length]).toEqual([0, 2]);
  });

  it('shows a department single cases only where they are its own', async () => {
    const city = liveCity();
    await city.hub.start();
    const { store } = follow(city, ['cases', 'notices'], person('department', { department: 'd1' }));
    await city.report({ department: 'd1' });
    await city.report({ department: 'd2' });
    await city.pace.pass(500);
    expect([store.cases.length, store.notices.length]).toEqual([1, 1]);
  });

  it('refuses a source and an unknown place', async () => {
    const city = liveCity();
    await city.hub.start();
    for (const who of [person('source'), person('leader', { scope: '310000' })]) {
      expect(city.hub.subscribe(new FakeSubscriber(), who, 'cases')).toMatchObject({ ok: false, error: 'not-allowed' });
    }
  });

  it('counts lamps as time passes, without any event', async () => {
    const city = liveCity();
    await city.hub.start();
    const { store } = follow(city, ['figures', 'places']);
    await city.report({ subdistrict: '120101001' }, 600_000);
    await city.pace.pass(1_500);
    expect(store.figures).toMatchObject({ open: 1, timedOut: 0 });
    await city.clock.goTo(city.clock.now() + 400_000);
    await city.pace.pass(2_500);
    expect(store.figures?.places[0]).toMatchObject({ warned: 1, timedOut: 0 });
    expect(store.places?.warned[0]).toBe(1);
    await city.clock.goTo(city.clock.now() + 400_000);
    await city.pace.pass(2_500);
    expect(store.figures).toMatchObject({ open: 1, timedOut: 1 });
    expect(store.places?.timedOut[0]).toBe(1);
    expect(store.places?.timedOut[2]).toBe(1);
    expect(store.places?.grids.timedOut[0]).toBe(1);
  });

  it('counts disposals due within an hour and a quarter: the stages before are a matter of minutes as a rule', async () => {
    const city = liveCity();
    await city.hub.start();
    const { store } = follow(city, ['figures']);
    const id = await city.report({}, 600_000);
    await city.pace.pass(1_500);
    expect(store.figures).toMatchObject({ dueWithinHour: 0, dueWithin15: 0 });
    // Due an hour after it was entered.
    await city.move(id, 'dispose');
    await city.pace.pass(1_500);
    expect(store.figures).toMatchObject({ dueWithinHour: 1, dueWithin15: 0 });
    await city.clock.goTo(city.clock.now() + 50 * 60_000);
    await city.pace.pass(2_500);
    expect(store.figures).toMatchObject({ dueWithinHour: 1, dueWithin15: 1 });
  });

  it('groups timeouts on the lane, keeps their numbers and tells who took them', async () => {
    const city = liveCity();
    await city.hub.start();
    const { store } = follow(city, ['lane', 'alerts', 'cases']);
    const first = await city.report({ subdistrict: '120101001' }, 60_000);
    await city.report({ subdistrict: '120101001' }, 60_000);
    await city.clock.goTo(city.clock.now() + 90_000);
    await city.raiseDue();
    await city.pace.pass(1_000);
    expect(store.lane).toMatchObject({
      total: 2,
      untaken: 2,
      groups: [{ no: 1, count: 2, overMs: 30_000, takenBy: null }],
    });
    await city.report({ subdistrict: '120102001' }, 1_000);
    await city.clock.goTo(city.clock.now() + 5_000);
    await city.raiseDue();
    await city.pace.pass(1_000);
    expect(store.lane?.groups.map(({ no, subdistrictCode }) => [no, subdistrictCode])).toEqual([
      [2, '120102001'],
      [1, '120101001'],
    ]);
    for (const { id } of [...store.alerts.values()].filter(
      (row) => row.subdistrictCode === '120101001' && row.threshold === 'timeout',
    )) {
      city.commit(await city.log.take(id, { id: 'w', name: '王' }, city.clock.now()));
    }
    await city.pace.pass(1_000);
    expect(store.lane).toMatchObject({
      untaken: 1,
      groups: [
        { no: 2, takenBy: null },
        { no: 1, takenBy: '王' },
      ],
    });
    expect((store.cases.columns.flags[store.cases.rowOf(first)] as number) & 16).toBe(16);
    await city.move(first, 'verify');
    await city.pace.pass(1_000);
    expect(store.lane?.groups[1]).toMatchObject({ no: 1, count: 1 });
    expect(store.alertTotal).toBe(store.alerts.size);
  });

  it('shows a source that said it is there as fresh, on whichever node it spoke', async () => {
    const shares = new MemoryBeatShares();
    const line = { id: 'hotline', nameZh: '热线', nameEn: 'Hotline', kind: 'cases' as const, beatMs: 10_000 };
    const feeds = [{ ...line, simulated: false, districtCode: null }];
    const state = new LogState();
    const node = () => liveCity({ feeds, beatShare: shares.beatShare() }, state);
    const [one, two] = [node(), node()];
    const stores = [];
    for (const city of [one, two]) {
      await city.hub.start();
      stores.push(follow(city, ['status']).store);
      expect(stores.at(-1)?.status?.feeds[0]).toMatchObject({ receivedAt: null, state: 'late' });
    }
    const at = one.clock.now();
    one.hub.applyBeat({ feed: 'hotline', eventAt: at, receivedAt: at });
    await new Promise((resolve) => setImmediate(resolve));
    for (const [index, city] of [one, two].entries()) {
      await city.pace.pass(1_000);
      expect(stores[index]?.status?.feeds[0]).toMatchObject({ state: 'fresh', receivedAt: at });
    }
  });

  it('says nothing of what it was still reading when it was stopped', async () => {
    let fail: ((error: Error) => void) | null = null;
    let started = false;
    const openAt = () =>
      started ? new Promise<never>((_, reject) => (fail = reject)) : Promise.resolve<OpenThen[]>([]);
    const faults: string[] = [];
    const city = liveCity({ history: { ...noHistory, openAt }, onFault: (what) => void faults.push(what) });
    await city.hub.start();
    started = true;
    const reading = city.hub.readPast();
    await vi.waitFor(() => expect(fail).not.toBeNull());
    city.hub.stop();
    fail!(new Error('closed'));
    await reading;
    expect(faults).toEqual([]);
  });

  it('sends positions as steps, and a whole frame to whoever missed one', async () => {
    const city = liveCity();
    await city.teams.saveRoster('s', [aTeam('t1'), aTeam('t2', '120102')]);
    await city.hub.start();
    const { store, subscriber } = follow(city, ['teams', 'roster']);
    const drive = async (lon: number) => {
      const at = city.clock.now() + 1_000;
      await city.clock.goTo(at);
      city.hub.applyFixes([{ team: 't1', lon, lat: 39.1, at, heading: 90, speed: 3 }], at);
      await city.pace.pass(1_000);
    };
    for (const lon of [117.2, 117.2001, 117.2002]) await drive(lon);
    expect(store.roster?.teams.map(({ code }) => code)).toEqual(['t1', 't2']);
    expect(store.teams?.lon[0]).toBeCloseTo(117_200_200, -1);
    subscriber.backlog = 1e9;
    await drive(117.2003);
    await drive(117.2004);
    subscriber.backlog = 0;
    await drive(117.2005);
    expect(store.teams?.lon[0]).toBeCloseTo(117_200_500, -1);
    expect(city.hub.teamsNow().map(({ state }) => state)).toEqual(['fresh', 'silent']);
    const district = follow(city, ['teams'], person('leader', { scope: '120102' }));
    expect(district.store.teams?.length).toBe(1);
    expect(applyTeamFrame(null, (subscriber.got.at(-1) as { bytes: Uint8Array }).bytes)).toBeNull();
  });

  it('gives up a line that takes nothing, and tells nobody else', async () => {
    const city = liveCity();
    await city.hub.start();
    const good = follow(city, ['cases', 'status']);
    const bad = follow(city, ['cases', 'status']);
    bad.subscriber.backlog = 10_000_000;
    const before = bad.subscriber.got.length;
    for (let second = 0; second < 20; second++) {
      await city.report();
      await city.pace.pass(1_000);
    }
    expect(bad.subscriber.got.slice(before)).toEqual([{ type: 'leave', reason: 'retry-later', retryAfterMs: 1_000 }]);
    expect(bad.subscriber.open).toBe(false);
    expect(good.store.cases.length).toBe(20);
    expect(good.store.status?.at).toBe(city.clock.now());
  });

  it('drops a subscriber that throws, and goes on', async () => {
    const city = liveCity();
    await city.hub.start();
    const bad = follow(city, ['cases']);
    const good = follow(city, ['cases']);
    bad.subscriber.send = () => {
      throw new Error('broken pipe');
    };
    await city.report();
    await city.pace.pass(500);
    expect(good.store.cases.length).toBe(1);
    expect(city.faults).toHaveLength(1);
    expect(city.hub.sizes().subscribers).toBe(1);
  });

  it('tells no notice twice to a screen that comes from a node that was quicker', async () => {
    const state = new LogState();
    const [quick, late] = [liveCity({ nodeId: 'quick' }, state), liveCity({ nodeId: 'late' }, state)];
    await quick.hub.start();
    await late.hub.start();
    const { store } = follow(quick, ['notices']);
    await quick.report();
    quick.pace.turn();
    const held = store.resume('notices');
    const again = new FakeSubscriber();
    again.send = (message: Down) => store.take(message);
    late.hub.subscribe(again, leader, 'notices', held);
    await late.pace.pass(1_500);
    await late.report();
    await late.pace.pass(500);
    expect(store.notices.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('counts what it and the store differ in, and builds itself anew', async () => {
    let wrong = true;
    const state = new LogState();
    const city = liveCity(
      {
        storeCounts: async () => ({
          position: state.entries.length,
          open: wrong ? 7 : 1,
          byPhase: { accept: 1 },
          openAlerts: 0,
        }),
      },
      state,
    );
    await city.hub.start();
    const { store } = follow(city, ['cases']);
    await city.report();
    await city.pace.pass(35_000);
    expect(city.hub.status().drift).toBe(1);
    wrong = false;
    await city.pace.pass(60_000);
    expect(city.hub.status().drift).toBe(1);
    expect(store.counts.snapshot).toBe(2);
    expect(store.cases.length).toBe(1);
  });

  it('goes on from the store when a remote commit was never told, and when it comes before its own', async () => {
    const state = new LogState();
    const [one, two] = [liveCity({ nodeId: 'one' }, state), liveCity({ nodeId: 'two' }, state)];
    await one.hub.start();
    await two.hub.start();
    const { store } = follow(one, ['cases']);
    await two.report();
    await one.report();
    await one.pace.pass(300);
    expect(store.cases.length).toBe(2);
    await two.report();
    await one.pace.pass(1_500);
    expect(store.cases.length).toBe(3);
  });

  it('says goodbye when it stops', async () => {
    const city = liveCity();
    await city.hub.start();
    const { subscriber } = follow(city, ['cases']);
    city.hub.stop(500);
    expect(subscriber.got.at(-1)).toEqual({ type: 'leave', reason: 'server-stopping', retryAfterMs: 500 });
  });
});
