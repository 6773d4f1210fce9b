import type pg from 'pg';
import type { Principal } from '#domain/account/role.ts';
import type { Auth } from '#adapters/auth/auth.ts';
import { createScreenStore } from '#adapters/postgres/screen-store.ts';
import { ScreenBook } from '#application/screen/screen-book.ts';
import type { ScreenPort, ScreenSockets } from '#application/screen/screen-port.ts';
import { createScreens } from '#application/screen/screens.ts';
import type { Painted, ScreenPicture, ScreenStanding } from '#wire/screen.ts';

/** Screens of this node: what they tell goes in, what operators say goes out. */
export type Screens = {
  port: ScreenPort;
  onPainted(who: Principal, painted: Painted): ScreenStanding | null;
  onPicture(who: Principal, picture: ScreenPicture): Promise<boolean>;
  onLeft(who: Principal): void;
  /** Watches over these connections from now on; the returned function ends it. */
  follow(sockets: ScreenSockets): () => Promise<void>;
};

const none: ScreenSockets = {
  here: () => [],
  order: () => undefined,
  drop: () => undefined,
  dropHere: () => undefined,
};

/** The port is there before there are connections: those come last, and go first. */
export function openScreens(parts: {
  pool: pg.Pool;
  auth: Pick<Auth, 'forgetKeys'>;
  nodeId: string;
  onFault: (what: string, error: unknown) => void;
}): Screens {
  const { pool, auth, nodeId, onFault } = parts;
  const store = createScreenStore(pool);
  let current = none;
  const sockets: ScreenSockets = {
    here: () => current.here(),
    order: (id, order) => current.order(id, order),
    drop: (id) => current.drop(id),
    dropHere: (id, key) => current.dropHere(id, key),
  };
  // Screens are real: they are timed by the machine's clock, also where the city's is a replay's.
  const now = (): number => Date.now();
  const book = new ScreenBook({ store, sockets, node: nodeId, now, onFault });
  return {
    port: createScreens({ store, sockets, now, forget: () => auth.forgetKeys() }),
    onPainted: (who, painted) => book.painted(who, painted),
    onPicture: (who, picture) => book.picture(who, picture),
    onLeft: (who) => book.left(who),
    follow(given) {
      current = given;
      const stop = book.follow();
      return async () => {
        await stop();
        current = none;
      };
    },
  };
}
