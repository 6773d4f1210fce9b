import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { attempt, command, installed } from './command.mjs';
import { Refusal, step } from './progress.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @throws {Refusal} when there is no redis-server and it cannot be installed from here. */
export async function ensureRedis() {
  if (onPath('redis-server')) return;
  if (await installFromDebian('redis-server')) return;
  throw new Refusal('The tests need redis-server: install it (apt-get install redis-server, brew install redis).');
}

/**
 * Finds or installs a Chromium: one named by CHROMIUM, one on the machine, Debian's, Playwright's own.
 *
 * @returns {Promise<string | null>} its path; null when Playwright knows where its own is.
 */
export async function ensureBrowser() {
  const named = process.env.CHROMIUM?.trim();
  if (named) {
    if (existsSync(named)) return named;
    throw new Refusal(`CHROMIUM: there is no browser at '${named}'`);
  }
  const there = firstBrowser();
  if (there) return there;
  if (await installFromDebian('chromium')) return firstBrowser();
  const { code, output } = await step('Installing a browser', (note) =>
    attempt(installed('playwright'), ['install', 'chromium'], { note }),
  );
  if (code === 0) return null;
  throw new Refusal(
    `The tests need Chromium: install it, or name one in CHROMIUM.\n${output.trim().split('\n').at(-1)}`,
  );
}

function firstBrowser() {
  return browsers.map(onPath).find((path) => path !== null) ?? null;
}

function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path)) ?? null;
}

/** @returns {Promise<boolean>} whether it is installed now; false where this machine or user cannot. */
async function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  await step(`Installing ${name}`, async (note) => {
    await command('apt-get', ['update'], { note, limitMs: 180_000 });
    await command('apt-get', ['install', '--yes', '--no-install-recommends', name], {
      note,
      // A service that comes with the package is not started: the tests start their own.
      env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  });
  return true;
}
