import type { FixShare } from '#application/publish/live-parts.ts';
import { decodeFixes, encodeFixes } from './fix-body.ts';
import type { RedisLink } from './redis-link.ts';

/** Positions to and from the other nodes. A body that can't be read is left out: the next one replaces it. */
export function createRedisFixShare(link: RedisLink): FixShare {
  return {
    share: (fixes, receivedAt) => link.say('fixes', encodeFixes(fixes, receivedAt)),
    onFixes: (listener) =>
      link.hear('fixes', (body) => {
        const read = decodeFixes(body);
        if (read) listener(read.fixes, read.receivedAt);
      }),
  };
}
