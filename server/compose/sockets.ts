import type { Server } from 'node:http';
import type { Config } from '#config';
import type { Auth } from '#adapters/auth/auth.ts';
import { isOwnPage } from '#adapters/http/origin.ts';
import { attachSocketServer } from '#adapters/socket/attach.ts';
import type { Metrics } from '#adapters/telemetry/metrics.ts';
import type { Platform } from '#application/platform.ts';
import type { Clock } from '#application/ports.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import type { City } from './city.ts';
import type { Cluster } from './cluster.ts';

/** The live way in and out, and what it and the picture count for Prometheus. */
export function openSockets(
  httpServer: Server,
  config: Config,
  parts: {
    hub: LiveHub;
    platform: Platform;
    auth: Auth;
    cluster: Cluster;
    clock: Clock;
    city: City;
    metrics: Metrics;
    build: string;
    nodeId: string;
    simulated: boolean;
    onFault: (what: string, error: unknown) => void;
  },
): { close(): Promise<void> } {
  const { hub, platform, auth, cluster, clock, city, metrics, build, nodeId, simulated, onFault } = parts;
  const sockets = attachSocketServer({
    httpServer,
    hub,
    authenticate: ({ headers, auth: given }) => {
      const web = new Headers();
      for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') web.set(name, value);
      if (typeof given['key'] === 'string') web.set('authorization', `Bearer ${given['key']}`);
      return auth.principalOf(web);
    },
    isOwnPage: (request) => isOwnPage(request, config),
    execute: (who, command) => platform.execute(who, command, 'socket'),
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
    armedDeadlines: () => platform.deadlines.armed,
    ownsDeadlines: () => platform.deadlines.owner,
    sockets: () => sockets.connections(),
  });
  return sockets;
}
