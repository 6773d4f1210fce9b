// How long from a report's POST until the wall in Chromium has painted it; paired in the same run with a page that asks the
// same server every five seconds, as most walls do.
// Run: npm run bench pixel [-- REPORTS]
import { freePort } from '#adapters/postgres/free-port.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { keepIngestKey, randomKey } from '#adapters/auth/keys.ts';
import { readConfig } from '#config';
import { browserArguments, browserPath } from '../../scripts/browser.ts';
import { startServer } from '../../server/compose/server.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';

const REPORTS = Number(process.argv[2] ?? 40);
const PRELOADED = 5_000;
const POLL_MS = 5_000;
const doesNotMeasure = [
  'a GPU: the map is drawn by software and takes the page’s main thread, so frames are late here',
  'the way from the graphics card to the eye, and a network: browser, server and Postgres share one machine',
  'a deadline until its timeout is on the glass: the deadline bench says when it is stored, not when it is painted',
  'many screens, and a city under load: one wall, one report at a time',
];
const CENTRE = { lon: 117.2, lat: 39.12 };

declare global {
  var painted: (() => Promise<number>) | undefined;
}

type Report = { sourceId: string };
type Post = (reports: readonly Report[]) => Promise<{ sentAt: number; answeredAt: number }>;

function poster(url: string, key: string): Post {
  return async (reports) => {
    const sentAt = Date.now();
    const items = reports.map(({ sourceId }, index) => ({
      sourceId,
      reportedAt: sentAt,
      conduct: 'told',
      position: { lon: CENTRE.lon + (index % 97) / 5_000, lat: CENTRE.lat + (index % 89) / 5_000 },
      dueAt: sentAt + 86_400_000,
    }));
    const response = await fetch(`${url}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(items),
    });
    if (response.status !== 202) throw new Error(`a report was refused: ${await response.text()}`);
    return { sentAt, answeredAt: Date.now() };
  };
}

/** Arms the page: `painted()` gives the instant of the first frame after the next change of what `selector` shows. */
async function armed(page: Page, selector: string, added: boolean): Promise<() => Promise<number>> {
  await page.evaluate(
    ({ target, onlyAdded }) => {
      const element = document.querySelector(target);
      if (element === null) throw new Error(`the page has no ${target}`);
      const seen = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`nothing changed in ${target} within a minute`)), 60_000);
        const observer = new MutationObserver((records) => {
          if (onlyAdded && records.every(({ addedNodes }) => addedNodes.length === 0)) return;
          observer.disconnect();
          // A frame callback runs before its frame is painted; the next one runs after it.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
        });
        observer.observe(element, { childList: true, characterData: true, subtree: true });
      });
      globalThis.painted = () => seen;
    },
    { target: selector, onlyAdded: added },
  );
  return () => page.evaluate(() => globalThis.painted?.() ?? Promise.reject(new Error('not armed')));
}

async function openWall(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(`${url}/wall/main/1`);
  await page.locator('[data-testid=focus-map][data-ready]').waitFor({ timeout: 120_000 });
  return page;
}

/** What one would write first: a page that asks for the figures every five seconds and writes them down. */
async function openPolling(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${url}/wall/main/1`);
  await page.getByTestId('value-open').waitFor({ timeout: 60_000 });
  // The wall's own scripts would go on in this page; the screen's key is in a cookie.
  await page.goto(`${url}/healthz`);
  await page.evaluate((everyMs) => {
    document.body.innerHTML = '<b id="open"></b>';
    // No named function in here: the page knows nothing of what a compiler adds to one.
    setInterval(async () => {
      const answer = (await (await fetch('/api/v1/figures')).json()) as { open: number };
      const shown = document.getElementById('open');
      if (shown !== null && shown.textContent !== String(answer.open)) shown.textContent = String(answer.open);
    }, everyMs);
  }, POLL_MS);
  await page.locator('#open', { hasText: /\d/ }).waitFor();
  return page;
}

const spread = (samples: readonly number[]) => ({
  p50: Math.round(quantile(samples, 0.5)),
  p90: Math.round(quantile(samples, 0.9)),
  p99: Math.round(quantile(samples, 0.99)),
  samples: samples.length,
});

async function measure(browser: Browser, url: string, post: Post) {
  const wall = await openWall(browser, url);
  const polling = await openPolling(browser, url);
  const stored: number[] = [];
  const onWall: number[] = [];
  const polled: number[] = [];
  for (let i = 0; i < REPORTS; i++) {
    const seen = await armed(wall, '[data-testid=new-cases]', true);
    const read = await armed(polling, '#open', false);
    // The instant falls anywhere between two questions of the page that asks.
    await pause((i * 617) % 1_500);
    const { sentAt, answeredAt } = await post([{ sourceId: `pixel/${i}` }]);
    stored.push(answeredAt - sentAt);
    onWall.push((await seen()) - sentAt);
    polled.push((await read()) - sentAt);
  }
  await polling.close();
  const figures = {
    reportToStored: spread(stored),
    reportToPixel: spread(onWall),
    reportToPixelPolling: spread(polled),
    pollEveryMs: POLL_MS,
    openCases: PRELOADED,
  };
  const ratio = Math.round((10 * figures.reportToPixelPolling.p50) / figures.reportToPixel.p50) / 10;
  return { ...figures, ratio: { pollingToPushedP50: ratio } };
}

async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'citywall-pixel-'));
  const loadAtStart = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  try {
    await withDatabase(async ({ pool }, databaseUrl) => {
      const settings = {
        DATABASE_URL: databaseUrl,
        CITYWALL_DATA_DIR: folder,
        PORT: String(await freePort()),
        HOST: '127.0.0.1',
        NODE_ENV: 'production',
        CITYWALL_DEMO: 'on',
        CITYWALL_LOG_LEVEL: 'error',
      };
      const server = await startServer(readConfig(settings), { simulator: false, say: () => undefined });
      const executablePath = browserPath();
      const browser = await chromium.launch({
        ...(executablePath !== undefined && { executablePath }),
        args: browserArguments,
      });
      try {
        const key = randomKey('source');
        await keepIngestKey(pool, { id: 'pixel-bench', sourceId: 'hotline-12345', key, scope: '120000' });
        const post = poster(server.url, key);
        for (let from = 0; from < PRELOADED; from += 1_000) {
          await post(Array.from({ length: 1_000 }, (_, index) => ({ sourceId: `open/${from + index}` })));
        }
        const figures = { loadAtStart, ...(await measure(browser, server.url, post)) };
        console.log(JSON.stringify(figures, null, 2));
        writeResults('pixel', figures, doesNotMeasure);
      } finally {
        await browser.close();
        await server.stop();
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Pages hold on to errors of their process: without this a failed bench would never end.
process.exit(
  await run().then(
    () => 0,
    (error: unknown) => (console.error(error), 1),
  ),
);
