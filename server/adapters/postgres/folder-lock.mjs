// Plain JavaScript on Node built-ins alone: the start script uses it before any package is installed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileName = 'in-use.json';

/** Another live process works in the folder. */
export class FolderInUseError extends Error {
  /**
   * @param {string} folder
   * @param {{ pid: number, work: string }} holder
   */
  constructor(folder, holder) {
    super(`${folder} is in use by process ${holder.pid} (${holder.work})`);
    this.name = 'FolderInUseError';
    this.pid = holder.pid;
    this.work = holder.work;
  }
}

/**
 * Marks a folder as this process's own until `release` or the end of the process, however it ends: a mark whose
 * process is gone counts for nothing.
 *
 * @param {string} folder made if absent.
 * @param {string} work what this process does there, for the message that others get.
 * @throws {FolderInUseError} when a live process holds it, this very one included.
 */
export function takeFolder(folder, work) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  const mark = `${JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), work })}\n`;
  for (;;) {
    try {
      writeFileSync(path, mark, { flag: 'wx' });
      return { release: () => removeExactly(path, mark) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const text = textOf(path);
    const holder = text === null ? null : livingHolder(text);
    if (holder) throw new FolderInUseError(folder, holder);
    if (text !== null) removeExactly(path, text);
  }
}

/**
 * Who holds the folder at this moment, or null.
 *
 * @param {string} folder
 * @returns {{ pid: number, work: string } | null}
 */
export function folderHolder(folder) {
  const text = textOf(join(folder, fileName));
  return text === null ? null : livingHolder(text);
}

/** A file written a moment ago may still be empty: it is looked at for a while before it counts as left behind. */
function textOf(path) {
  for (let look = 1; ; look++) {
    try {
      const text = readFileSync(path, 'utf8');
      if (text.endsWith('\n') || look === 20) return text;
    } catch (error) {
      if (error.code === 'ENOENT') return null;
      throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

function livingHolder(text) {
  let mark;
  try {
    mark = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return Number.isInteger(mark.pid) && mark.birth !== null && birthOf(mark.pid) === mark.birth
    ? { pid: mark.pid, work: String(mark.work) }
    : null;
}

/** Two processes may find the same dead mark: the slower one must not remove the quicker one's new mark with it. */
function removeExactly(path, text) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === text) rmSync(aside);
  else renameSync(aside, path);
}

/**
 * Tells one process from a later one with the same number: when it was born, on which boot. Null when it is gone.
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function birthOf(pid) {
  if (process.platform === 'linux') {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ');
      const gone = fields[0] === 'Z' || fields[0] === 'X';
      return gone ? null : `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}`;
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
      throw error;
    }
  }
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C' },
    });
    return /^Z/.test(line.trim()) || line.trim() === '' ? null : line.trim().replace(/^\S+\s+/, '');
  } catch (error) {
    if (error.status === 1) return null;
    throw error;
  }
}
