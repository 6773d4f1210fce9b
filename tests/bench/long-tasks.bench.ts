// Tasks that hold the wall's main thread for longer than 100 ms once its first picture is up, at 5,000 teams that all move
// every second and 5,000 open cases; of each, what the page's own scripts, style and layout took, and what is left.
// Run: npm run bench long-tasks [-- SECONDS]
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { readConfig } from '#config';
import { startServer } from '../../server/compose/server.ts';
import { moveTeams, staffTeams } from './moving-teams.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';
import { freePort } from '#adapters/postgres/free-port.ts';
import { openBrowser, openWall } from './wall-page.ts';

const SECONDS = Number(process.argv[2] ?? 60);
const TEAMS = 5_000;
const SETTLE_MS = 15_000;
const GOAL_MS = 100;
const SOURCE = 'collector-app';
const doesNotMeasure = [
  'a GPU: without one the drawing of the map holds up the same thread; what the page itself computes is told apart as ' +
    'the time of its scripts, style and layout',
  'a machine of its own: browser, server and Postgres share these cores, so a task may be long because it had to wait',
];

/** One stretch of work that kept the page from its next frame, ms. */
type Stretch = { duration: number; scripts: number; layout: number; worst: string };

declare global {
  var stretches: Stretch[] | undefined;
}

/** Begins to write down long frames with what they were made of. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    type Script = { duration: number; sourceURL: string; sourceFunctionName: string; invoker: string };
    type Frame = PerformanceEntry & { renderStart: number; styleAndLayoutStart: number; scripts: Script[] };
    const stretches: Stretch[] = [];
    globalThis.stretches = stretches;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Frame[]) {
        const end = entry.startTime + entry.duration;
        const longest = [...entry.scripts].sort((a, b) => b.duration - a.duration)[0];
        stretches.push({
          duration: entry.duration,
          scripts: entry.scripts.reduce((sum, { duration }) => sum + duration, 0),
          layout: entry.styleAndLayoutStart > 0 ? end - entry.styleAndLayoutStart : 0,
          worst: longest === undefined ? '' : `${longest.invoker} ${longest.sourceFunctionName}`.trim(),
        });
      }
    }).observe({ type: 'long-animation-frame' });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) stretches.push({ duration, scripts: -1, layout: -1, worst: '' });
    }).observe({ type: 'longtask' });
  });
}

function told(stretches: readonly Stretch[]) {
  const tasks = stretches.filter(({ scripts }) => scripts < 0).map(({ duration }) => duration);
  const frames = stretches.filter(({ scripts }) => scripts >= 0);
  const own = frames.map(({ scripts }) => scripts);
  const worst = [...frames].sort((a, b) => b.scripts - a.scripts).slice(0, 5);
  const rounded = (ms: number): number => Math.round(ms * 10) / 10;
  return {
    longTasks: {
      over50: tasks.length,
      over100: tasks.filter((ms) => ms > GOAL_MS).length,
      p90: rounded(quantile(tasks, 0.9) || 0),
      worst: rounded(Math.max(0, ...tasks)),
    },
    ownScripts: {
      framesOver100: own.filter((ms) => ms > GOAL_MS).length,
      p90: rounded(quantile(own, 0.9) || 0),
      worst: rounded(Math.max(0, ...own)),
    },
    layoutWorst: rounded(Math.max(0, ...frames.map(({ layout }) => layout))),
    worstFrames: worst.map((one) => ({ ...one, duration: rounded(one.duration), scripts: rounded(one.scripts) })),
  };
}

async function run(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'citywall-long-tasks-'));
  try {
    return await withDatabase(async ({ pool }, databaseUrl) => {
      const settings = {
        ...{ DATABASE_URL: databaseUrl, CITYWALL_DATA_DIR: folder, PORT: String(await freePort()) },
        ...{ HOST: '127.0.0.1', NODE_ENV: 'production', CITYWALL_DEMO: 'on', CITYWALL_LOG_LEVEL: 'error' },
      };
      const quiet = { simulator: false, say: () => undefined };
      await (await startServer(readConfig(settings), { ...quiet, pages: false })).stop();
      await staffTeams(pool, SOURCE, TEAMS);
      const server = await startServer(readConfig(settings), quiet);
      const browser = await openBrowser();
      const key = randomKey('source');
      await keepIngestKey(pool, { id: 'long-tasks', sourceId: SOURCE, key, scope: '120000' });
      const halt = moveTeams(server.url, key, TEAMS);
      try {
        const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' });
        const { page } = await openWall(context, server.url);
        await pause(SETTLE_MS);
        await watch(page);
        const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
        await pause(SECONDS * 1_000);
        const stretches = (await page.evaluate(() => globalThis.stretches)) ?? [];
        const figures = { loadAtStart, teams: TEAMS, seconds: SECONDS, goalMs: GOAL_MS, ...told(stretches) };
        console.log(JSON.stringify(figures, null, 2));
        writeResults('long-tasks', figures, doesNotMeasure);
        return figures.ownScripts.framesOver100 === 0;
      } finally {
        halt();
        await browser.close();
        await server.stop();
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// While a server without pages starts, nothing else keeps this process from ending.
setInterval(() => undefined, 60_000);
// Pages hold on to errors of their process: without this a failed bench would never end.
process.exit(
  await run().then(
    (reached) => (reached ? 0 : 1),
    (error: unknown) => (console.error(error), 1),
  ),
);
