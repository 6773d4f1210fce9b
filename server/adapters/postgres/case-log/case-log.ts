import type { Pool } from 'pg';
import type { CaseLog } from '#application/ports.ts';
import { reported } from '../unavailable.ts';
import { writeCanary } from './canary.ts';
import { readClocked } from './clocked.ts';
import { raise } from './raise.ts';
import { readAfter, readAlertPlace, readDeadlines, readHead, readSnapshot } from './read.ts';
import { restate } from './restate.ts';
import { BlockShelf } from './restated-blocks.ts';
import { settle } from './settle.ts';
import { returnDue } from './return-alerts.ts';
import { close, pass, release, shelve, take } from './take.ts';
import { transact } from './transact.ts';

/**
 * The event log in Postgres, with the case rows and alerts beside it. Any number of nodes may write: they take turns on
 * one row lock, so batch what arrives within a few milliseconds into one call.
 *
 * @param patienceMs how long a write waits for its turn before it is refused as StoreUnavailable.
 */
export function createCaseLog(pool: Pool, { patienceMs = 10_000 }: { patienceMs?: number } = {}): CaseLog {
  const place = { pool, patienceMs, shelf: new BlockShelf() };
  return {
    transact: (keys, withEvents, decide) => reported(transact(place, keys, withEvents, decide)),
    raise: (due, at) => reported(raise(place, due, at)),
    take: (alertId, by, at) => reported(take(place, alertId, by, at)),
    release: (alertId, by, at) => reported(release(place, alertId, by, at)),
    shelve: (alertId, by, order, at) => reported(shelve(place, alertId, by, order, at)),
    close: (alertId, by, order, at) => reported(close(place, alertId, by, order, at)),
    pass: (alertId, from, to, at) => reported(pass(place, alertId, from, to, at)),
    returnDue: (at, idleMs, limit) => reported(returnDue(place, at, idleMs, limit)),
    canary: (mark) => reported(writeCanary(place, mark)),
    alertPlace: (alertId) => reported(readAlertPlace(pool, alertId)),
    head: async () => (await reported(readHead(pool))).position,
    epoch: async () => (await reported(readHead(pool))).epoch,
    readAfter: (position, limit) => reported(readAfter(pool, position, limit)),
    snapshot: () => reported(readSnapshot(pool, place.shelf)),
    clocked: (since) => readClocked(pool, place.shelf, since),
    restate: (change, cases, asOf) => reported(restate(place, change, cases, asOf)),
    settle: (limit) => reported(settle(place, limit)),
    deadlinesUntil: (until, limit) => reported(readDeadlines(pool, until, limit)),
  };
}
