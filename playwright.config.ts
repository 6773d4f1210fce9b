import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArguments, browserPath } from './scripts/browser.ts';

const firstPort = Number(process.env['CITYWALL_TEST_PORT'] ?? 4317);

/** Where the tests' cities are kept, made when the run begins and gone with it; its workers find it in their environment. */
function dataFolder(): string {
  const given = process.env['CITYWALL_TEST_FOLDER'];
  if (given) return given;
  const made = mkdtempSync(join(tmpdir(), 'citywall-browser-'));
  chmodSync(made, 0o755);
  process.env['CITYWALL_TEST_FOLDER'] = made;
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A city that the tests of some faces share, with its server. */
function city(name: string, port: number, tests: { testMatch: string[]; testIgnore?: string[] }) {
  const folder = join(dataFolder(), name);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const url = `http://127.0.0.1:${port}`;
  return {
    project: {
      ...{ name, workers: 1, ...tests, use: { baseURL: url } },
      // Where `tests/e2e/people.ts` lets people in.
      metadata: { folder },
    },
    server: {
      command: 'node scripts/start.mjs',
      url: `${url}/readyz`,
      timeout: 300_000,
      reuseExistingServer: false,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 } as const,
      stdout: 'pipe' as const,
      stderr: 'pipe' as const,
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        CITYWALL_DATA_DIR: folder,
        CITYWALL_DEMO: 'on',
        CITYWALL_DEMO_SEED: '7',
        CITYWALL_LOG_LEVEL: 'warn',
      },
    },
  };
}

// Tests of one city come one after another, for they share its life: people at desks and in the administration in one,
// walls in the other. A wall waits for its software renderer and a desk for its server, so both together take little
// longer than the longer one.
const ofPeople = ['accounts', 'admin*', 'axe', 'desk*', 'evaluation', 'login', 'moves', 'shift'].map(
  (face) => `**/${face}.spec.ts`,
);
const cities = [
  city('desk', firstPort, { testMatch: ofPeople }),
  city('wall', firstPort + 1, { testMatch: ['**/*.spec.ts'], testIgnore: ofPeople }),
];

// No second tries: what fails once is looked into. Pictures come from a software renderer, so tests wait for states and
// never for frames.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: cities.length,
  retries: 0,
  forbidOnly: true,
  // What waits for minutes, or says again in English what was said in Chinese, runs when asked for.
  ...(process.env['CITYWALL_TEST_SLOW'] === '1' ? {} : { grepInvert: /@slow/ }),
  timeout: 150_000,
  expect: { timeout: 30_000 },
  use: {
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
  projects: cities.map(({ project }) => project),
  webServer: cities.map(({ server }) => server),
});
