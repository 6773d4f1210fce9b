import { z } from 'zod';
import type { BeatShare } from '#application/publish/live-parts.ts';
import type { RedisLink } from './redis-link.ts';

const beatSchema = z.object({ feed: z.string(), eventAt: z.number(), receivedAt: z.number() });

/** Beats to and from the other nodes. A body that can't be read is left out: the next one replaces it. */
export function createRedisBeatShare(link: RedisLink): BeatShare {
  return {
    share: (beat) => link.say('beats', Buffer.from(JSON.stringify(beat))),
    onBeat: (listener) =>
      link.hear('beats', (body) => {
        const beat = beatSchema.safeParse(readJson(body.toString('utf8')));
        if (beat.success) listener(beat.data);
      }),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
