import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { StoreUnavailable } from '#application/ports.ts';
import type { BlockShelf, PendingClocks } from './restated-blocks.ts';
import { asStoreError, CommitUncertain, isUnavailable } from '../unavailable.ts';

/** Where the log is kept; `patienceMs` is how long to wait for one's turn, and for a holder who says nothing. */
export type LogPlace = { pool: Pool; patienceMs: number; shelf: BlockShelf };

/** The log as its lock holder sees it: `position` is the last one given out, `pending` what rows do not have yet. */
export type Locked = { client: PoolClient; position: number; pending: PendingClocks };

type Head = { position: number; restating: number[]; transaction: string };

// Whoever holds the head row writes alone, so positions follow commit order and have no gaps. The time-outs keep a node
// that hangs in the middle from holding up all others for ever. One text, so one trip.
const beginSql = (patienceMs: number): string => `BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL lock_timeout = ${patienceMs};
SET LOCAL idle_in_transaction_session_timeout = ${patienceMs};
SELECT position::float8 AS position, restating::float8[] AS restating, pg_current_xact_id()::text AS transaction FROM log_head WHERE id = 1 FOR UPDATE`;

const ASK_AGAIN_MS = [0, 50, 200, 500, 1000, 2000];

/**
 * Runs `work` in a transaction that holds the log's lock; commits what it wrote, or rolls back and throws what it threw.
 * Rejects with StoreUnavailable when the database could not be used and nothing was stored; with CommitUncertain when it
 * went away during the commit and could not be asked about it within four seconds.
 */
export async function locked<Result>(place: LogPlace, work: (log: Locked) => Promise<Result>): Promise<Result> {
  const { pool, patienceMs } = place;
  const client = await connected(pool);
  const connection: { broken?: Error } = {};
  // A connection that breaks while it is lent out tells its holder only; unheard, that would end the process.
  const onError = (error: Error): void => void (connection.broken = error);
  client.on('error', onError);
  let transaction = '';
  let written: { result: Result } | undefined;
  try {
    const head = await begin(client, patienceMs);
    transaction = head.transaction;
    const pending = await place.shelf.pending(client, head.restating);
    written = { result: await work({ client, position: head.position, pending }) };
    await client.query('COMMIT');
    return written.result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (connection.broken ??= failure));
    if (written === undefined || connection.broken === undefined) throw asStoreError(connection.broken ?? error);
    if (await wasCommitted(pool, transaction)) return written.result;
    throw new StoreUnavailable('The connection broke during commit; nothing was stored', { cause: error });
  } finally {
    client.off('error', onError);
    client.release(connection.broken);
  }
}

async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asStoreError(error);
  }
}

async function begin(client: PoolClient, patienceMs: number): Promise<Head> {
  // For several statements in one text node-postgres gives several results, which its types leave out.
  const results = (await client.query(beginSql(patienceMs))) as unknown as QueryResult<Head>[];
  const head = results.at(-1)?.rows[0];
  if (head === undefined) throw new Error('log_head has no row: the migrations were not applied');
  return head;
}

/** Asks the database what became of a transaction whose commit got no answer. */
async function wasCommitted(pool: Pool, transaction: string): Promise<boolean> {
  for (const wait of ASK_AGAIN_MS) {
    await pause(wait);
    try {
      const answer = await pool.query<{ status: string | null }>('SELECT pg_xact_status($1::xid8) AS status', [
        transaction,
      ]);
      const status = answer.rows[0]?.status;
      if (status === 'committed') return true;
      if (status === 'aborted') return false;
    } catch (error) {
      // Another server than the one that was asked to commit does not know the number.
      if (!isUnavailable(error)) break;
    }
  }
  throw new CommitUncertain('The connection broke during commit and the database does not say what became of it');
}
