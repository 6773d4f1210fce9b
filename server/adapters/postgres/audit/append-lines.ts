import type { PoolClient, QueryResult } from 'pg';
import type { AuditLine } from '#application/audit-trail/audit-line.ts';
import { chained, storable, type ChainEnd } from '#application/audit-trail/chain.ts';
import { HEAD_COLUMNS, headOf, lineOf, type LineRow } from './lines.ts';

/**
 * Begins a transaction that holds the end of the chain, so that no other node adds a line before it ends. The caller
 * commits or rolls back.
 */
export async function holdEnd(client: PoolClient): Promise<ReturnType<typeof headOf>> {
  await client.query('BEGIN');
  const text = `SELECT ${HEAD_COLUMNS} FROM audit_head WHERE id = 1 FOR UPDATE`;
  const { rows }: QueryResult<Parameters<typeof headOf>[0] & object> = await client.query(text);
  return headOf(rows[0]);
}

/** Adds lines behind the end that this transaction holds. */
export async function appendHeld(client: PoolClient, head: ChainEnd, given: readonly AuditLine[]): Promise<ChainEnd> {
  const lines = chained(head, given.map(storable));
  const end = lines.at(-1);
  if (end === undefined) return head;
  await client.query(
    `WITH added AS (
       INSERT INTO audit_line (no, hash, at, actor_kind, actor_id, actor_name, role, act, subject, result, detail, address)
       SELECT no, decode(hash, 'hex'), to_timestamp(at::float8 / 1000), kind, id, name, role, act, subject, result,
              detail::jsonb, address
         FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                     $9::text[], $10::text[], $11::text[], $12::text[])
           AS given(no, hash, at, kind, id, name, role, act, subject, result, detail, address)
        ORDER BY no
     )
     UPDATE audit_head SET no = $13, hash = decode($14, 'hex') WHERE id = 1`,
    [
      lines.map(({ no }) => no),
      lines.map(({ hash }) => hash),
      lines.map(({ at }) => String(at)),
      lines.map(({ actor }) => actor.kind),
      lines.map(({ actor }) => actor.id),
      lines.map(({ actor }) => actor.name),
      lines.map(({ role }) => role),
      lines.map(({ act }) => act),
      lines.map(({ subject }) => subject),
      lines.map(({ result }) => result),
      lines.map(({ detail }) => JSON.stringify(detail)),
      lines.map(({ address }) => address),
      end.no,
      end.hash,
    ],
  );
  return { no: end.no, hash: end.hash };
}

/** Adds lines in one transaction of their own; before the first of them, lines of before there was a chain. */
export async function appendLines(client: PoolClient, lines: readonly AuditLine[]): Promise<void> {
  await inTransaction(client, async ({ head }) => {
    await appendHeld(client, head.no > 0 ? head : await chainHeld(client, head, lines[0]?.at ?? 0), lines);
  });
}

/**
 * Chains the lines that were written before there was a chain, oldest first, and says so in a line of its own. Only
 * before the first chained line: later ones without a number were put in past the chain, and stay outside it.
 *
 * @returns the number of the chain's last line.
 */
export async function chainFirstLines(client: PoolClient, now: number): Promise<number> {
  return inTransaction(client, async ({ head }) => (head.no > 0 ? head : await chainHeld(client, head, now)).no);
}

const BATCH = 5_000;

async function chainHeld(client: PoolClient, head: ChainEnd, now: number): Promise<ChainEnd> {
  await client.query(`SET LOCAL citywall.audit = 'chain'`);
  let end = head;
  for (let after = '-1'; ;) {
    const found: QueryResult<Omit<LineRow, 'no' | 'hash'> & { id: string }> = await client.query(
      `SELECT id, at, actor_kind, actor_id, actor_name, role, act, subject, result, detail, address
         FROM audit_line WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    const lines = chained(end, found.rows.map(lineOf));
    const last = lines.at(-1);
    if (last === undefined) break;
    await client.query(
      `UPDATE audit_line SET no = given.no, hash = decode(given.hash, 'hex')
         FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS given(id, no, hash) WHERE audit_line.id = given.id`,
      [found.rows.map(({ id }) => id), lines.map(({ no }) => no), lines.map(({ hash }) => hash)],
    );
    end = { no: last.no, hash: last.hash };
    after = found.rows.at(-1)?.id ?? after;
  }
  await client.query(`SET LOCAL citywall.audit = ''`);
  if (end.no === 0) return end;
  const line: AuditLine = {
    ...{ at: now, actor: { kind: 'system', id: 'audit', name: 'audit' }, role: 'nobody', act: 'audit.chain' },
    ...{ subject: 'audit', result: 'done', detail: { lines: end.no }, address: '' },
  };
  return appendHeld(client, end, [line]);
}

/** Runs work while the end of the chain is held, and commits it. */
export async function inTransaction<Result>(
  client: PoolClient,
  work: (facts: ReturnType<typeof headOf>) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work(await holdEnd(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
