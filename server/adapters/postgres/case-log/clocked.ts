import type { Pool, PoolClient } from 'pg';
import type { ClockedCase } from '#application/ports.ts';
import { reported } from '../unavailable.ts';
import type { Clocked } from './clocked-text.ts';
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
      yield page.map((cells) => clockedCase(cells, pending));
    }
  } finally {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    client.off('error', onError);
    client.release(broken);
  }
}

async function fetchPage(client: PoolClient): Promise<Clocked[]> {
  const { rows } = await reported(client.query<[string]>({ text: FETCH, rowMode: 'array' }));
  return JSON.parse(`[${rows.join(',')}]`) as Clocked[];
}

function clockedCase(
  [id, version, phase, district, stageClock, wholeClock, stage, whole]: Clocked,
  pending: PendingClocks,
): ClockedCase {
  const place = { inside: true, districtCode: district, subdistrictCode: null, communityCode: null, gridCode: null };
  const state = { phase, place, suspended: null, instances: stage === null ? [] : [stage], whole };
  const newest = pending.blocks.length === 0 ? undefined : pending.of(id, version).at(-1)?.clocks;
  if (newest === undefined) return { id, version, stageClock, wholeClock, state };
  return {
    ...{ id, version: newest.version + 1, stageClock: newest.stageClock, wholeClock: newest.wholeClock, state },
  };
}
