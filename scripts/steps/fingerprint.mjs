import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.mjs';

/**
 * One hash over the names and contents of files and folders; what does not exist counts as absent.
 *
 * @param {readonly string[]} paths relative to the root.
 * @param {readonly string[]} [leaveOut] paths that do not count, with all below them.
 * @returns {string} 64 hexadecimal digits.
 */
export function fingerprint(paths, leaveOut = []) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const add = (path) => {
    if (leaveOut.includes(path)) return;
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (!found) return;
    if (found.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else {
      hash.update(`${path}\0${found.size}\0`).update(readFileSync(join(root, path)));
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

/** What a step was last done for; written only after it was done, so a step cut short is done again. */
export function mark(path) {
  const file = join(root, path);
  return {
    read: () => (statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'utf8').trim() : null),
    write: (text) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${text}\n`);
    },
  };
}
