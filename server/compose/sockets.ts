import type { IncomingHttpHeaders, Server } from 'node:http';
import type { Config } from '#config';
import type { Principal } from '#domain/account/role.ts';
import { placeOfScreen, type ScreenPlace } from '#domain/screen/screen.ts';
import type { Auth } from '#adapters/auth/auth.ts';
import { clientAddress } from '#adapters/http/client-address.ts';
import { isOwnPage } from '#adapters/http/origin.ts';
import { attachSocketServer, type SocketServer } from '#adapters/socket/attach.ts';
import type { Metrics } from '#adapters/telemetry/metrics.ts';
import { timePaintedCanaries } from '#application/canary/painted-canaries.ts';
import type { Platform } from '#application/platform.ts';
import type { Clock } from '#application/ports.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import type { City } from './city.ts';
import type { Cluster } from './cluster.ts';
import type { Screens } from './screens.ts';

/** The live way in and out, and what it and the picture count for Prometheus. */
export function openSockets(
  httpServer: Server,
  config: Config,
  parts: {
    hub: LiveHub;
    platform: Platform;
    auth: Auth;
    cluster: Cluster;
    screens: Screens;
    clock: Clock;
    city: City;
    metrics: Metrics;
    build: string;
    nodeId: string;
    simulated: boolean;
    onFault: (what: string, error: unknown) => void;
  },
): SocketServer {
  const { hub, platform, auth, cluster, screens, clock, city, metrics, build, nodeId, simulated, onFault } = parts;
  const timePainted = timePaintedCanaries((ms) => metrics.canaryTrip('screen', ms), hub.status().clock.speed);
  const sockets = attachSocketServer({
    httpServer,
    hub,
    authenticate: ({ headers, auth: given }) => {
      const web = webHeadersOf(headers);
      if (typeof given['key'] === 'string') web.set('authorization', `Bearer ${given['key']}`);
      return principalAt(auth, web, placeOfScreen(String(given['screen'])));
    },
    mayAct: async ({ headers }, who) => {
      const now = await auth.principalOf(webHeadersOf(headers));
      return now?.id === who.id && now.role === who.role;
    },
    holds: ({ headers }, who) => auth.holds(webHeadersOf(headers), who),
    onPainted(who, painted) {
      timePainted(who, painted);
      return screens.onPainted(who, painted);
    },
    onPicture: (who, picture) => screens.onPicture(who, picture),
    onLeft: (who) => screens.onLeft(who),
    isOwnPage: (request) => isOwnPage(request, config),
    addressOf: (request) => clientAddress(request, config.trustProxy),
    execute: (who, command, address) => platform.execute(who, command, address),
    now: () => clock.now(),
    build,
    nodeId,
    simulated,
    timeZone: config.timeZone,
    dictionaryVersion: () => city.dictionary.version,
    onFault,
    ...(cluster.socketAdapter !== null && { clusterAdapter: cluster.socketAdapter }),
  });
  metrics.watch({
    openCases: () => hub.sizes().openCases,
    logPosition: () => hub.sizes().position,
    drift: () => hub.status().drift,
    // A picture that no probe ever reached has no age; Prometheus knows NaN for that.
    canaryAge: () => (clock.now() - (hub.canary()?.sentAt ?? NaN)) / 1_000,
    armedDeadlines: () => platform.deadlines.armed,
    ownsDeadlines: () => platform.deadlines.owner,
    sockets: () => sockets.connections(),
  });
  return sockets;
}

/**
 * Who connects. A page at a screen's address is that screen where its browser keeps the key, else the person who is
 * signed in; the key of another screen opens nothing there.
 */
async function principalAt(
  auth: Auth,
  headers: Headers,
  place: ScreenPlace | null,
): Promise<Principal | 'revoked' | null> {
  if (place !== null && !headers.has('authorization')) {
    const screen = await auth.screenAt(headers, place);
    if (screen !== 'none') return screen;
    const known = await auth.principalOf(headers);
    return known?.role === 'screen' ? null : known;
  }
  return auth.principalOf(headers);
}

function webHeadersOf(headers: IncomingHttpHeaders): Headers {
  const web = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') web.set(name, value);
  return web;
}
