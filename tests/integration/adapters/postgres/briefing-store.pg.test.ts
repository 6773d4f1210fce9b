import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryBriefingStore } from '#adapters/memory/briefing-store.ts';
import { createBriefingStore } from '#adapters/postgres/briefing/briefing-store.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import type { BriefingStore } from '#application/briefing/briefing-store.ts';
import type { BriefingList } from '#domain/briefing/briefing-list.ts';
import { createTestDatabase } from '../../postgres.ts';

let place: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = createDatabase(place.url, { max: 2 });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const list = (id: string, changes: Partial<BriefingList> = {}): BriefingList => ({
  ...{ id, version: 1, owner: { id: 'u1', name: '高敏' }, scope: '120000', name: '晨会', shared: false },
  steps: [{ scene: { kind: 'district', target: '120104' }, note: 'a “quote”', plannedSeconds: null }],
  changedAt: 1_795_309_600_123,
  ...changes,
});

describe.each([
  ['Postgres', () => createBriefingStore(database.pool)],
  ['memory', () => new MemoryBriefingStore()],
])('a store of briefings in %s', (_name, open: () => BriefingStore) => {
  it('gives back what was put, to its owner and to whom it is shared with', async () => {
    const store = open();
    expect(await store.put(list('one'), 0)).toBe(true);
    expect(await store.put(list('two', { shared: true, changedAt: 1_795_309_700_000 }), 0)).toBe(true);
    expect(await store.get('one')).toEqual(list('one'));
    expect((await store.readable('u1', 10)).map(({ id }) => id)).toEqual(['two', 'one']);
    expect((await store.readable('u2', 10)).map(({ id }) => id)).toEqual(['two']);
    expect(await store.count('u1')).toBe(2);
  });

  it('lets the second of two writers know, and only the owner change or remove', async () => {
    const store = open();
    await store.put(list('mine'), 0);
    expect(await store.put(list('mine'), 0)).toBe(false);
    expect(await store.put(list('mine', { version: 2, name: 'x' }), 1)).toBe(true);
    expect(await store.put(list('mine', { version: 2, name: 'y' }), 1)).toBe(false);
    expect(await store.put(list('mine', { version: 3, owner: { id: 'u2', name: 'b' } }), 2)).toBe(false);
    expect(await store.remove('mine', 'u2')).toBe(false);
    expect(await store.remove('mine', 'u1')).toBe(true);
    expect(await store.get('mine')).toBeNull();
  });
});
