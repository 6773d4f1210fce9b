import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { birthOf } from './folder-lock.mjs';

const run = promisify(execFile);

/** What a running Postgres says of itself in its cluster folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; null where there is none or it is not complete yet. */
export async function readPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  let lines: string[];
  try {
    lines = (await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null;
}

/** Waits until a process is gone; false when it still is there after `patienceMs`. */
export async function ended(pid: number, patienceMs: number): Promise<boolean> {
  for (const until = performance.now() + patienceMs; ;) {
    if (birthOf(pid) === null) return true;
    if (performance.now() >= until) return false;
    await sleep(15);
  }
}

/**
 * Asks Postgres to end: at once for its clients but with its work written down ("fast"), and after `patienceMs` without
 * the last checkpoint ("immediate"), which the next start repairs from the log.
 */
export async function endPostmaster(pid: number, patienceMs: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await ended(pid, patienceMs)) return;
  signal(pid, 'SIGQUIT');
  if (await ended(pid, 1_500)) return;
  signal(pid, 'SIGKILL');
  await ended(pid, 1_000);
}

/**
 * Clears what a killed server left in the cluster folder. Its Postgres is told to stop by its guard; where the guard
 * was killed with it, Postgres is stopped here. A mark left by a Postgres that is gone is removed, because a stranger
 * may have got its process number since.
 */
export async function clearLeftover(clusterFolder: string, log: (line: string) => void): Promise<void> {
  const left = await readPostmaster(clusterFolder);
  if (left === null) return;
  if (await isPostgresOf(left.pid, clusterFolder)) {
    log(`waiting for the Postgres of an earlier run to stop (process ${left.pid})`);
    if (!(await ended(left.pid, 1_500))) await endPostmaster(left.pid, 10_000);
  }
  await rm(join(clusterFolder, 'postmaster.pid'), { force: true });
}

async function isPostgresOf(pid: number, clusterFolder: string): Promise<boolean> {
  if (birthOf(pid) === null) return false;
  try {
    const command =
      process.platform === 'linux'
        ? (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
        : (await run('ps', ['-o', 'command=', '-ww', '-p', String(pid)])).stdout;
    return command.includes(clusterFolder);
  } catch (error) {
    if (birthOf(pid) === null) return false;
    throw error;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
