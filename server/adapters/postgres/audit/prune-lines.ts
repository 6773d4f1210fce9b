import type { Pool } from 'pg';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { reported } from '../unavailable.ts';
import { appendHeld, inTransaction } from './append-lines.ts';

/**
 * Removes lines that were written before an instant (epoch ms) and that no younger line stands before, and writes a line
 * of its own about it: where the chain now begins, and how many went. Rejects with StoreUnavailable.
 *
 * @returns how many lines were removed.
 */
export async function pruneLines(pool: Pool, before: number, now: number): Promise<number> {
  const client = await reported(pool.connect());
  try {
    return await reported(
      inTransaction(client, async ({ head, removed }) => {
        const kept = await client.query<{ no: string | null }>(
          `SELECT min(no) AS no FROM audit_line WHERE at >= to_timestamp($1::float8 / 1000)`,
          [before],
        );
        const last = kept.rows[0]?.no == null ? head.no : Number(kept.rows[0].no) - 1;
        if (last <= removed.no) return 0;
        await client.query(`SET LOCAL citywall.audit = 'prune'`);
        const ends = await client.query<{ hash: Buffer }>('SELECT hash FROM audit_line WHERE no = $1', [last]);
        const hash = ends.rows[0]?.hash.toString('hex');
        // A chain with a gap is left as it is, for whoever looks into it.
        if (hash === undefined) return 0;
        const { rowCount } = await client.query('DELETE FROM audit_line WHERE no <= $1', [last]);
        await client.query(`UPDATE audit_head SET removed_no = $1, removed_hash = decode($2, 'hex') WHERE id = 1`, [
          last,
          hash,
        ]);
        const line: AuditLine = {
          ...{ at: now, actor: { kind: 'system', id: 'audit', name: 'audit' }, role: 'nobody', act: 'audit.prune' },
          ...{ subject: 'audit', result: 'done', address: '', detail: { lines: rowCount ?? 0, through: last, hash } },
        };
        await appendHeld(client, head, [line]);
        return rowCount ?? 0;
      }),
    );
  } finally {
    client.release();
  }
}
