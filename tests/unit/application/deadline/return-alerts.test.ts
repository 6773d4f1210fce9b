import { describe, expect, it } from 'vitest';
import { shelveAlert } from '#application/case/shelve-alert.ts';
import { keepReturns } from '#application/deadline/return-alerts.ts';
import type { LogEntry } from '#application/ports.ts';
import { liveCity } from '../../../fixtures/live-city.ts';
import { person } from '../../../fixtures/small-platform.ts';

const hour = 3_600_000;

async function raised() {
  const city = liveCity();
  await city.hub.start();
  await city.report({ subdistrict: '120101001' }, 60_000);
  await city.clock.goTo(city.clock.now() + 60_001);
  await city.raiseDue();
  const alerts = await city.log.snapshot();
  const alertId = alerts.alerts.find(({ status }) => status === 'open')?.id ?? 0;
  const committed: LogEntry[] = [];
  const onCommitted = (entries: readonly LogEntry[]): void => {
    committed.push(...entries);
    city.hub.apply(entries);
  };
  const parts = { log: city.log, now: () => city.clock.now(), mostHours: () => 24, onCommitted };
  const shelve = (who: ReturnType<typeof person>, until: number) =>
    shelveAlert(parts, who, alertId, { reason: '等备件', until });
  return { city, alertId, committed, onCommitted, shelve };
}

describe('an alert that is put aside', () => {
  it('is so for a post that answers for alerts, in its place, until an instant that is allowed', async () => {
    const { city, shelve } = await raised();
    const now = city.clock.now();
    expect(await shelve(person('department', { department: 'd1' }), now + hour)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await shelve(person('duty-officer', { scope: '120102' }), now + hour)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    for (const until of [now, now - 1, now + 24 * hour + 1]) {
      expect(await shelve(person('duty-officer'), until)).toMatchObject({
        refusal: { code: 'bad-argument', why: { fault: 'past-shelf', about: '24' } },
      });
    }
    expect(await shelve(person('duty-officer'), now + hour)).toMatchObject({ ok: true });
    expect(city.hub.alertsFor('120000')).toMatchObject([{ status: 'shelved', shelved: { reason: '等备件' } }]);
    city.hub.stop();
  });

  it('comes back at its end by itself, where the deadlines are kept, and the desks see it', async () => {
    const { city, committed, onCommitted, shelve } = await raised();
    await shelve(person('duty-officer', { id: 'zhou', name: '周岚' }), city.clock.now() + hour);
    let held = false;
    const keeper = keepReturns({
      ...{ log: city.log, clock: city.clock, onCommitted, idleMs: () => hour },
      lease: {
        start: () => Promise.resolve(),
        isHeld: () => held,
        onChange: () => () => undefined,
        stop: () => Promise.resolve(),
      },
      onError: (error) => expect(error).toBeUndefined(),
    });
    await city.clock.goTo(city.clock.now() + hour + 2_000);
    expect(committed.map((entry) => entry.kind === 'alert' && entry.change)).toEqual(['shelved']);
    held = true;
    await city.clock.goTo(city.clock.now() + 2_000);
    await keeper.stop();
    expect(committed.map((entry) => entry.kind === 'alert' && entry.change)).toEqual(['shelved', 'returned']);
    expect(city.hub.alertsFor('120000')).toMatchObject([
      { status: 'open', shelved: null, returned: { why: 'shelf-end', from: 'zhou', fromName: '周岚' } },
    ]);
    city.hub.stop();
  });
});
