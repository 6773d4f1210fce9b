import pg from 'pg';

/**
 * A pool of connections whose sessions are in UTC. An idle connection that breaks is dropped and replaced on the next
 * use; `onLost` hears of it.
 *
 * @param max the most connections at once.
 */
export function createPool(
  url: string,
  { max = 10, onLost }: { max?: number; onLost?: (error: Error) => void } = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'citywall',
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // Without a listener a broken idle connection would end the process. One that the end of the store cuts while it is
  // being given back is no loss.
  pool.on('error', (error) => {
    if (!pool.ending) onLost?.(error);
  });
  // So would one that breaks while it is lent out and nobody listens to it yet: it may die in the very packet that says
  // it is ready. Whoever holds it hears of it with the next query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
