import { crc32 } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import {
  CheckpointDamaged,
  PART_KINDS,
  type CheckpointHead,
  type CheckpointPart,
  type CheckpointStore,
} from '#application/evaluation/checkpoint-port.ts';
import { asStoreError, reported } from '../unavailable.ts';

/** Half a megabyte each. */
const PARTS_AT_ONCE = 8;

const HEAD = `SELECT definition, epoch, position::float8 AS position, cases, facts, stamp FROM fact_checkpoint WHERE id = 1`;
const PARTS = `SELECT no, crc::float8 AS crc, bytes FROM fact_checkpoint_part WHERE kind = $1 AND no > $2
  ORDER BY no LIMIT ${PARTS_AT_ONCE}`;
const WRITE_PART = `INSERT INTO fact_checkpoint_part (kind, no, crc, bytes) VALUES ($1, $2, $3, $4)
  ON CONFLICT (kind, no) DO UPDATE SET crc = EXCLUDED.crc, bytes = EXCLUDED.bytes`;
const WRITE_HEAD = `INSERT INTO fact_checkpoint (id, definition, epoch, position, cases, facts, stamp)
  VALUES (1, $1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET definition = EXCLUDED.definition,
  epoch = EXCLUDED.epoch, position = EXCLUDED.position, cases = EXCLUDED.cases, facts = EXCLUDED.facts,
  stamp = EXCLUDED.stamp, written_at = now()`;
/** Writers take turns, those of a first checkpoint too: there is no row to lock yet. */
const TURN = `SELECT pg_advisory_xact_lock(hashtext('fact_checkpoint'))`;

type PartRow = { no: number; crc: number; bytes: Buffer };

/** The checkpoint of the facts in Postgres. */
export function createCheckpointStore(pool: Pool): CheckpointStore {
  return {
    head: async () => (await reported(pool.query<CheckpointHead>(HEAD))).rows[0] ?? null,
    read: (wanted, take) =>
      inTransaction(pool, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
        const head = (await client.query<CheckpointHead>(HEAD)).rows[0] ?? null;
        if (head === null || !wanted(head)) return null;
        for (const kind of PART_KINDS) await readParts(client, kind, take);
        return head;
      }),
    write: (head, parts, { onto, whole }) =>
      inTransaction(pool, '', async (client) => {
        await client.query(TURN);
        const stored = (await client.query<CheckpointHead>(HEAD)).rows[0];
        if ((stored?.stamp ?? null) !== onto) return false;
        if (whole) await client.query('DELETE FROM fact_checkpoint_part');
        for (const { kind, no, bytes } of parts) {
          await client.query({ name: 'checkpoint-part', text: WRITE_PART, values: [kind, no, crc32(bytes), bytes] });
        }
        const { definition, epoch, position, cases, facts, stamp } = head;
        await client.query(WRITE_HEAD, [definition, epoch, position, cases, facts, stamp]);
        return true;
      }),
  };
}

async function readParts(
  client: PoolClient,
  kind: CheckpointPart['kind'],
  take: (part: CheckpointPart) => void,
): Promise<void> {
  for (let after = -1; ;) {
    const { rows } = await client.query<PartRow>({ name: 'checkpoint-parts', text: PARTS, values: [kind, after] });
    for (const { no, crc, bytes } of rows) {
      if (no !== after + 1) throw new CheckpointDamaged(`part ${after + 1} of ${kind} is missing`);
      if (crc32(bytes) !== crc) throw new CheckpointDamaged(`part ${no} of ${kind} is not as it was written`);
      take({ kind, no, bytes });
      after = no;
    }
    if (rows.length < PARTS_AT_ONCE) return;
  }
}

async function inTransaction<T>(pool: Pool, mode: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await reported(pool.connect());
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query(`BEGIN ${mode}`);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    throw asStoreError(error);
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
