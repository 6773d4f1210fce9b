import type { LogBell } from '#application/ports.ts';
import type { RedisLink } from './redis-link.ts';

/** Rings of several commits in one turn are one ring. */
export function createRedisBell(link: RedisLink): LogBell {
  let waiting = 0;
  return {
    ring: (position) => {
      if (waiting === 0) {
        setImmediate(() => {
          const body = Buffer.alloc(8);
          body.writeDoubleBE(waiting);
          waiting = 0;
          link.say('log', body);
        });
      }
      waiting = Math.max(waiting, position);
    },
    onRing: (listener) =>
      link.hear('log', (body) => {
        if (body.length === 8) listener(body.readDoubleBE(0));
      }),
  };
}
