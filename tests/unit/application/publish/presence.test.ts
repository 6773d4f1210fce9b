import { describe, expect, it } from 'vitest';
import { UpHandlers } from '#adapters/socket/up-handlers.ts';
import type { SocketSubscriber } from '#adapters/socket/socket-subscriber.ts';
import { DeskSeats, type DeskSeat, type SeatShare } from '#application/publish/desk-seats.ts';
import type { Principal } from '#domain/account/role.ts';
import type { Load } from '#wire/load.ts';
import type { Presence } from '#wire/presence.ts';
import { PROTOCOL_VERSION, type Topic } from '#wire/protocol.ts';
import { FakeSubscriber, liveCity } from '../../../fixtures/live-city.ts';
import { person } from '../../../fixtures/small-platform.ts';

type City = ReturnType<typeof liveCity>;

function follow<Body>(city: City, who: Principal, topic: Topic) {
  const subscriber = new FakeSubscriber();
  expect(city.hub.subscribe(subscriber, who, topic)).toEqual({ ok: true });
  return {
    latest: () =>
      (subscriber.got.findLast((message) => 'topic' in message && message.topic === topic) as { body?: Body })
        .body as Body,
  };
}

/** A desk that somebody opens, over the socket's own handlers. */
async function openDesk(city: City, who: Principal) {
  const subscriber = new FakeSubscriber();
  const handlers = new UpHandlers(
    {
      ...{ hub: city.hub, now: () => city.clock.now(), build: 'b', nodeId: 'n', simulated: true },
      ...{ timeZone: 'Asia/Shanghai', dictionaryVersion: () => 'd', execute: () => Promise.reject(new Error('none')) },
    },
    subscriber as unknown as SocketSubscriber,
    who,
    '10.0.0.9',
  );
  await handlers.answer('hello', { protocol: PROTOCOL_VERSION, build: 'b', face: 'desk' });
  return {
    attend: (caseId: number | null) => handlers.answer('attend', { caseId }),
    leave: () => city.hub.leave(subscriber),
  };
}

describe('presence', () => {
  it('is seen by all within a second, and ends with the desk', async () => {
    const city = liveCity();
    await city.hub.start();
    const caseId = await city.report({ subdistrict: '120101001' });
    const duty = person('duty-officer', { id: 'zhou', name: '周岚' });
    const seen = follow<Presence>(city, person('leader'), 'presence');
    const desk = await openDesk(city, duty);
    const second = await openDesk(city, duty);
    await desk.attend(caseId);
    await city.pace.pass(1_000);
    expect(seen.latest().people).toEqual([{ id: 'zhou', name: '周岚', role: 'duty-officer', caseIds: [caseId] }]);
    desk.leave();
    await city.pace.pass(1_000);
    expect(seen.latest().people).toEqual([{ id: 'zhou', name: '周岚', role: 'duty-officer', caseIds: [] }]);
    second.leave();
    await city.pace.pass(1_000);
    expect(seen.latest().people).toEqual([]);
    city.hub.stop();
  });

  it('of a case goes only to whoever may see that case', async () => {
    const city = liveCity();
    await city.hub.start();
    const caseId = await city.report({ subdistrict: '120101001', department: 'd1' });
    const desk = await openDesk(city, person('duty-officer', { id: 'zhou' }));
    await desk.attend(caseId);
    const own = follow<Presence>(city, person('department', { department: 'd1', scope: '120101' }), 'presence');
    const other = follow<Presence>(city, person('department', { department: 'd2', scope: '120101' }), 'presence');
    const elsewhere = follow<Presence>(city, person('leader', { scope: '120102' }), 'presence');
    await city.pace.pass(1_000);
    expect(own.latest().people[0]?.caseIds).toEqual([caseId]);
    expect(other.latest().people[0]?.caseIds).toEqual([]);
    expect(elsewhere.latest().people[0]?.caseIds).toEqual([]);
    city.hub.stop();
  });

  it('of another node is forgotten when that node falls silent', () => {
    let now = 0;
    const heard: ((node: string, seats: readonly DeskSeat[]) => void)[] = [];
    const said: (readonly DeskSeat[])[] = [];
    const share: SeatShare = {
      share: (seats) => void said.push(seats),
      onSeats: (listener) => {
        heard.push(listener);
        return () => undefined;
      },
    };
    const seats = new DeskSeats(() => now, share);
    const other = {
      id: 'han',
      name: '韩雪',
      role: 'dispatcher',
      scope: '120101',
      department: null,
      caseId: 4,
    } as const;
    seats.sit({}, person('duty-officer', { id: 'zhou' }));
    heard[0]?.('b', [other, { ...other, caseId: null }]);
    expect(seats.officersOf('120000')).toBe(2);
    expect(seats.officersOf('120102')).toBe(1);
    expect(said.at(-1)).toMatchObject([{ id: 'zhou', caseId: null }]);
    now = 9_001;
    expect(seats.officersOf('120000')).toBe(1);
    seats.stop();
  });
});

describe('the load of a scope', () => {
  it('counts what was raised there by those on duty, and what became of it', async () => {
    const city = liveCity({
      alertLives: () =>
        Promise.resolve([
          {
            ...{ id: 900, caseId: 77, instance: 1, round: 0, threshold: 'timeout' as const, department: null },
            ...{ dueAt: 0, resolvedAt: 1, districtCode: '120101', subdistrictCode: null },
          },
        ]),
    });
    await city.hub.start();
    const load = follow<Load>(city, person('leader'), 'load');
    const other = follow<Load>(city, person('leader', { scope: '120102' }), 'load');
    for (let one = 0; one < 12; one++) await city.report({ subdistrict: '120101001' }, 60_000);
    await openDesk(city, person('duty-officer', { id: 'zhou' }));
    await city.clock.goTo(city.clock.now() + 60_001);
    await city.raiseDue();
    await city.pace.pass(6_000);
    expect(load.latest()).toMatchObject({
      officers: 1,
      raised: 24,
      standing: 0,
      floodSince: expect.any(Number) as number,
    });
    expect(other.latest()).toMatchObject({ officers: 1, raised: 0, floodSince: null });
    city.hub.stop();
  });
});
