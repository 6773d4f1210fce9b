import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

/** A data folder that the embedded database's own user can read. The caller removes it. */
export function cityFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `citywall-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** `npm start` on a folder of its own; resolves when it says where it listens. */
export async function startCity(port: number, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      CITYWALL_DATA_DIR: folder,
      CITYWALL_DEMO: 'on',
      CITYWALL_DEMO_SEED: '11',
      CITYWALL_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('listens at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said.slice(-2_000)}`)));
  });
  return child;
}

/** Stops it as an operator does, and expects it to end well. */
export async function stopCity(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await gone) as [number | null];
  expect(code).toBe(0);
}
