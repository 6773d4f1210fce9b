import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, openEmbeddedPostgres, startEmbeddedPostgres } from '#adapters/postgres/embedded.ts';
import { folderHolder } from '#adapters/postgres/folder-lock.mjs';
import { ended, readPostmaster } from '#adapters/postgres/postmaster.ts';

let dataDir: string;
let holders: ChildProcess[];
const said: string[] = [];
const log = (line: string) => said.push(line);

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'citywall-embedded-'));
  await chmod(dataDir, 0o755);
  holders = [];
});

afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  const left = await readPostmaster(join(dataDir, 'postgres'));
  if (left) await ended(left.pid, 10_000);
  await rm(dataDir, { recursive: true, force: true });
});

/** A separate process that holds the folder; its own process group, as a terminal would give it. */
async function holder(): Promise<{ process: ChildProcess; url: string; postgresPid: number }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/integration/adapters/postgres/hold-folder.ts', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  holders.push(child);
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  const running = await readPostmaster(join(dataDir, 'postgres'));
  return { process: child, url, postgresPid: running?.pid ?? 0 };
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', (error) => said.push(error.message));
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows;
}

describe('startEmbeddedPostgres', () => {
  it('keeps its data and password from one start to the next, and listens on loopback alone', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log });
    await query(first.url, 'CREATE TABLE city (name text)');
    await query(first.url, "INSERT INTO city VALUES ('天津')");
    expect(await query(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(first.url, 'SHOW shared_buffers')).toEqual([{ shared_buffers: '256MB' }]);
    expect(await query(first.url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    await first.stop();
    await first.stop();
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
    const second = await startEmbeddedPostgres({ dataDir, log });
    expect(await query(second.url, 'SELECT name FROM city')).toEqual([{ name: '天津' }]);
    await second.stop();
    expect(folderHolder(dataDir)).toBeNull();
  });

  it('refuses a folder that another process has, by its number; a tool may join it', async () => {
    const other = await holder();
    const refused = startEmbeddedPostgres({ dataDir, log });
    await expect(refused).rejects.toThrow(FolderInUseError);
    await expect(refused).rejects.toThrow(`is in use by process ${other.process.pid} (the holder)`);
    const joined = await openEmbeddedPostgres({ dataDir, log });
    expect(joined.url).toBe(other.url);
    await joined.stop();
    expect(await query(other.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops Postgres when the server is killed with -9, and starts again with what was committed', async () => {
    const killed = await holder();
    await query(killed.url, 'CREATE TABLE city (name text)');
    killed.process.kill('SIGKILL');
    expect(await ended(killed.postgresPid, 5_000)).toBe(true);
    expect(killed.process.signalCode).toBe('SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir, log });
    expect(await query(next.url, 'SELECT * FROM city')).toEqual([]);
    await next.stop();
  });

  it('takes over at once from a server that was killed a moment ago', async () => {
    const killed = await holder();
    await query(killed.url, 'CREATE TABLE city (name text)');
    killed.process.kill('SIGKILL');
    await once(killed.process, 'exit');
    const began = performance.now();
    const next = await startEmbeddedPostgres({ dataDir, log });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await query(next.url, 'SELECT * FROM city')).toEqual([]);
    await next.stop();
  });

  it('repairs itself after Postgres too was killed with -9', async () => {
    const killed = await holder();
    await query(killed.url, 'CREATE TABLE city (name text)');
    killed.process.kill('SIGKILL');
    process.kill(killed.postgresPid, 'SIGKILL');
    await once(killed.process, 'exit');
    const next = await startEmbeddedPostgres({ dataDir, log });
    expect(await query(next.url, 'SELECT * FROM city')).toEqual([]);
    await next.stop();
  });

  it('keeps Postgres running on Ctrl-C, so that the server can drain', async () => {
    const server = await holder();
    process.kill(-(server.process.pid ?? 0), 'SIGINT');
    await once(server.process.stdout ?? server.process, 'data');
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    server.process.kill('SIGTERM');
    await once(server.process, 'exit');
    expect(await ended(server.postgresPid, 100)).toBe(true);
  });

  it('says when Postgres is lost', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir, log });
    process.kill((await readPostmaster(join(dataDir, 'postgres')))?.pid ?? 0, 'SIGQUIT');
    await postgres.lost;
    await postgres.stop();
  });

  it('makes a cluster whose making was cut short again', async () => {
    await (await startEmbeddedPostgres({ dataDir, log })).stop();
    await rm(join(dataDir, 'postgres'), { recursive: true });
    await rm(join(dataDir, 'postgres.new'), { recursive: true, force: true });
    await writeFile(join(dataDir, 'postgres.new'), 'half made');
    await (await startEmbeddedPostgres({ dataDir, log })).stop();
  });
});
