// How long frames take on a map of 4K with 100,000 open cases, heat and 5,000 moving teams: quiet, and while it flies.
// Without a GPU the figure means nothing, and it says so.
// Run: npm run bench:frames [-- SECONDS]
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { browserArguments, browserPath } from '../../scripts/browser.ts';
import { servePage } from './frames/serve-page.ts';
import { quantile, writeResults } from './results.ts';

const SECONDS = Number(process.argv[2] ?? 20);
const CASES = 100_000;
const TEAMS = 5_000;
const BUDGET_MS = 1_000 / 60;

type Measured = { frames: number[]; tasks: number[] };

declare global {
  var benchFrames: number[];
  var benchTasks: number[];
}

/** With a GPU the browser's own choice, unless it says that it has none. */
const launch = (software: boolean) =>
  chromium.launch({
    executablePath: browserPath(),
    args: software ? browserArguments : ['--no-sandbox', '--ignore-gpu-blocklist', '--enable-gpu'],
  });

async function rendererOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const about = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl == null || about == null ? 'none' : String(gl.getParameter(about.UNMASKED_RENDERER_WEBGL));
  });
}

async function measure(page: Page, seconds: number): Promise<Measured> {
  await page.evaluate(() => {
    globalThis.benchFrames.length = 0;
    globalThis.benchTasks.length = 0;
  });
  await pause(seconds * 1_000);
  return page.evaluate(() => ({ frames: [...globalThis.benchFrames], tasks: [...globalThis.benchTasks] }));
}

function told({ frames, tasks }: Measured): Record<string, number> {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    frames: frames.length,
    p50Ms: round(quantile(frames, 0.5)),
    p95Ms: round(quantile(frames, 0.95)),
    p99Ms: round(quantile(frames, 0.99)),
    mostMs: round(Math.max(...frames)),
    /** A frame that came a quarter late was missed. */
    lateShare: round((frames.filter((ms) => ms > BUDGET_MS * 1.25).length / frames.length) * 100) / 100,
    longTasksOver100Ms: tasks.filter((ms) => ms > 100).length,
  };
}

const { url, stop } = await servePage();
let browser = await launch(false);
try {
  let page = await browser.newPage();
  let renderer = await rendererOf(page);
  if (renderer === 'none') {
    await browser.close();
    browser = await launch(true);
    page = await browser.newPage();
    renderer = await rendererOf(page);
  }
  const software = /swiftshader|llvmpipe|software|basic render/iu.test(renderer);
  await page.setViewportSize({ width: 3_840, height: 2_160 });
  await page.goto(`${url}/?cases=${CASES}&teams=${TEAMS}`);
  await page.waitForSelector('[data-testid=focus-map][data-ready]', { timeout: 120_000 });
  await pause(5_000);
  const quiet = told(await measure(page, SECONDS));
  // Back and forth between a district and the busiest part, a flight every three seconds.
  await page.evaluate(() => dispatchEvent(new Event('bench-fly')));
  const flying = told(await measure(page, SECONDS));
  console.log(`drawn by: ${renderer}`);
  console.table({ quiet, flying });
  if (software) console.log('There is no GPU here: these figures mean nothing for a wall, which has one.');
  writeResults('frames', { renderer, software, cases: CASES, teams: TEAMS, pixels: '3840x2160', quiet, flying }, [
    ...(software ? ['anything: without a GPU a frame is the time of the software that draws it'] : []),
    'the other panels of a wall, and the network: the page feeds itself',
  ]);
} finally {
  await browser.close();
  await stop();
}
