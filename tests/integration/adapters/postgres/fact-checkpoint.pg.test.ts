import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createCheckpointStore } from '#adapters/postgres/evaluation/checkpoint-store.ts';
import {
  CheckpointDamaged,
  type CheckpointHead,
  type CheckpointPart,
  type CheckpointStore,
} from '#application/evaluation/checkpoint-port.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

let place: TestDatabase;
let database: Database;
let store: CheckpointStore;
beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 4 });
  store = createCheckpointStore(database.pool);
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const head = (stamp: string, position: number): CheckpointHead => ({
  ...{ definition: 'd', epoch: 'e', position, cases: 3, facts: 9, stamp },
});
const part = (kind: CheckpointPart['kind'], no: number, fill: number): CheckpointPart => ({
  ...{ kind, no, bytes: Buffer.alloc(70_000, fill) },
});
const names: CheckpointPart = { kind: 'names', no: 0, bytes: Buffer.from('{"名":1}') };
const facts = Array.from({ length: 20 }, (_, no) => part('facts', no, no));

async function read(): Promise<{ head: CheckpointHead | null; parts: CheckpointPart[] }> {
  const parts: CheckpointPart[] = [];
  const found = await store.read(
    () => true,
    (one) => parts.push({ ...one, bytes: Buffer.from(one.bytes) }),
  );
  return { head: found, parts };
}

test('gives back what was written, in order, and changes single parts', async () => {
  expect(await read()).toEqual({ head: null, parts: [] });
  expect(await store.write(head('a', 5), [names, part('cases', 0, 1), ...facts], { onto: null, whole: true })).toBe(
    true,
  );
  expect(await read()).toEqual({ head: head('a', 5), parts: [names, part('cases', 0, 1), ...facts] });
  expect(await store.write(head('b', 6), [part('facts', 3, 99)], { onto: 'a', whole: false })).toBe(true);
  const { head: now, parts } = await read();
  expect([now, await store.head()]).toEqual([head('b', 6), head('b', 6)]);
  expect(parts.find(({ kind, no }) => kind === 'facts' && no === 3)).toEqual(part('facts', 3, 99));
  expect(
    await store.read(
      ({ position }) => position > 6,
      () => expect.fail('not wanted'),
    ),
  ).toBeNull();
});

test('writes nothing onto another checkpoint than it was meant for', async () => {
  expect(await store.write(head('c', 7), [part('facts', 0, 50)], { onto: 'a', whole: false })).toBe(false);
  expect(await store.write(head('c', 7), [part('facts', 0, 50)], { onto: null, whole: true })).toBe(false);
  expect((await read()).parts.find(({ kind }) => kind === 'facts')).toEqual(facts[0]);
});

test('notices a part that is not as it was written, and one that is missing', async () => {
  await database.pool.query(
    `UPDATE fact_checkpoint_part SET bytes = set_byte(bytes, 5, 77) WHERE kind = 'facts' AND no = 9`,
  );
  await expect(read()).rejects.toThrow(CheckpointDamaged);
  await database.pool.query(`DELETE FROM fact_checkpoint_part WHERE kind = 'facts' AND no = 9`);
  await expect(read()).rejects.toThrow('part 9 of facts is missing');
});
