import type { Pool } from 'pg';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { reported } from '../unavailable.ts';
import { appendLines } from './append-lines.ts';
import { LineQueue } from './line-queue.ts';
import { lineOf, type LineRow } from './lines.ts';

/** Writes who did what: one line for every act, refused ones too, each chained to the one before. */
export interface AuditLog {
  /** Resolves when the line is stored; rejects with StoreUnavailable. */
  write(line: AuditLine): Promise<void>;
  /** The newest lines of an act that was done. Rejects with StoreUnavailable. */
  doneOf(act: string, most: number): Promise<AuditLine[]>;
}

/**
 * Lines that come while others are written go together in the next transaction: however many there are, the end of the
 * chain is held once for all of them.
 */
export function createAuditLog({ pool }: { pool: Pool }): AuditLog {
  const queue = new LineQueue(async (lines) => {
    const client = await reported(pool.connect());
    try {
      await reported(appendLines(client, lines));
    } finally {
      client.release();
    }
  });
  return {
    write: (line) => queue.add(line),
    async doneOf(act, most) {
      const { rows } = await reported(
        pool.query<LineRow>(
          `SELECT at, actor_kind, actor_id, actor_name, role, act, subject, result, detail, address
             FROM audit_line WHERE act = $1 AND result = 'done' ORDER BY no DESC LIMIT $2`,
          [act, most],
        ),
      );
      return rows.map(lineOf);
    },
  };
}
