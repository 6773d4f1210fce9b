// How long a wall takes from its address to the first live picture, with a year of 800,000 cases stored and the server at
// rest: first visit (nothing kept by the browser) and the visits after it.
// Run: npm run bench first-picture [-- CASES]
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { readConfig } from '#config';
import { startServer } from '../../server/compose/server.ts';
import { fillYear } from './made-year.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';
import { freePort } from '#adapters/postgres/free-port.ts';
import { openBrowser, openWall, type Opening } from './wall-page.ts';

const CASES = Number(process.argv[2] ?? 800_000);
const OPEN_CASES = 5_000;
const VISITS = 5;
const GOAL_MS = 2_000;
const doesNotMeasure = [
  'a GPU: software draws the map on the same two cores, which is most of `map` and slows what comes before it',
  'a network between server and screen, and a browser that has to be started first',
  'a server that is still reading facts, or whose database is cold: both are waited for',
];

/** Nothing but waiting for the next probe: a server that just started counts its facts for a while. */
async function atRest(): Promise<void> {
  for (let quiet = 0; quiet < 5;) {
    const before = process.cpuUsage();
    await pause(1_000);
    const { user, system } = process.cpuUsage(before);
    quiet = (user + system) / 1e6 < 0.15 ? quiet + 1 : 0;
  }
}

async function postOpen(url: string, key: string): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < OPEN_CASES; from += 1_000) {
    const items = Array.from({ length: 1_000 }, (_, index) => ({
      sourceId: `open/${from + index}`,
      reportedAt: now,
      conduct: 'told',
      position: { lon: 117.1 + ((from + index) % 197) / 1_000, lat: 39.03 + ((from + index) % 163) / 1_000 },
      dueAt: now + 3_600_000 * (1 + (index % 40)),
    }));
    const response = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(items),
    });
    if (response.status !== 202) throw new Error(`reports were refused: ${await response.text()}`);
  }
}

const rounded = (opening: Opening): Opening => ({
  html: Math.round(opening.html),
  stage: Math.round(opening.stage),
  figures: Math.round(opening.figures),
  map: Math.round(opening.map),
});

function middle(openings: readonly Opening[]): Opening {
  const of = (step: keyof Opening): number =>
    quantile(
      openings.map((one) => one[step]),
      0.5,
    );
  return rounded({ html: of('html'), stage: of('stage'), figures: of('figures'), map: of('map') });
}

async function measure(browser: Browser, url: string) {
  const first: Opening[] = [];
  const again: Opening[] = [];
  let weight: Pick<Awaited<ReturnType<typeof openWall>>, 'script' | 'other'> | null = null;
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' });
    const cold = await openWall(context, url);
    await cold.page.close();
    const warm = await openWall(context, url);
    first.push(cold.opening);
    again.push(warm.opening);
    weight ??= { script: cold.script, other: cold.other };
    await context.close();
    await pause(1_000);
  }
  return { firstVisitMs: middle(first), laterVisitMs: middle(again), all: { first: first.map(rounded) }, weight };
}

/** How long the server takes for what a wall asks for, at rest. */
async function answers(url: string): Promise<Record<string, number>> {
  const took: Record<string, number> = {};
  for (const path of ['/wall/main/1', '/api/v1/dictionary', '/map/districts.json', '/map/subdistricts.json']) {
    const samples: number[] = [];
    for (let run = 0; run < 5; run++) {
      const begun = performance.now();
      const response = await fetch(url + path, { redirect: 'manual' });
      await response.arrayBuffer();
      samples.push(performance.now() - begun);
    }
    took[path] = Math.round(quantile(samples, 0.5) * 10) / 10;
  }
  return took;
}

async function run(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'citywall-first-picture-'));
  try {
    return await withDatabase(async ({ pool }, databaseUrl) => {
      const settings = {
        ...{ DATABASE_URL: databaseUrl, CITYWALL_DATA_DIR: folder, PORT: String(await freePort()) },
        ...{ HOST: '127.0.0.1', NODE_ENV: 'production', CITYWALL_DEMO: 'on', CITYWALL_LOG_LEVEL: 'error' },
      };
      const quiet = { simulator: false, say: () => undefined };
      // The first start seeds the places that the cases lie in.
      await (await startServer(readConfig(settings), { ...quiet, pages: false })).stop();
      const filling = performance.now();
      await fillYear(pool, CASES, Date.now());
      const filledMs = Math.round(performance.now() - filling);
      const starting = performance.now();
      const server = await startServer(readConfig(settings), quiet);
      const startedMs = Math.round(performance.now() - starting);
      const browser = await openBrowser();
      try {
        const key = randomKey('source');
        await keepIngestKey(pool, { id: 'first-picture', sourceId: 'hotline-12345', key, scope: '120000' });
        await postOpen(server.url, key);
        await atRest();
        const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
        const serverMs = await answers(server.url);
        const figures = {
          ...{ loadAtStart, cases: CASES, openCases: OPEN_CASES, filledMs, startedMs, serverMs, goalMs: GOAL_MS },
          ...(await measure(browser, server.url)),
        };
        console.log(JSON.stringify(figures, null, 2));
        const { figures: live, map } = figures.firstVisitMs;
        console.log(
          `first live figures after ${live} ms, the map drawn by software after ${map} ms (goal ${GOAL_MS} ms)`,
        );
        writeResults('first-picture', figures, doesNotMeasure);
        return live <= GOAL_MS;
      } finally {
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
