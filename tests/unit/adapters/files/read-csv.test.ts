import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileRow } from '#application/import/profile.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import { createCsvWriter } from '#adapters/files/write-csv.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'citywall-csv-'))));
afterEach(() => rm(folder, { recursive: true }));

async function readAll(content: string | Buffer): Promise<{ header: readonly string[]; batches: FileRow[][] }> {
  const path = join(folder, 'cases.csv');
  await writeFile(path, content);
  const csv = await openCsv(path);
  const batches: FileRow[][] = [];
  for await (const batch of csv.batches(2)) batches.push([...batch]);
  return { header: csv.header, batches };
}

test.each(['\n', '\r\n'])('rows come in batches, each with the line it begins on (%j)', async (end) => {
  const lines = ['\uFEFFa,b', '1,"x\ny"', '2,z', '', '3,"say ""so"""', ''];
  const { header, batches } = await readAll(lines.join(end));
  expect(header).toEqual(['a', 'b']);
  expect(batches.map((batch) => batch.map(({ line }) => line))).toEqual([[2, 4], [6]]);
  expect(batches.flat().map(({ cells }) => cells[1])).toEqual(['x\ny', 'z', 'say "so"']);
});

test('a gzipped file reads the same, whatever its name', async () => {
  expect((await readAll(gzipSync('a,b\n1,2\n'))).batches).toEqual([[{ line: 2, cells: ['1', '2'] }]]);
});

test.each([
  ['', /is empty: its first line must name the columns/],
  ['a,b\n1,2\n3,"never closed\n4,5\n', /quote .*is never closed/],
  [gzipSync(`a,b\n${'1,2\n'.repeat(1000)}`).subarray(0, 30), /gzipped, but damaged or cut short/],
])('%j is refused in one clear line', async (content, words) => {
  await expect(readAll(content)).rejects.toThrow(words);
});

test('a file that is not there is named', async () => {
  await expect(openCsv(join(folder, 'none.csv'))).rejects.toThrow(/there is no file .*none\.csv/);
});

test('what is written reads back as it was', async () => {
  const path = join(folder, 'sub', 'out.csv');
  const rows = Array.from({ length: 5_000 }, (_, i) => [String(i), `a,"${i}"\n中文`, '']);
  const writer = await createCsvWriter(path, ['no', 'text', 'empty']);
  for (const row of rows) writer.write(row);
  await writer.close();
  const csv = await openCsv(path);
  const read: (readonly string[])[] = [];
  for await (const batch of csv.batches(1_000)) read.push(...batch.map(({ cells }) => cells));
  expect(read).toEqual(rows);
});
