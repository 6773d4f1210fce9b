import { expect, it } from 'vitest';
import { createMemoryCaseLog } from '#adapters/memory/case-log.ts';
import { LogState } from '#adapters/memory/log-state.ts';
import type { CaseLog } from '#application/ports.ts';
import { kindAge } from '#client/stores/feed-age.ts';
import type { Down } from '#wire/protocol.ts';
import type { Status } from '#wire/figures.ts';
import { FakeSubscriber, liveCity } from '../../../fixtures/live-city.ts';
import { person } from '../../../fixtures/small-platform.ts';

const BEAT = 10_000;
const own = { simulated: false, districtCode: null, beatMs: BEAT };
const feeds = [
  { ...own, id: 'hotline', nameZh: '热线', nameEn: 'Hotline', kind: 'cases' as const },
  { ...own, id: 'crews', nameZh: '队伍', nameEn: 'Crews', kind: 'positions' as const },
];

/** A city whose sources beat and whose screen is connected all the time; what reads the log may be stopped. */
async function city() {
  const state = new LogState();
  const log = createMemoryCaseLog(state);
  let reads: 'well' | 'never' | 'fails' = 'well';
  const readAfter: CaseLog['readAfter'] = (position, limit) => {
    if (reads === 'never') return new Promise(() => undefined);
    if (reads === 'fails') return Promise.reject(new Error('the store is gone'));
    return log.readAfter(position, limit);
  };
  let snapshots = true;
  const snapshot: CaseLog['snapshot'] = () =>
    snapshots ? log.snapshot() : Promise.reject(new Error('the store is gone'));
  const made = liveCity({ feeds, log: { ...log, readAfter, snapshot } }, state);
  await made.hub.start();
  const screen = new FakeSubscriber();
  made.hub.subscribe(screen, person('leader'), 'status');
  const pass = async (seconds: number): Promise<void> => {
    for (let second = 0; second < seconds; second++) {
      await made.clock.goTo(made.clock.now() + 1_000);
      const at = made.clock.now();
      for (const { id } of feeds) made.hub.applyBeat({ feed: id, eventAt: at, receivedAt: at });
      await made.pace.pass(1_000);
    }
  };
  const shown = () => {
    const status = screen.got.findLast((message: Down) => message.type === 'frame') as { body: Status };
    const now = made.clock.now();
    const age = (kind: 'cases' | 'positions') => kindAge(status.body.feeds, kind, now)?.state;
    return { at: status.body.at, cases: age('cases'), positions: age('positions') };
  };
  const set = (how: typeof reads) => (reads = how);
  return { ...made, pass, shown, screen, set, setSnapshots: (can: boolean) => (snapshots = can) };
}

it.each(['never', 'fails'] as const)(
  'a picture that reads its log no more (%s) is stale on a screen that is connected',
  async (how) => {
    const { clock, pass, shown, screen, set } = await city();
    await pass(30);
    expect(shown()).toMatchObject({ cases: 'fresh', positions: 'fresh' });
    set(how);
    await pass(22);
    expect(shown()).toMatchObject({ at: clock.now(), cases: 'stale', positions: 'fresh' });
    expect(screen.isOpen()).toBe(true);
    await pass(90);
    expect(shown()).toMatchObject({ at: clock.now(), cases: 'lost', positions: 'fresh' });
  },
);

it('a picture that reads its log again is fresh again', async () => {
  const { pass, shown, set } = await city();
  set('fails');
  await pass(30);
  expect(shown().cases).toBe('stale');
  set('well');
  await pass(3);
  expect(shown().cases).toBe('fresh');
});

it('a picture that cannot take in what it reads is stale until it could be built anew', async () => {
  const { hub, pass, shown, report, setSnapshots } = await city();
  const { core } = hub as unknown as { core: { apply: () => void } };
  core.apply = () => {
    throw new Error('a projection that is broken');
  };
  setSnapshots(false);
  await report();
  await pass(25);
  expect(shown().cases).toBe('stale');
  setSnapshots(true);
  await pass(3);
  expect(shown().cases).toBe('fresh');
});
