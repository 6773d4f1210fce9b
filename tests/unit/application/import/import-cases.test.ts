import { expect, test } from 'vitest';
import { StoreUnavailable } from '#application/ports.ts';
import { importCases, type ImportParts } from '#application/import/import-cases.ts';
import type { FileRow, ImportedCase, RowResult } from '#application/import/profile.ts';
import type { ItemResult } from '#wire/http/rejection.ts';

const source = { id: 'city', nameZh: '城市', nameEn: 'City' };

function rowOf(id: string): ImportedCase {
  return {
    report: {
      sourceId: id,
      reportedAt: 0,
      channel: 'import',
      conduct: 'told',
      category: null,
      conditionNo: null,
      description: '',
      address: '',
      position: null,
      reporter: null,
      media: [],
      dueAt: null,
    },
    events: [
      {
        eventId: 'began',
        case: { kind: 'source-id', sourceId: id },
        at: 0,
        by: null,
        what: { type: 'told', note: '' },
      },
    ],
    category: null,
    department: { code: `city:${id[0] ?? ''}`, name: id },
    area: null,
    oddities: id.endsWith('!') ? ['loud'] : [],
  };
}

const read = ([id = '']: readonly string[]): RowResult =>
  id === '' ? { ok: false, sourceId: null, column: 'id', reason: 'is empty' } : { ok: true, case: rowOf(id) };

async function* batchesOf(ids: readonly (readonly string[])[]): AsyncIterable<readonly FileRow[]> {
  let line = 2;
  for (const batch of ids) yield batch.map((id) => ({ line: line++, cells: [id] }));
}

function platform(stored = new Set<string>()): ImportParts & { known: string[]; stored: Set<string> } {
  const known: string[] = [];
  return {
    known,
    stored,
    know: async (_source, _categories, departments) => void known.push(...departments.map(({ code }) => code)),
    ingest: {
      reports: async (_who, items) =>
        items.map(({ sourceId }): ItemResult => {
          if (sourceId === 'refused') return { status: 'rejected', code: 'bad-field', field: 'x', message: 'no' };
          const status = stored.has(sourceId) ? 'duplicate' : 'accepted';
          stored.add(sourceId);
          return { status, caseNumber: sourceId };
        }),
      caseEvents: async (_who, items) => items.map((): ItemResult => ({ status: 'accepted', caseNumber: '' })),
    },
  };
}

const quiet = { onRejected: () => undefined, onProgress: () => undefined };

test('counts what became of every row and keeps the order of the file', async () => {
  const parts = platform(new Set(['b1']));
  const rejected: unknown[] = [];
  const { counts, storedIds } = await importCases(
    parts,
    source,
    batchesOf([['a1', 'b1', ''], ['refused', 'a2!'], ['b2'], ['c1'], ['c2']]),
    read,
    { ...quiet, onRejected: (row) => rejected.push([row.line, row.column, row.reason]) },
  );
  expect(storedIds).toEqual(['a1', 'b1', 'a2!', 'b2', 'c1', 'c2']);
  expect(counts).toMatchObject({ rows: 8, imported: 5, duplicates: 1, rejected: 2, oddities: new Map([['loud', 1]]) });
  expect(rejected).toEqual([
    [4, 'id', 'is empty'],
    [5, 'x', 'no'],
  ]);
  expect(parts.known.toSorted()).toEqual(['city:a', 'city:b', 'city:c', 'city:r']);
});

test('stops where the store goes away and says so', async () => {
  const parts = platform();
  let asked = 0;
  parts.ingest.reports = () => {
    asked += 1;
    return Promise.reject(new StoreUnavailable('gone'));
  };
  const many = Array.from({ length: 50 }, (_, i) => [`r${i}`]);
  await expect(importCases(parts, source, batchesOf(many), read, quiet)).rejects.toThrow(StoreUnavailable);
  expect(asked).toBeLessThan(10);
});
