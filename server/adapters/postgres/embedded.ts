import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clusterSettings } from './cluster-settings.ts';
import { FolderInUseError, folderHolder, takeFolder } from './folder-lock.mjs';
import { keptSecret } from './kept-secret.ts';
import { chooseUser, findNativePostgres, giveTo, type NativePostgres, type RunAs } from './native.ts';
import { clearLeftover, endPostmaster, readPostmaster } from './postmaster.ts';
import { freePort } from './free-port.ts';

export { FolderInUseError };

/** A running embedded Postgres. */
export interface EmbeddedPostgres {
  /** Address of the database `citywall`, password included: not for logs. */
  readonly url: string;
  /** Resolves when Postgres ended although nobody called `stop`; what then happens is the caller's choice. */
  readonly lost: Promise<void>;
  /** Ends Postgres and frees the folder; safe to call twice. `patienceMs` bounds the last checkpoint. */
  stop(patienceMs?: number): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder; made if absent. The cluster is its folder `postgres`. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** What this process does, for the message that a second one gets. */
  readonly work?: string;
  /** Postgres settings that differ from the usual, such as `fsync: 'off'` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

const superuser = 'citywall';
const database = 'citywall';

/**
 * Starts the embedded Postgres on a data folder: makes the cluster the first time, and repairs what a killed server
 * left behind. It listens on a free loopback port with a password kept in the folder. It runs in a session of its own,
 * so that Ctrl-C in the terminal reaches the server alone, and a guard stops it when the server dies, however it dies.
 *
 * @throws FolderInUseError when another live process has the folder; Error in one clear line otherwise.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  await mkdir(options.dataDir, { recursive: true }).catch(explainAccess(options.dataDir));
  const dataDir = await realpath(options.dataDir);
  const hold = takeOrExplain(dataDir, options.work ?? 'citywall server');
  try {
    const cluster = join(dataDir, 'postgres');
    const native = await findNativePostgres();
    const runAs = await chooseUser(cluster, [native.postgres]);
    const password = await keptSecret(dataDir, 'postgres.password').catch(explainAccess(dataDir));
    if ((await stat(cluster).catch(() => null)) === null) {
      log('making the embedded Postgres');
      await makeCluster(native, runAs, dataDir, password);
    }
    await clearLeftover(cluster, log);
    const settings = { ...clusterSettings, ...options.settings };
    const { postgres, port } = await startPostgres(native, runAs, dataDir, settings, log);
    const guard = startGuard(postgres);
    let stopping = false;
    const exited = once(postgres, 'exit');
    const lost = exited.then(() => {
      guard.kill('SIGKILL');
      return stopping ? new Promise<void>(() => undefined) : undefined;
    });
    const stop = async (patienceMs = 3_000): Promise<void> => {
      stopping = true;
      if (postgres.exitCode === null && postgres.signalCode === null && postgres.pid !== undefined) {
        await endPostmaster(postgres.pid, patienceMs);
        await exited;
      }
      hold.release();
    };
    try {
      return { url: await ensureDatabase(addressOf(port, password, 'postgres'), port, password), lost, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    hold.release();
    throw error;
  }
}

/**
 * For tools that run beside a server or alone: uses the Postgres of the process that has the data folder, and starts
 * one where nobody has it. `stop` ends only what was started here.
 *
 * @throws Error when the holder's Postgres does not come up within 15 seconds.
 */
export async function openEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  for (const until = performance.now() + 15_000; performance.now() < until; await sleep(100)) {
    try {
      return await startEmbeddedPostgres(options);
    } catch (error) {
      if (!(error instanceof FolderInUseError)) throw error;
    }
    const dataDir = await realpath(options.dataDir);
    const running = await readPostmaster(join(dataDir, 'postgres'));
    if (running?.ready && folderHolder(dataDir)) {
      const password = await keptSecret(dataDir, 'postgres.password').catch(explainAccess(dataDir));
      const url = addressOf(running.port, password, database);
      return { url, lost: new Promise<void>(() => undefined), stop: () => Promise.resolve() };
    }
  }
  throw new Error(`${options.dataDir} is in use, but its Postgres does not answer`);
}

function takeOrExplain(dataDir: string, work: string): { release: () => void } {
  try {
    return takeFolder(dataDir, work);
  } catch (error) {
    return explainAccess(dataDir)(error);
  }
}

function explainAccess(folder: string): (error: unknown) => never {
  return (error) => {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Error(
        `the data folder ${folder} belongs to another user: start as that user, or set CITYWALL_DATA_DIR`,
      );
    }
    throw error;
  };
}

/** The cluster gets its name only when it is whole: one whose making was cut short is made again. */
async function makeCluster(native: NativePostgres, runAs: RunAs, dataDir: string, password: string): Promise<void> {
  const draft = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, 'initdb.password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await Promise.all([giveTo(runAs, draft), giveTo(runAs, passwordFile)]);
  const { file, parameters, ...user } = runAs.command(native.initdb, [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Postgres' own Unicode rules: the same order of texts on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  try {
    const initdb = spawn(file, parameters, { ...user, env: postgresEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [initdb.stdout, initdb.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(initdb, 'close')) as [number | null];
    if (code !== 0) throw new Error(`the embedded Postgres could not be made: ${lastLine(said)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, join(dataDir, 'postgres'));
}

/** Starts Postgres and waits until it takes connections. */
async function startPostgres(
  native: NativePostgres,
  runAs: RunAs,
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Promise<{ postgres: ChildProcess; port: number }> {
  const cluster = join(dataDir, 'postgres');
  const startLog = join(dataDir, 'postgres-start.log');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const { file, parameters, ...user } = runAs.command(native.postgres, ['-D', cluster, ...flags]);
    const output = await open(startLog, 'w', 0o600);
    const postgres = spawn(file, parameters, {
      ...user,
      env: postgresEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    postgres.unref();
    await output.close();
    if (await becomesReady(postgres, cluster)) return { postgres, port };
    const said = lastLine(await readFile(startLog, 'utf8'));
    if (attempt === 3) throw new Error(`the embedded Postgres does not start: ${said} (see ${join(cluster, 'log')})`);
    log(`the embedded Postgres did not start (${said}), trying again`);
    await sleep(400);
  }
}

/** After a crash it first replays its log, which may take a while: it is given two minutes. */
async function becomesReady(postgres: ChildProcess, cluster: string): Promise<boolean> {
  let failed = false;
  postgres.once('error', () => (failed = true));
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(15)) {
    if (failed || postgres.exitCode !== null || postgres.signalCode !== null) return false;
    const running = await readPostmaster(cluster);
    if (running?.pid === postgres.pid && running?.ready) return true;
  }
  if (postgres.pid !== undefined) await endPostmaster(postgres.pid, 5_000);
  return false;
}

/**
 * A shell that waits for the end of its input, which comes when this process is gone, even by kill -9, and then tells
 * Postgres to stop. So no Postgres is left behind, and the next start finds the folder free.
 */
function startGuard(postgres: ChildProcess): ChildProcess {
  const guard = spawn('sh', ['-c', 'read -r _; kill -INT "$1"', 'citywall-postgres-guard', String(postgres.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  guard.stdin?.on('error', () => undefined);
  return guard;
}

async function ensureDatabase(adminUrl: string, port: number, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
  return addressOf(port, password, database);
}

function addressOf(port: number, password: string, name: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`;
}

/** Postgres gets no more of the environment than it needs; on macOS it refuses to start without a locale. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C',
    TZ: 'UTC',
  } as unknown as NodeJS.ProcessEnv;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
