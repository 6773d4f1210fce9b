import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { birthOf, FolderInUseError, folderHolder, takeFolder } from '#adapters/postgres/folder-lock.mjs';
import { keptSecret } from '#adapters/postgres/kept-secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'citywall-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function mark(text: string): void {
  writeFileSync(join(folder, 'in-use.json'), text);
}

describe('takeFolder', () => {
  it('is held by one at a time, and free again after release', () => {
    const hold = takeFolder(folder, 'first');
    expect(() => takeFolder(folder, 'second')).toThrow(FolderInUseError);
    expect(() => takeFolder(folder, 'second')).toThrow(`is in use by process ${process.pid} (first)`);
    hold.release();
    hold.release();
    expect(folderHolder(folder)).toBeNull();
    takeFolder(folder, 'second').release();
  });

  it('takes over the mark of a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    mark(`${JSON.stringify({ pid: child.pid, birth: birthOf(child.pid ?? 0), work: 'killed' })}\n`);
    expect(folderHolder(folder)).toEqual({ pid: child.pid, work: 'killed' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    takeFolder(folder, 'next').release();
  });

  it('is not misled by a stranger who got the same process number since', () => {
    mark(`${JSON.stringify({ pid: process.pid, birth: 'long ago', work: 'gone' })}\n`);
    takeFolder(folder, 'next').release();
  });

  it('takes over a mark that was cut short', () => {
    mark('{"pid":');
    takeFolder(folder, 'next').release();
  });

  it('never removes the mark of another', () => {
    const hold = takeFolder(folder, 'first');
    const other = `${JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), work: 'other' })}\n`;
    mark(other);
    hold.release();
    expect(folderHolder(folder)).toEqual({ pid: process.pid, work: 'other' });
  });
});

describe('keptSecret', () => {
  it('is made once, by whoever comes first, for its owner alone', async () => {
    const secrets = await Promise.all([1, 2, 3, 4].map(() => keptSecret(folder, 'auth.secret')));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[\w-]{43}$/);
    expect(statSync(join(folder, 'auth.secret')).mode & 0o777).toBe(0o600);
  });
});
