import { createClient } from 'redis';

export type RedisClient = ReturnType<typeof newRedisClient>;

/** A client that comes back by itself and refuses what cannot be said now: it is not worth saying later. */
export function newRedisClient(url: string) {
  const socket = { connectTimeout: 2_000, reconnectStrategy: (retries: number) => Math.min(50 * 2 ** retries, 1_000) };
  return createClient({ url, disableOfflineQueue: true, socket });
}
