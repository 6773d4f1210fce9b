import type { Pool, PoolClient } from 'pg';
import type { ClockedCase } from '#application/ports.ts';
import { reported } from '../unavailable.ts';
import { readClockedTexts } from './clocked-text.ts';
import { OPEN_SQL } from './read.ts';
import type { BlockShelf, PendingClocks } from './restated-blocks.ts';

const PAGE = 5_000;

const FETCH = `FETCH ${PAGE} FROM clocked`;

/** A cursor takes no parameters; `since` is epoch ms and may be infinite. */
function cursorSql(since: number): string {
  const later = (clock: string): string =>
    `(c.${clock}_round IS NOT NULL AND coalesce(c.${clock}_due_at > to_timestamp('${since}'::float8 / 1000), TRUE))`;
  return `DECLARE clocked NO SCROLL CURSOR FOR SELECT c.clocked FROM city_case c
    WHERE ${OPEN_SQL} AND c.clocked IS NOT NULL AND (${later('stage')} OR ${later('whole')})`;
}

/** See CaseLog.clocked. */
export async function* readClocked(
  pool: Pool,
  shelf: BlockShelf,
  since: number,
): AsyncGenerator<readonly ClockedCase[]> {
  const client = await reported(pool.connect());
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await reported(
      client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL cursor_tuple_fraction = 1'),
    );
    const pending = await reported(shelf.pendingNow(client));
    // What rows do not have yet may be due later than they say.
    await reported(client.query(cursorSql(pending.blocks.length > 0 ? -Infinity : since)));
    // The next page is on its way while this one is counted.
    let next = fetchPage(client);
    for (;;) {
      const page = await next;
      if (page.length === 0) break;
      next = fetchPage(client);
      next.catch(() => undefined);
      const cases = readClockedTexts(page.map(([text]) => text ?? ''));
      yield pending.blocks.length === 0 ? cases : cases.map((one) => newest(one, pending));
    }
  } finally {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    client.off('error', onError);
    client.release(broken);
  }
}

async function fetchPage(client: PoolClient): Promise<readonly string[][]> {
  const { rows } = await reported(client.query<[string]>({ text: FETCH, rowMode: 'array' }));
  return rows;
}

/** The same with what its row does not have yet. */
function newest(one: ClockedCase, pending: PendingClocks): ClockedCase {
  const clocks = pending.of(one.id, one.version).at(-1)?.clocks;
  return clocks === undefined ? one : { ...one, ...clocks, version: clocks.version + 1 };
}
