import { beforeEach, describe, expect, it } from 'vitest';
import { createListFiles } from '#adapters/files/list-files.ts';
import {
  createSuccessorFacts,
  createSuccessorStore,
  readSuccessions,
} from '#adapters/postgres/places/successor-store.ts';
import { writeRows } from '#adapters/postgres/seed/seed-city.ts';
import { SUCCESSIONS } from '#adapters/postgres/seed/seed-columns.ts';
import type { ListKind } from '#application/lists/list-kind.ts';
import { successorList } from '#application/place/successor-list.ts';
import { tianjinSuccessions } from '#seed/successions/tianjin.ts';
import { smallCity } from '../unit/domain/place/fixture.ts';
import { storedCity } from './stored-city.ts';

const WHO = { kind: 'person', id: 'p1', name: '系统管理员' } as const;
let list: ListKind;
const database = storedCity({
  ...{ places: smallCity, since: 0, part: 'successions', tables: ['place_successor'] },
  fill: (pool) => writeRows(pool, SUCCESSIONS, tianjinSuccessions()),
});
beforeEach(() => {
  const { pool } = database();
  list = successorList(createSuccessorStore(pool), createSuccessorFacts(pool), createListFiles());
});

const fileOf = (...rows: string[]) => {
  const text = ['原代码,新代码,撤销日期,比例', ...rows].join('\n');
  return { name: '撤销.csv', bytes: Buffer.from(text), options: { absent: 'remove' } };
};

describe('the list of abolished codes', () => {
  it('is delivered with the city’s own, replaced by a file, and brought back by an undo', async () => {
    const delivered = await readSuccessions(database().pool);
    expect(delivered).toEqual(tianjinSuccessions());
    const file = fileOf('120101009,120101001,2024-03-01,60%', '120101009,120101,2024-03-01,40%');
    const preview = await list.preview(file);
    expect(preview.problems.filter(({ refuses }) => refuses)).toEqual([]);
    expect(preview.counts).toMatchObject({ rows: 2, added: 2, removed: 6 });
    const { version } = await list.apply(file, WHO, preview.basis);
    expect(version).toBe('2');
    expect(await readSuccessions(database().pool)).toMatchObject([
      { code: '120101009', successor: '120101', since: '2024-03-01', share: 0.4 },
      { code: '120101009', successor: '120101001', since: '2024-03-01', share: 0.6 },
    ]);
    const { rows } = await database().pool.query<{ own: boolean }>(
      `SELECT own FROM seed_mark WHERE part = 'successions'`,
    );
    expect(rows).toEqual([{ own: true }]);
    await list.undo('1', WHO);
    expect(await readSuccessions(database().pool)).toEqual(delivered);
    expect((await list.versions()).map((one) => one.version)).toEqual(['3', '2', '1']);
  });

  it('stores nothing of a file that is refused, nor of one whose preview is out of date', async () => {
    const bad = fileOf('120199,120101,,', '120198,120197,,');
    const { basis } = await list.preview(bad);
    await expect(list.apply(bad, WHO, basis)).rejects.toThrow();
    expect(await readSuccessions(database().pool)).toHaveLength(6);
    const good = fileOf('120199,120101,,');
    await list.apply(good, WHO, basis);
    await expect(list.apply(good, WHO, basis)).rejects.toThrow(/changed since/);
  });
});
