import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attachSocketServer } from '#adapters/socket/attach.ts';
import { PlaceOrdinals } from '#application/projection/place-scope.ts';
import { AlertSource } from '#application/publish/alert-source.ts';
import { CaseSource } from '#application/publish/case-source.ts';
import { HeatSource } from '#application/publish/heat-source.ts';
import { NoticeChannel } from '#application/publish/notice-channel.ts';
import { PlaceSource } from '#application/publish/place-source.ts';
import { PresenceSource } from '#application/publish/presence-source.ts';
import { RosterSource, TeamSource } from '#application/publish/team-source.ts';
import { WaitingSource } from '#application/publish/waiting-source.ts';
import { WallSource } from '#application/publish/wall-source.ts';
import type { Principal } from '#domain/account/role.ts';
import { smallDictionary } from '../../../fixtures/live-city.ts';
import { Listener, type Leak } from '../../../fixtures/marker-audience.ts';
import { DEPARTMENTS, DISTRICTS, markerCity } from '../../../fixtures/marker-city.ts';
import { person } from '../../../fixtures/small-platform.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Everybody who may be at a socket: each role, each part of the city, pages that keep to a part of their reach. */
function audience(officer: ReturnType<typeof markerCity>['officer']): { who: Principal; place?: string }[] {
  const screen = (scope: string): Principal => ({
    ...person('screen', { id: `screen-${scope}`, scope }),
    kind: 'source',
  });
  return [
    { who: person('leader', { id: 'city-leader' }) },
    { who: person('duty-officer', { id: 'city-duty' }), place: '120102' },
    { who: person('administrator', { id: 'city-admin' }) },
    { who: screen('120000') },
    { who: screen('120101002') },
    ...DISTRICTS.flatMap((district) => [
      { who: officer(district, 'duty-officer') },
      { who: officer(district, 'dispatcher') },
      { who: officer(district, 'collector') },
      { who: officer(district, 'operator'), place: `${district}001` },
      { who: screen(district) },
      ...DEPARTMENTS[district].map((department) => ({ who: officer(district, 'department', department) })),
    ]),
    ...DEPARTMENTS['120101'].map((department) => ({
      who: person('department', { id: `city-${department}`, department }),
    })),
  ];
}

/** Who may follow nothing at all. */
const SHUT_OUT: Principal[] = [
  person('auditor', { id: 'auditor' }),
  person('security-administrator', { id: 'security' }),
  { ...person('source', { id: 'hotline' }), kind: 'source' },
];

async function watched(seed: number) {
  const city = markerCity(seed);
  await city.start();
  const people = audience(city.officer);
  const byId = new Map([...people.map(({ who }) => who), ...SHUT_OUT].map((who) => [who.id, who]));
  const http = createServer((_request, response) => response.end());
  const sockets = attachSocketServer({
    httpServer: http,
    hub: city.hub,
    authenticate: async ({ auth }) => byId.get(String(auth['who'])) ?? null,
    execute: () => Promise.reject(new Error('nobody acts here')),
    now: () => city.clock.now(),
    ...{ build: 'b', nodeId: 'n', simulated: true, timeZone: 'Asia/Shanghai', dictionaryVersion: () => 'small' },
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const leaks: Leak[] = [];
  const listeners = people.map((one) => new Listener({ url, leaks, ...one }));
  const shutOut = SHUT_OUT.map((who) => new Listener({ url, leaks, who }));
  stops.push(async () => {
    for (const { client } of [...listeners, ...shutOut]) client.close();
    city.hub.stop();
    await sockets.close();
    http.closeAllConnections();
    http.close();
  });
  await Promise.all([...listeners, ...shutOut].map(({ client }) => client.until(() => client.settled)));
  return { city, listeners, shutOut, leaks };
}

type Watched = Awaited<ReturnType<typeof watched>>;

function heard({ listeners }: Watched): number {
  return listeners.reduce((sum, { messages }) => sum + messages, 0);
}

/** Lets the city live until so many messages have reached the sockets, or something did that should not have. */
async function liveUntil(world: Watched, messages: number): Promise<void> {
  const { city, listeners, leaks } = world;
  for (let round = 0; heard(world) < messages && leaks.length === 0 && round < 50_000; round++) {
    await city.live(6);
    for (const { client } of listeners.slice(round % 7, (round % 7) + 1)) {
      if (round % 5 === 0) await client.ask('attend', { caseId: city.cases.at(-1)?.id ?? null });
    }
    await city.pace.pass(250);
    if (round % 10 === 0) for (const listener of listeners) listener.readFrames();
  }
}

type Made = Readonly<Record<string, (...given: never[]) => unknown>>;

/** Breaks a method: it answers this instead, whoever asks. */
function answer(of: object, method: string, instead: (self: PlaceOrdinals, ...given: unknown[]) => unknown): void {
  const methods = of as Record<string, (...given: unknown[]) => unknown>;
  vi.spyOn(methods, method).mockImplementation(function (this: PlaceOrdinals, ...given: unknown[]) {
    return instead(this, ...given);
  });
}

/** Breaks a method: what it works on reaches over the whole city. */
function widen(of: object, method: string): void {
  const work = (of as Made)[method] as (...given: unknown[]) => unknown;
  answer(of, method, (self, ...given) => {
    const scope: unknown = Reflect.get(self, 'scope');
    Reflect.set(self, 'scope', typeof scope === 'string' ? '120000' : city);
    return work.call(self, ...given);
  });
}
const city = new PlaceOrdinals(smallDictionary).scopeOf('120000');

describe('what belongs to a district', () => {
  it('reaches nobody of another one, in any of 100,000 messages', async () => {
    const world = await watched(7);
    await liveUntil(world, 100_000);
    for (const listener of world.listeners) listener.readFrames();
    expect(world.leaks).toEqual([]);
    expect(heard(world)).toBeGreaterThanOrEqual(100_000);

    const { city, listeners, shutOut } = world;
    const bytes = listeners.reduce((sum, listener) => sum + listener.bytes, 0);
    const said = listeners.map(({ byTopic, faults }) => ({ topics: byTopic, faults }));
    process.stdout.write(`${heard(world)} messages, ${bytes} bytes at ${listeners.length} sockets, no mark astray\n`);
    // It only proves something where every topic carried something, and to everybody who may follow it.
    for (const { topics } of said) expect(topics.size).toBeGreaterThanOrEqual(9);
    for (const topic of ['cases', 'alerts', 'waiting', 'notices', 'teams', 'presence', 'lane'])
      expect(said[0]?.topics.get(topic), topic).toBeGreaterThan(100);
    // On a wall nobody's name and nothing that somebody wrote is needed: it does not get there.
    for (const [at, { who }] of audience(city.officer).entries())
      for (const topic of ['alerts', 'waiting', 'presence', 'load'])
        expect(said[at]?.topics.has(topic), `${who.id} ${topic}`).toBe(who.role !== 'screen');
    expect(city.faults).toEqual([]);
    for (const { messages, faults } of shutOut) {
      expect(messages).toBe(0);
      expect(faults).toHaveLength(15);
    }
  }, 180_000);

  const { scopeOf } = PlaceOrdinals.prototype;
  const mutants: [what: string, breakIt: () => unknown][] = [
    ['the reach of who follows', () => answer(PlaceOrdinals.prototype, 'scopeOf', (of) => scopeOf.call(of, '120000'))],
    [
      'what is a department’s own',
      () => answer(PlaceOrdinals.prototype, 'scopeOf', (of, code) => scopeOf.call(of, String(code))),
    ],
    ['the place of alerts', () => answer(AlertSource.prototype, 'shows', () => true)],
    ['the place of cases', () => widen(CaseSource.prototype, 'snapshot')],
    ['the place of what waits', () => answer(WaitingSource.prototype, 'shows', () => true)],
    ['the place of news', () => widen(NoticeChannel.prototype, 'next')],
    ['the place of desks', () => widen(PresenceSource.prototype, 'make')],
    ['the place of walls', () => widen(WallSource.prototype, 'make')],
    ['the place of heat', () => widen(HeatSource.prototype, 'caseChanged')],
    ['the place of counts', () => widen(PlaceSource.prototype, 'make')],
    ['the district of teams', () => widen(TeamSource.prototype, 'make')],
    ['the district of names of teams', () => widen(RosterSource.prototype, 'make')],
  ];
  it.each(mutants)(
    'is missed here once nobody looks at %s',
    async (_what, breakIt) => {
      breakIt();
      const world = await watched(11);
      await liveUntil(world, 20_000);
      for (const listener of world.listeners) listener.readFrames();
      expect(world.leaks).not.toEqual([]);
    },
    60_000,
  );
});
