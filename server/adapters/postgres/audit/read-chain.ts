import type { Pool, PoolClient } from 'pg';
import type { ChainEnd, ChainedLine } from '#application/audit-trail/chain.ts';
import { verifyChain, type Verified } from '#application/audit-trail/verify.ts';
import { chainedLineOf, HEAD_COLUMNS, headOf, LINE_COLUMNS, type LineRow } from './lines.ts';

const BATCH = 5_000;
/** Enough to name; more only counts. */
const MOST_LOOSE = 1_000;

/** Recounts a store's whole chain as it stood at one moment, while others go on writing. Rejects when it cannot be read. */
export async function verifyStored(pool: Pool, noted: ChainEnd | null = null): Promise<Verified> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const heads = await client.query<Parameters<typeof headOf>[0] & object>(
      `SELECT ${HEAD_COLUMNS} FROM audit_head WHERE id = 1`,
    );
    const loose = await client.query<{ id: string }>(
      `SELECT id FROM audit_line WHERE no IS NULL ORDER BY id LIMIT ${MOST_LOOSE}`,
    );
    const facts = { ...headOf(heads.rows[0]), loose: loose.rows.map(({ id }) => id) };
    return await verifyChain(facts, batches(client), noted);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

async function* batches(client: PoolClient): AsyncGenerator<ChainedLine[]> {
  for (let after = '-1'; ;) {
    const { rows } = await client.query<LineRow>(
      `SELECT ${LINE_COLUMNS} FROM audit_line WHERE no > $1 ORDER BY no LIMIT ${BATCH}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(chainedLineOf);
    after = last.no;
  }
}
