import type { Server, Socket } from 'socket.io';
import type { Principal } from '#domain/account/role.ts';
import { screenIdOf, screenOfPrincipal, screenPrincipalId } from '#domain/screen/screen.ts';
import type { ScreenSockets } from '#application/screen/screen-port.ts';
import type { Down } from '#wire/protocol.ts';

/** A screen that was cut off asks again this late: somebody may let it in anew. */
const ASK_AGAIN_MS = 15_000;
const leave: Down = { type: 'leave', reason: 'not-allowed', retryAfterMs: ASK_AGAIN_MS };

/** The room of all connections of somebody, on every node. */
export function roomOf(principalId: string): string {
  return `principal:${principalId}`;
}

/** Who a connection was let in as. */
export function whoseOf(socket: { data: unknown }): Principal {
  return (socket.data as { who: Principal }).who;
}

/** Screens among the connections: told what to do by their rooms, which the cluster's adapter joins across nodes. */
export function screenSockets(io: Server): ScreenSockets {
  const screensHere = (): { socket: Socket; id: string; key: string }[] =>
    [...io.of('/').sockets.values()].flatMap((socket) => {
      const who = whoseOf(socket);
      const place = who.role === 'screen' ? screenOfPrincipal(who.id) : null;
      return place === null ? [] : [{ socket, id: screenIdOf(place), key: who.key ?? '' }];
    });
  return {
    here: () => screensHere().map(({ id, key }) => ({ id, key })),
    order: (id, order) => io.to(roomOf(screenPrincipalId(id))).emit('order', order),
    drop(id) {
      const room = roomOf(screenPrincipalId(id));
      io.to(room).emit('down', leave);
      io.in(room).disconnectSockets(true);
    },
    dropHere(id, key) {
      for (const one of screensHere()) {
        if (one.id !== id || one.key !== key) continue;
        one.socket.emit('down', leave);
        one.socket.disconnect(true);
      }
    },
  };
}
