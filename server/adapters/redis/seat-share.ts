import { z } from 'zod';
import type { DeskSeat, SeatShare } from '#application/publish/desk-seats.ts';
import { ROLES } from '#domain/account/role.ts';
import type { RedisLink } from './redis-link.ts';

const seatsSchema = z.object({
  node: z.string(),
  seats: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      scope: z.string(),
      department: z.string().nullable(),
      caseId: z.number().nullable(),
    }),
  ),
});

/** Desks to and from the other nodes. A body that can't be read is left out: the next one replaces it. */
export function createRedisSeatShare(link: RedisLink): SeatShare {
  return {
    share: (seats) => link.say('seats', Buffer.from(JSON.stringify({ node: link.nodeId, seats }))),
    onSeats: (listener) =>
      link.hear('seats', (body) => {
        const heard = seatsSchema.safeParse(readJson(body.toString('utf8')));
        if (heard.success) listener(heard.data.node, heard.data.seats satisfies DeskSeat[]);
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
