import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Principal } from '#domain/account/role.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import type { ScreenSockets } from '#application/screen/screen-port.ts';
import { up, type Ack, type Down, type UpName } from '#wire/protocol.ts';
import { guardedParser } from './guarded-parser.ts';
import { roomOf, screenSockets, whoseOf } from './screen-sockets.ts';
import { SocketSubscriber } from './socket-subscriber.ts';
import { TokenBucket } from './token-bucket.ts';
import { UpHandlers, refused, type UpParts } from './up-handlers.ts';

/** What a connection shows of itself before it is let in. */
export type Handshake = {
  headers: IncomingMessage['headers'];
  auth: Record<string, unknown>;
  address: string;
  url: string;
};

export type SocketParts = UpParts & {
  httpServer: HttpServer;
  hub: LiveHub;
  /** Null: nobody we know. revoked: somebody whose right ended. Rejects when that cannot be looked up now. */
  authenticate: (handshake: Handshake) => Promise<Principal | 'revoked' | null>;
  /** Whether what somebody came in by still stands; asked now and then of every person. Rejects when it cannot be said. */
  holds?: (handshake: Handshake, who: Principal) => Promise<boolean>;
  /** How often; a minute where nothing is said. Ms. */
  sweepMs?: number;
  /** Whether a person may act now: the session stands and was used not too long ago. Rejects when it cannot be said. */
  mayAct?: (handshake: Handshake, who: Principal) => Promise<boolean>;
  /** Where a connection comes from; without it, the other end of its socket. */
  addressOf?: (request: IncomingMessage) => string;
  /** A connection ended. */
  onLeft?: (who: Principal) => void;
  /** Whether a browser page of this origin may connect. Without it: pages of the same host only. */
  isOwnPage?: (request: IncomingMessage) => boolean;
  /** Joins the servers of a cluster for closing sockets anywhere (adapters/redis); none for one server alone. */
  clusterAdapter?: unknown;
};

export type SocketServer = ScreenSockets & {
  /** Closes every connection of somebody whose right ended, on all nodes. */
  revoke(principalId: string): void;
  connections(): number;
  /** Says goodbye to all and closes; the http server stays open. */
  close(): Promise<void>;
};

/** Messages up are small; a body of this size is no message of ours. */
const mostUpBytes = 64 * 1024;
/** Messages a connection may send at once, and a second after that. */
const burst = 60;
const perSecond = 20;

/**
 * Serves the live protocol at /socket.io/ of a shared http server. WebSocket only: long polling would need a balancer
 * that keeps a page on one node. One packet a message, encoded and framed once for all who get it.
 */
export function attachSocketServer(parts: SocketParts): SocketServer {
  const io = new Server(parts.httpServer, {
    path: '/socket.io/',
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: mostUpBytes,
    connectTimeout: 10_000,
    pingInterval: 5_000,
    pingTimeout: 10_000,
    parser: guardedParser,
    allowRequest: (request, allow) => allow(null, (parts.isOwnPage ?? isSameHost)(request)),
    ...(parts.clusterAdapter ? { adapter: parts.clusterAdapter as never } : {}),
  });
  io.use((socket, next) => {
    const { headers, auth, address, url } = socket.handshake;
    parts.authenticate({ headers, auth, address, url }).then(
      (who) => {
        if (who === 'revoked') return next(new Error('not-allowed'));
        socket.data = { who };
        next(who ? undefined : new Error('not-signed-in'));
      },
      (error: unknown) => {
        parts.onFault?.('a connection could not be checked', error);
        next(new Error('retry-later'));
      },
    );
  });
  const sweep = setInterval(() => void endLapsed(io, parts), parts.sweepMs ?? SWEEP_MS);
  sweep.unref();
  io.on('connection', (socket) => serve(socket, whoseOf(socket), parts));
  return {
    ...screenSockets(io),
    revoke: (principalId) => io.in(roomOf(principalId)).disconnectSockets(true),
    connections: () => io.of('/').sockets.size,
    close: async () => {
      clearInterval(sweep);
      io.of('/').local.disconnectSockets(true);
      io.engine.close();
      await io.of('/').adapter.close();
    },
  };
}

function serve(socket: Socket, who: Principal, parts: SocketParts): void {
  const subscriber = new SocketSubscriber(socket);
  const address = parts.addressOf?.(socket.request) ?? socket.handshake.address;
  const handlers = new UpHandlers(parts, subscriber, who, address);
  const bucket = new TokenBucket(burst, perSecond, () => performance.now());
  void socket.join(roomOf(who.id));
  for (const name of Object.keys(up) as UpName[]) {
    socket.on(name, (...args: unknown[]) => {
      const reply = args.at(-1);
      const answer = typeof reply === 'function' ? (reply as (ack: unknown) => void) : () => undefined;
      const wait = bucket.take();
      if (wait > 0) {
        answer(refused('retry-later', 'too many messages', wait));
        return;
      }
      const answered =
        name === 'command'
          ? actAs(socket, who, parts, () => handlers.answer(name, args[0]))
          : handlers.answer(name, args[0]);
      answered.then(answer, (error: unknown) => {
        parts.onFault?.(`${name} failed`, error);
        answer(refused('retry-later', 'the server failed to answer', 1_000));
      });
    });
  }
  socket.on('disconnect', () => {
    parts.hub.leave(subscriber);
    parts.onLeft?.(who);
  });
}

/** Lets an act through where its session is in use; where it was left for too long, the connection ends. */
async function actAs(
  socket: Socket,
  who: Principal,
  { mayAct }: SocketParts,
  act: () => Promise<Ack<unknown>>,
): Promise<Ack<unknown>> {
  const { headers, auth, address, url } = socket.handshake;
  if (who.kind !== 'person' || mayAct === undefined || (await mayAct({ headers, auth, address, url }, who)))
    return act();
  // After the answer: it says why nothing was done.
  setImmediate(() => leaveSignedOut(socket));
  return refused('not-signed-in', 'sign in again: the session ended or was not used for too long');
}

function leaveSignedOut(socket: Socket): void {
  socket.emit('down', LAPSED);
  socket.disconnect(true);
}

/** A session that ended is at most this long on the live connections that it opened. */
const SWEEP_MS = 60_000;

/** Closes the connections of people whose sessions ended, one after the other. */
async function endLapsed(io: Server, { holds, onFault }: SocketParts): Promise<void> {
  if (holds === undefined) return;
  for (const socket of [...io.of('/').sockets.values()]) {
    const who = whoseOf(socket);
    if (who.kind !== 'person') continue;
    const { headers, auth, address, url } = socket.handshake;
    try {
      if (await holds({ headers, auth, address, url }, who)) continue;
    } catch (error) {
      // Nobody is sent away because the store does not answer.
      onFault?.('sessions of live connections could not be checked', error);
      return;
    }
    leaveSignedOut(socket);
  }
}

const LAPSED: Down = { type: 'leave', reason: 'not-signed-in', retryAfterMs: 1_000 };

/** A browser always says which page asks; what says nothing is no browser and carries no one's cookies unasked. */
function isSameHost({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}
