import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../fault/node-process.ts';

const root = join(import.meta.dirname, '..', '..');

/** `npm start` on a folder of its own; resolves when it says where it listens. */
async function startCity(port: number, folder: string): Promise<ChildProcess> {
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

async function stopCity(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await gone) as [number | null];
  expect(code).toBe(0);
}

test('a stopped server leaves the last picture with its age, and the wall goes on by itself when it is back', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'citywall-stopped-'));
  chmodSync(folder, 0o755);
  let city = await startCity(port, folder);
  try {
    await page.goto(`http://127.0.0.1:${port}/wall/main/1`);
    await expect(page.getByTestId('value-open')).toHaveText(/\d/, { timeout: 60_000 });
    await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
    await stopCity(city);
    const banner = page.getByTestId('banner-lost');
    await expect(banner).toContainText(/画面停在 \d\d:\d\d:\d\d/);
    await expect(page.getByTestId('value-open')).toHaveText(/\d/);
    await expect(page.getByTestId('district-label').first()).toBeVisible();
    const age = await banner.textContent();
    await expect(banner).not.toHaveText(age ?? '', { timeout: 10_000 });

    city = await startCity(port, folder);
    await expect(banner).toBeHidden({ timeout: 60_000 });
    await expect(page.getByTestId('wall')).toHaveAttribute('data-link', 'live');
    await expect(page.getByTestId('age-cases')).toContainText(/\d/);
  } finally {
    if (city.exitCode === null) await stopCity(city);
    rmSync(folder, { recursive: true, force: true });
  }
});
