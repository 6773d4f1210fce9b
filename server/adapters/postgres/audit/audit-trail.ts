import type { Pool } from 'pg';
import type { AuditFilter, AuditTrail } from '#application/audit-trail/audit-trail.ts';
import type { Verified } from '#application/audit-trail/verify.ts';
import { reported } from '../unavailable.ts';
import { chainedLineOf, LINE_COLUMNS, type LineRow } from './lines.ts';
import { verifyStored } from './read-chain.ts';

/** The audit as its reader asks it. */
export function createAuditTrail(pool: Pool, keptDays: number | null): AuditTrail {
  let verifying: Promise<Verified> | null = null;
  return {
    keptDays,
    async search(filter, { before, limit }) {
      const { conditions, values } = conditionsOf(filter);
      if (before !== null) conditions.push(`no < $${values.push(before)}`);
      const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
      const { rows } = await reported(
        pool.query<LineRow>(
          `SELECT ${LINE_COLUMNS} FROM audit_line ${where} ORDER BY no DESC LIMIT $${values.push(limit + 1)}`,
          values,
        ),
      );
      const lines = rows.slice(0, limit).map(chainedLineOf);
      return { lines, nextBefore: rows.length > limit ? (lines.at(-1)?.no ?? null) : null };
    },
    async acts() {
      // One step of the index for each act: a plain DISTINCT would read every line.
      const { rows } = await reported(
        pool.query<{ act: string }>(
          `WITH RECURSIVE step (act) AS (
             (SELECT act COLLATE "C" FROM audit_line ORDER BY act COLLATE "C" LIMIT 1)
             UNION ALL
             SELECT (SELECT act COLLATE "C" FROM audit_line WHERE act COLLATE "C" > step.act
                      ORDER BY act COLLATE "C" LIMIT 1) FROM step
              WHERE step.act IS NOT NULL
           )
           SELECT act FROM step WHERE act IS NOT NULL`,
        ),
      );
      return rows.map(({ act }) => act);
    },
    verify() {
      verifying ??= reported(verifyStored(pool)).finally(() => (verifying = null));
      return verifying;
    },
  };
}

/** Every condition is one that an index answers: beginnings are spans of text in the database's own byte order. */
function conditionsOf({ who, act, subject, result, since, until }: AuditFilter): {
  conditions: string[];
  values: unknown[];
} {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const begins = (column: string, text: string): string =>
    `(${column} COLLATE "C" >= ${put(text)} AND ${column} COLLATE "C" < ${put(`${text}\u{10FFFF}`)})`;
  const conditions: string[] = ['no IS NOT NULL'];
  if (who !== null) {
    conditions.push(
      `(actor_id = ${put(who)} OR actor_id = (SELECT id FROM account WHERE username = ${put(who.toLowerCase())})
        OR ${begins('actor_name', who)})`,
    );
  }
  if (act !== null) conditions.push(begins('act', act));
  if (subject !== null) conditions.push(begins('subject', subject));
  if (result !== null) conditions.push(`result = ${put(result)}`);
  if (since !== null) conditions.push(`at >= to_timestamp(${put(since)}::float8 / 1000)`);
  if (until !== null) conditions.push(`at < to_timestamp(${put(until)}::float8 / 1000)`);
  return { conditions, values };
}
