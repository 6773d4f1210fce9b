import type { WallShare } from '#application/wall/wall-store.ts';
import type { RedisLink } from './redis-link.ts';

/** Tells the other nodes that a wall has changed; what changed they read from the store. */
export function createRedisWallShare(link: RedisLink): WallShare {
  return {
    share: () => link.say('walls', Buffer.alloc(0)),
    onChange: (listener) => link.hear('walls', listener),
  };
}
