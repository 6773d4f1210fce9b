import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf } from '../../server/adapters/postgres/folder-lock.mjs';
import { root } from './command.mjs';
import { dataFolder } from './preconditions.mjs';
import { say } from './progress.mjs';

const graceMs = 4_000;

/**
 * Runs the server until it ends, and ends with its exit code. The first signal asks it to drain; what is not down four
 * seconds later is killed, Postgres with it. The server is in a session of its own, so that Ctrl-C asks it once,
 * and it is connected by a channel whose closing tells it that this script was killed.
 *
 * @param {readonly string[]} parameters of Node.
 * @param {Record<string, string>} env what to add to the environment.
 */
export async function serve(parameters, env) {
  const server = spawn(process.execPath, parameters, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const ended = new Promise((done, fail) => {
    server.once('error', fail);
    server.once('exit', (code, signal) => done({ code, signal }));
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.kill('SIGTERM');
    setTimeout(() => killGroup(server.pid), graceMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  whenNpmIsGone(stop);
  const { code, signal } = await ended;
  const postgresStopped = await stopPostgres();
  if (stopping)
    say(code === 0 && postgresStopped ? 'Citywall has stopped.' : 'Citywall was stopped before all was drained.');
  else if (signal) say(`Citywall was ended by ${signal}.`);
  process.exit(stopping ? 0 : (code ?? 1));
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * `kill -9` of npm reaches nobody else. So a script that npm started watches who its ancestors are, up to npm, which on
 * some systems stands behind a shell.
 */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && stop(), 500).unref();
}

function ancestors() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return `${parent}`;
  try {
    const [, name, fields] = /\((.*)\) (.*)$/s.exec(readFileSync(`/proc/${parent}/stat`, 'latin1'));
    return ['sh', 'dash', 'bash'].includes(name) ? `${parent} ${fields.split(' ')[1]}` : `${parent}`;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 'gone';
    throw error;
  }
}

/** A server that was killed leaves Postgres to its guard; this only sees to it that it is quick. */
async function stopPostgres() {
  const folder = dataFolder();
  if (folder === null) return true;
  let pid;
  try {
    pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
  const birth = birthOf(pid);
  for (let look = 0; look < 14; look++) {
    if (birth === null || birthOf(pid) !== birth) return true;
    await sleep(50);
  }
  process.kill(pid, 'SIGQUIT');
  return false;
}
