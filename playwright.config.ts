import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './scripts/browser.ts';

const port = process.env['CITYWALL_TEST_PORT'] ?? '4317';

/** A city of the tests' own, made when the run begins and gone with it; its workers find the same one in their environment. */
function dataFolder(): string {
  const given = process.env['CITYWALL_TEST_FOLDER'];
  if (given) return given;
  const made = mkdtempSync(join(tmpdir(), 'citywall-browser-'));
  chmodSync(made, 0o755);
  process.env['CITYWALL_TEST_FOLDER'] = made;
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

// One worker and no second tries: the tests share a living city, and what fails once is looked into. Pictures come from
// a software renderer, so tests wait for states and never for frames.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // What waits for minutes, or says again in English what was said in Chinese, runs when asked for.
  ...(process.env['CITYWALL_TEST_SLOW'] === '1' ? {} : { grepInvert: /@slow/ }),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    // Every test meets the server itself; what comes from the service worker has a test of its own.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browserPath(),
      args: browserArguments,
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    stdout: 'pipe',
    stderr: 'pipe',
    env: {
      PORT: port,
      HOST: '127.0.0.1',
      CITYWALL_DATA_DIR: dataFolder(),
      CITYWALL_DEMO: 'on',
      CITYWALL_DEMO_SEED: '7',
      CITYWALL_LOG_LEVEL: 'warn',
    },
  },
});
