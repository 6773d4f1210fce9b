// npm run audit:verify [-- --data-dir D | --database-url U] [--noted NO:HASH] [--json OUT.json]: recounts the chain of
// audit lines. It changes nothing in the store. Exit code 0: sound; 1: a line was changed, removed or put in; 2: it
// could not be checked.
import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyStored } from '#adapters/postgres/audit/read-chain.ts';
import { openEmbeddedPostgres } from '#adapters/postgres/embedded.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import type { ChainEnd } from '#application/audit-trail/chain.ts';
import type { Verified } from '#application/audit-trail/verify.ts';
import { readConfig } from '#config';

const USAGE = `npm run audit:verify [-- --data-dir FOLDER | --database-url postgres://…] [--noted NO:HASH] [--json OUT.json]
  without either: the store of CITYWALL_DATA_DIR or DATABASE_URL
  --noted         an end of the chain that was written down before, as this command prints it`;

class UsageError extends Error {}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      'database-url': { type: 'string' },
      noted: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const { 'data-dir': folder, 'database-url': url } = values;
  if (folder !== undefined && url !== undefined) throw new UsageError('--data-dir or --database-url, not both');
  const noted = values.noted === undefined ? null : endOf(values.noted);
  const config = folder !== undefined || url !== undefined ? null : readConfig();
  const store = await openAsItIs(url ?? config?.databaseUrl ?? null, folder ?? config?.dataDirectory ?? '');
  try {
    const { rows } = await store.pool.query(`SELECT 1 FROM pg_tables WHERE tablename = 'audit_head'`);
    if (rows.length === 0) throw new Error('this store has no chained audit yet; start the server on it once');
    const found = await verifyStored(store.pool, noted);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
    process.stdout.write(`${describe(found).join('\n')}\n`);
    return found.sound;
  } finally {
    await store.close();
  }
}

function describe({ lines, first, end, fault }: Verified): string[] {
  const count = lines.toLocaleString('en');
  if (fault !== null) return [`the audit is broken: ${fault.message}`, `${count} lines before it are sound`];
  if (lines === 0) return ['there is no line yet'];
  return [`${count} lines are sound, from ${first ?? 0} to ${end.no}`, `the end to note down: ${end.no}:${end.hash}`];
}

/** The store as it stands: not migrated, not seeded, and not made where there is none. */
async function openAsItIs(url: string | null, folder: string) {
  if (url === null) {
    const path = resolve(folder);
    if ((await stat(join(path, 'postgres')).catch(() => null)) === null) {
      throw new Error(`${path} holds no store; name another folder with --data-dir`);
    }
    const log = (line: string): void => void process.stderr.write(`${line}\n`);
    const embedded = await openEmbeddedPostgres({ dataDir: path, log, work: 'citywall audit:verify' });
    const pool = createPool(embedded.url, { max: 2 });
    return { pool, close: async () => pool.end().then(() => embedded.stop()) };
  }
  const pool = createPool(url, { max: 2 });
  return { pool, close: () => pool.end() };
}

function endOf(text: string): ChainEnd {
  const found = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim());
  if (found === null) throw new UsageError('--noted: a number, a colon and 64 hexadecimal digits');
  return { no: Number(found[1]), hash: (found[2] ?? '').toLowerCase() };
}

main().then(
  (sound) => {
    process.exitCode = sound ? 0 : 1;
  },
  (error: unknown) => {
    process.exitCode = 2;
    const message = error instanceof Error ? error.message || error.name : String(error);
    const code = (error as { code?: unknown } | null)?.code;
    const misused = error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
    process.stderr.write(misused ? `${message}\n\n${USAGE}\n` : `${message}\n`);
  },
);
