import type { Pool } from 'pg';
import type { Config } from '#config';
import { PostgresLease } from '#adapters/postgres/lease.ts';
import { createRedisBell } from '#adapters/redis/bell.ts';
import { createRedisBeatShare } from '#adapters/redis/beat-share.ts';
import { createRedisFixShare } from '#adapters/redis/fix-share.ts';
import { RedisLink } from '#adapters/redis/redis-link.ts';
import { createRedisSeatShare } from '#adapters/redis/seat-share.ts';
import { createSocketCluster } from '#adapters/redis/socket-cluster.ts';
import { createRedisWallShare } from '#adapters/redis/wall-share.ts';
import type { Lease } from '#application/ports.ts';
import type { WallShare } from '#application/wall/wall-store.ts';
import type { LiveHubParts } from '#application/publish/live-parts.ts';

/** What joins this node to others; one node alone needs the lease only. */
export type Cluster = {
  lease: Lease;
  /** How the live pictures of the nodes hear of each other; empty for one node alone. */
  shares: Pick<LiveHubParts, 'bell' | 'fixShare' | 'beatShare' | 'seatShare'>;
  wallShare: WallShare | undefined;
  socketAdapter: unknown;
  close(): void;
};

/** Joins the nodes that share this Postgres, and Redis where there is one. */
export function joinCluster(
  config: Config,
  nodeId: string,
  pool: Pool,
  onFault: (what: string, error: unknown) => void,
): Cluster {
  const lease = new PostgresLease({
    pool,
    name: 'deadlines',
    holder: nodeId,
    onFault: (error) => onFault('the lease could not be renewed', error),
  });
  if (config.redisUrl === null)
    return { lease, shares: {}, wallShare: undefined, socketAdapter: null, close: () => undefined };
  const link = new RedisLink({
    url: config.redisUrl,
    nodeId,
    onState: (up, error) => {
      if (!up) onFault('Redis cannot be reached; nodes hear of each other through Postgres', error);
    },
  });
  const sockets = createSocketCluster(config.redisUrl, (error) => onFault('the socket cluster has lost Redis', error));
  return {
    lease,
    shares: {
      bell: createRedisBell(link),
      fixShare: createRedisFixShare(link),
      beatShare: createRedisBeatShare(link),
      seatShare: createRedisSeatShare(link),
    },
    wallShare: createRedisWallShare(link),
    socketAdapter: sockets.adapter,
    close() {
      sockets.close();
      link.close();
    },
  };
}
