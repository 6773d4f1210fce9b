import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal, say } from './progress.mjs';

/** The repository's root, where every command runs. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every command still running, each the head of a process group of its own. */
const running = new Set();

for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(name, () => {
    // Between commands a script with its own way to stop decides.
    if (running.size === 0 && process.listenerCount(name) > 1) return;
    say(`\nstopped by ${name}`);
    endAll('SIGTERM');
    setTimeout(() => process.exit(code), running.size === 0 ? 0 : 2_000);
  });
}
process.on('exit', () => endAll('SIGKILL'));

function endAll(signal) {
  for (const child of running) endGroup(child, signal);
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Runs a command to its end in the repository's root.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ env?: Record<string, string>, limitMs?: number, note?: (line: string) => void, show?: boolean }} [options]
 *   `env` adds to the environment; past `limitMs` (ten minutes) the command and all that it started are ended; `note`
 *   hears every line; `show` prints them all.
 * @returns {Promise<{ code: number, output: string }>} the exit code (124 past the limit) and all it printed.
 */
export function attempt(program, parameters, { env = {}, limitMs = 600_000, note, show = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, parameters, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    let output = '';
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      endGroup(child, 'SIGKILL');
    }, limitMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
        if (show) process.stderr.write(chunk);
        const line = chunk.trim().split('\n').at(-1)?.trim();
        if (line) note?.(line);
      });
    }
    const finish = () => {
      clearTimeout(limit);
      running.delete(child);
    };
    child.once('error', (error) => {
      finish();
      fail(error.code === 'ENOENT' ? new Refusal(`${program} is not installed`) : error);
    });
    child.once('close', (code) => {
      finish();
      if (late) output += `\nended after ${Math.round(limitMs / 1000)} seconds\n`;
      done({ code: late ? 124 : (code ?? 1), output });
    });
  });
}

/** As `attempt`, but a failure is a refusal with the end of what the command printed. */
export async function command(program, parameters, options) {
  const { code, output } = await attempt(program, parameters, options);
  if (code === 0) return output;
  const end = output.trimEnd().split('\n').slice(-25).join('\n');
  throw new Refusal(`${[program, ...parameters].join(' ')} failed with exit code ${code}:\n${end}`);
}

/** A program that came with the packages, by its name in node_modules/.bin. */
export function installed(name) {
  return `${root}node_modules/.bin/${name}`;
}
