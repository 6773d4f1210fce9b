import pg from 'pg';
import { StoreUnavailable } from '#application/ports.ts';
import { Prisma } from './generated/client.ts';

/** The store answered neither yes nor no to a commit. Repeating is safe: cases and events are unique by their ids. */
export class CommitUncertain extends StoreUnavailable {
  override name = 'CommitUncertain';
}

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENOENT',
]);

/**
 * SQLSTATEs that say "not now": connection gone or refused (08, 57P), no room (53), no turn (lock timeout, cancelled,
 * deadlock, serialization), or a standby that takes no writes after a failover.
 */
const NOT_NOW = /^(08...|53...|57P0.|57014|55P03|40001|40P01|25006|25P0[34])$/;

/** Whether the database could not be used, as opposed to refusing what it was asked. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  if (error instanceof pg.DatabaseError) return NOT_NOW.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return isPrismaNotNow(error);
  if ('code' in error && typeof error.code === 'string') return SOCKET_CODES.has(error.code);
  // node-postgres says these in words only.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool)/.test(
    error.message,
  );
}

/** Prisma's own numbers (P1xxx: no connection, P2024: none free), and what its driver said behind any other. */
function isPrismaNotNow(error: Prisma.PrismaClientKnownRequestError): boolean {
  if (/^(P1...|P2024|P2034)$/.test(error.code)) return true;
  const driver = error.meta?.['driverAdapterError'];
  const cause: unknown = driver instanceof Error ? driver.cause : undefined;
  if (typeof cause !== 'object' || cause === null || !('originalCode' in cause)) return false;
  return typeof cause.originalCode === 'string' && NOT_NOW.test(cause.originalCode);
}

/** The error to throw: StoreUnavailable when the database could not be used, otherwise the error itself. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !isUnavailable(error)) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(`The database cannot be used now: ${reason}`, { cause: error });
}

/** What was asked of the database, with its failures as the store's callers know them. */
export async function reported<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    throw asStoreError(error);
  }
}
