import { ProblemError } from './problem-error.ts';

/** A page's end as an opaque word; its shape may change, callers only hand it back. */
export function writeCursor(beforeId: number | null): string | null {
  return beforeId === null ? null : Buffer.from(`1:${beforeId}`, 'utf8').toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @throws ProblemError bad-request for anything that `writeCursor` never wrote.
 */
export function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  const found = /^1:(\d{1,10})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const beforeId = found ? Number(found[1]) : null;
  if (beforeId === null || writeCursor(beforeId) !== cursor) {
    throw new ProblemError('bad-request', 'cursor: take it from the answer before', { at: { field: 'cursor' } });
  }
  return beforeId;
}
