import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../postgres.ts';

const run = promisify(execFile);
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'citywall-lists-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** What the tool says, and how it ends. */
async function lists(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: database.url, CITYWALL_DATA_DIR: folder, LC_ALL: 'en_GB.UTF-8' };
  const tool = [process.execPath, ['--import', 'tsx', 'scripts/lists.ts', ...words]] as const;
  return run(...tool, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: stdout,
      err: stderr,
    }),
  );
}

describe('npm run lists', () => {
  it.each([
    ['components', ['--option', 'datum=wgs84']],
    ['gazetteer', ['--option', 'datum=gcj02']],
  ])('previews, applies and undoes %s by their own template', async (kind, options) => {
    const file = join(folder, `${kind}.csv`);
    expect(await lists('--kind', kind, '--template', file)).toMatchObject({ code: 0 });
    const preview = await lists('--kind', kind, '--file', file, ...options, '--preview');
    expect(preview.out).toContain('nothing was stored');
    expect((await lists('--kind', kind, '--file', file, ...options)).out).toContain('version 1 is current');
    const undone = await lists('--kind', kind, '--undo', '0');
    expect(undone.err).toBe('');
    expect(undone.out).toContain('the state of version 0 is current again');
  });

  it('takes the good rows of an office’s file in GB18030 and lists the bad ones', async () => {
    const file = join(folder, 'office.csv');
    // 部件标识码,经度,纬度 in GB18030.
    const header = Buffer.from('b2bfbcfeb1eacab6c2eb2cbeadb6c82cceb3b6c80d0a', 'hex');
    const rows = Buffer.from('1201010101000123,117.19,39.13\r\n12,117.2,39.1\r\n');
    await writeFile(file, Buffer.concat([header, rows]));
    const rejected = join(folder, 'rejected.csv');
    const options = ['--option', 'datum=gcj02', '--option', 'bad-rows=skip'];
    const said = await lists('--kind', 'components', '--file', file, ...options, '--rejected', rejected);
    expect(said).toMatchObject({ code: 0 });
    expect(said.out).toContain('1 to add');
    expect(await readFile(rejected, 'utf8')).toContain('3,code');
    const refused = await lists('--kind', 'components', '--file', file);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('give one of: wgs84');
  });
});
