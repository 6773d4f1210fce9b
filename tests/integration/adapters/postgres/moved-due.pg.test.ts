import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseLog, ClockedCase } from '#application/ports.ts';
import type { StoreQueries } from '#application/query/store-queries.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import { createTaskStore } from '#adapters/postgres/task-store.ts';
import type { RestatedClocks } from '#domain/case/restated.ts';
import { HOUR, moved, newCase, T0 } from '../../../contract/sample-case.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

const EVERYWHERE = { place: null, department: null };
const ANY = {
  place: null,
  category: null,
  phases: null,
  source: null,
  open: null,
  since: null,
  until: null,
  text: null,
};
const DAY = 24 * HOUR;

let place: TestDatabase;
let database: Database;
let log: CaseLog;
let queries: StoreQueries;
beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 2 });
  log = createCaseLog(database.pool);
  queries = createStoreQueries(database);
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

/** Names of what is overdue (or not) at an instant, as the store lists it. */
async function overdue(at: number, is = true): Promise<string> {
  const page = await queries.listCases({ ...ANY, overdue: is }, EVERYWHERE, at, { beforeId: null, limit: 10 });
  return page.cases.map(({ externalId }) => externalId).sort().join(''); // prettier-ignore
}

async function restate(from: string, to: string, by: (one: ClockedCase) => number): Promise<void> {
  const cases: RestatedClocks[] = [];
  for await (const page of log.clocked(-Infinity)) {
    for (const one of page) {
      const later = (clock: ClockedCase['stageClock']) =>
        clock && { ...clock, round: clock.round + 1, dueAt: clock.dueAt! + by(one), warnAt: clock.warnAt! + by(one) };
      cases.push({ id: one.id, version: one.version, stageClock: later(one.stageClock), wholeClock: null });
    }
  }
  await log.restate({ from, to, at: T0 + 1_000 }, cases, await log.head());
}

it('what is overdue and the order of tasks follow a change of calendar before the rows have it', async () => {
  const made = ['a', 'b', 'c'].map((externalId) => newCase({ externalId }));
  const { cases } = await log.transact({}, false, () => made);
  const ids = cases.map(({ id }) => id);
  // b and c wait for their verification, b is due first.
  await log.transact({ ids }, false, (found) =>
    ids.slice(1).map((id, n) => {
      const write = moved(found.byId(id)!, 'verify', T0 + 10);
      const { stageClock } = write.clocks;
      return { ...write, clocks: { ...write.clocks, stageClock: { ...stageClock!, dueAt: T0 + (n + 1) * HOUR } } };
    }),
  );
  const tasks = createTaskStore(database.pool);
  const missing = await tasks.missing(10);
  await tasks.make(missing.map((task) => ({ ...task, assigned: null })), T0); // prettier-ignore
  const order = async (): Promise<string> => {
    const filter = { place: null, unitGrids: null, kind: null, collector: null, open: true };
    return (await tasks.list(filter, EVERYWHERE, 10)).map((task) => task.case.externalId).join('');
  };
  const soon = T0 + 3 * HOUR;
  expect([await overdue(soon), await order()]).toEqual(['abc', 'bc']);

  await restate('1', '2', () => DAY);
  expect([await overdue(soon), await overdue(soon, false), await overdue(soon + DAY)]).toEqual(['', 'abc', 'abc']);

  // A second change on top of the first: b by a day more, and so after c.
  await restate('2', '3', ({ id }) => (id === ids[1] ? DAY : 0));
  expect([await overdue(soon + DAY), await overdue(soon + DAY, false), await order()]).toEqual(['ac', 'b', 'cb']);
  const [first] = await tasks.list({ place: null, unitGrids: null, kind: null, collector: null, open: true }, EVERYWHERE, 1); // prettier-ignore
  expect(first?.dueAt).toBe(T0 + 2 * HOUR + DAY);

  while ((await log.settle(1)).left) {
    expect([await overdue(soon + DAY), await order()]).toEqual(['ac', 'cb']);
  }
  expect([await overdue(soon + DAY), await overdue(soon + DAY, false), await order()]).toEqual(['ac', 'b', 'cb']);
});
