import { expect, test, type Page, type Response } from '@playwright/test';
import admin from '../../app/_client/i18n/admin.zh.json' with { type: 'json' };
import desk from '../../app/_client/i18n/desk.zh.json' with { type: 'json' };

type Branch = { [key: string]: string | Branch };

/** The longest sentence of a catalogue: no other has it too. */
function longest(branch: Branch): string {
  const texts = Object.values(branch).map((one) => (typeof one === 'string' ? one : longest(one)));
  return texts.reduce((most, text) => (text.length > most.length ? text : most), '');
}

/** As they travel, packed. What MapLibre decodes tiles with runs beside the page and is counted apart. */
const MOST = { scripts: 700 * 1024, mapWorker: 125 * 1024 };

const isScript = (response: Response): boolean =>
  response.request().resourceType() === 'script' || /\.m?js$/.test(new URL(response.url()).pathname);

/** Opens the address and waits until its map is up; what its scripts weigh on the way. */
async function weigh(page: Page, address: string) {
  const weights: Promise<{ path: string; bytes: number; packing: string }>[] = [];
  page.on('response', (response) => {
    if (!isScript(response) || response.status() !== 200) return;
    const path = new URL(response.url()).pathname;
    weights.push(
      response.allHeaders().then(async (headers) => ({
        path,
        packing: headers['content-encoding'] ?? 'none',
        bytes: Number(headers['content-length'] ?? (await response.body()).length),
      })),
    );
  });
  await page.goto(address);
  await expect(page.getByTestId('value-open')).toHaveText(/\d/);
  await expect(page.locator('[data-testid=focus-map][data-ready]')).toBeVisible({ timeout: 60_000 });
  return Promise.all(weights);
}

test('the scripts of a wall weigh at most 700 KB, packed', async ({ page }) => {
  const files = await weigh(page, '/wall/main/1');
  const sum = (of: typeof files): number => of.reduce((total, { bytes }) => total + bytes, 0);
  const worker = files.filter(({ path }) => path.includes('worker'));
  const scripts = files.filter((file) => !worker.includes(file));
  test.info().annotations.push({
    type: 'weight',
    description: `${scripts.length} scripts ${sum(scripts)} bytes, map worker ${sum(worker)} bytes`,
  });
  expect(scripts.length).toBeGreaterThan(5);
  expect(sum(scripts)).toBeGreaterThan(100 * 1024);
  expect(sum(scripts), JSON.stringify(scripts.toSorted((a, b) => b.bytes - a.bytes).slice(0, 8))).toBeLessThan(
    MOST.scripts,
  );
  expect(sum(worker)).toBeLessThan(MOST.mapWorker);
  // Only the loader and what is smaller than a packet may come as it is.
  expect(files.filter(({ packing, bytes }) => packing !== 'br' && bytes > 2_000)).toEqual([]);
});

test('nothing of the desk or the administration is among them', async ({ page }) => {
  const addresses = new Set<string>();
  page.on('response', (response) => {
    if (isScript(response) && response.status() === 200) addresses.add(response.url());
  });
  await page.goto('/wall/main/1');
  await expect(page.getByTestId('value-open')).toHaveText(/\d/);
  // Asked for again by themselves: what a page still loads when the test is over cannot be read.
  const sources = [...addresses].map(async (address) => (await page.request.get(address)).text());
  const all = (await Promise.all(sources)).join('\n');
  expect(all).toContain('数据时效');
  for (const theirs of [longest(desk), longest(admin), 'echarts']) expect(all).not.toContain(theirs);
});
