import { rmSync } from 'node:fs';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { freePort } from '#adapters/postgres/free-port.ts';
import { cityFolder, startCity, stopCity } from './own-city.ts';

const WALL = '/wall/main/1';

/** Opens a wall and waits until it has painted itself whole. */
async function openWall(page: Page, address = WALL): Promise<void> {
  await page.goto(address);
  await expect(page.getByTestId('value-open')).toHaveText(/\d/, { timeout: 60_000 });
  await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
}

/** The page that took the first one's place. */
async function freshPage(page: Page, withinMs = 60_000): Promise<Frame> {
  const second = page.locator('[data-testid=second-page][data-shown]');
  await expect(second).toBeAttached({ timeout: withinMs });
  const frame = await (await second.elementHandle())?.contentFrame();
  if (!frame) throw new Error('the second page has no frame');
  return frame;
}

/** How often, since it was called, no page at all showed the figures. */
async function watchForGaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { gaps: 0 };
    Reflect.set(globalThis, 'counted', counted);
    setInterval(() => {
      const documents = [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)];
      const shown = documents.some((one) =>
        /\d/.test(one?.querySelector('[data-testid=value-open]')?.textContent ?? ''),
      );
      if (!shown) counted.gaps += 1;
    }, 50);
  });
  return () => page.evaluate(() => (Reflect.get(globalThis, 'counted') as { gaps: number }).gaps);
}

/** How many different colours a canvas holds, up to a hundred: one that is black or empty has one. */
function coloursOfStill(page: Page): Promise<number> {
  return page.getByTestId('map-still').evaluate((canvas: HTMLCanvasElement) => {
    if (canvas.width === 0) return 0;
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const seen = new Set<number>();
    for (let at = 0; at < data.length && seen.size < 100; at += 4)
      seen.add((data[at] ?? 0) * 65_536 + (data[at + 1] ?? 0) * 256 + (data[at + 2] ?? 0));
    return seen.size;
  });
}

test('a lost WebGL context leaves a still of the map, and a new map comes by itself', async ({ page }) => {
  await openWall(page);
  await expect.poll(() => coloursOfStill(page), { timeout: 60_000 }).toBeGreaterThan(10);
  const canvas = page.locator('canvas.maplibregl-canvas').first();
  await canvas.evaluate((drawn: HTMLCanvasElement) => {
    drawn.dataset['life'] = 'first';
    drawn.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  expect(await coloursOfStill(page)).toBeGreaterThan(10);
  await expect(page.locator('canvas.maplibregl-canvas[data-life=first]')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.locator('canvas.maplibregl-canvas').first()).toBeAttached();
  await expect(page.getByTestId('district-label').first()).toBeVisible();
  await expect
    .poll(
      () =>
        page
          .locator('canvas.maplibregl-canvas')
          .first()
          .evaluate((drawn: HTMLCanvasElement) => drawn.getContext('webgl2')?.isContextLost()),
      { timeout: 30_000 },
    )
    .toBe(false);
});

test('a page that throws again and again makes room for a fresh one, and the picture is never gone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openWall(page);
  const gaps = await watchForGaps(page);
  await page.evaluate(() => {
    for (let count = 0; count < 25; count++)
      setTimeout(() => {
        throw new Error('a made fault');
      }, count);
  });
  const fresh = await freshPage(page, 120_000);
  await expect(fresh.getByTestId('wall')).toHaveAttribute('data-link', 'live');
  // What stood there before is down: its connection, its maps and all they held.
  await expect(page.getByTestId('wall')).toHaveCount(0);
  expect(await gaps()).toBe(0);
});

test('a page that draws no more frames is replaced @slow', async ({ page }) => {
  test.setTimeout(180_000);
  await openWall(page);
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  const fresh = await freshPage(page, 120_000);
  await expect(fresh.getByTestId('value-open')).toHaveText(/\d/);
});

test('a server of another build gets a page of its own build, behind the one that is shown', async ({ page }) => {
  test.setTimeout(180_000);
  let build: string | null = null;
  let other = false;
  let drop = (): void => undefined;
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    drop = () => void socket.close();
    server.onMessage((message) => {
      if (typeof message === 'string' || build === null || !other) return socket.send(message);
      socket.send(Buffer.from(message.toString('latin1').replaceAll(build, 'another-0001'), 'latin1'));
    });
  });
  await openWall(page);
  build = await page.locator('meta[name=citywall-build]').getAttribute('content');
  expect(build).toHaveLength('another-0001'.length);
  const gaps = await watchForGaps(page);
  // What is spread over half a minute happens at once here.
  await page.evaluate(() => {
    Math.random = () => 0.001;
  });
  other = true;
  drop();
  const fresh = await freshPage(page, 120_000);
  await expect(fresh.getByTestId('value-open')).toHaveText(/\d/);
  await expect(page.getByTestId('wall')).toHaveCount(0);
  expect(await gaps()).toBe(0);
});

test('a page whose code did not arrive comes up through a fresh one @slow', async ({ page, request }) => {
  test.setTimeout(180_000);
  const first = await (await request.get(WALL)).text();
  let broken = true;
  await page.route(/\/_next\/static\/chunks\/.*\.js/, (route) => {
    const { pathname } = new URL(route.request().url());
    return broken && !first.includes(pathname) ? route.abort() : route.continue();
  });
  await page.goto(WALL);
  await expect(page.getByTestId('second-page')).toBeAttached({ timeout: 60_000 });
  broken = false;
  const fresh = await freshPage(page, 150_000);
  await expect(fresh.getByTestId('value-open')).toHaveText(/\d/);
});

test('a network that was dead is taken up at once when it is back', async ({ page, context }) => {
  await openWall(page);
  await context.setOffline(true);
  // The network's end is noticed by what no longer answers.
  const banner = page.getByTestId('banner-lost');
  await expect(banner).toContainText(/画面停在 \d\d:\d\d:\d\d/, { timeout: 60_000 });
  // What came last may still be rolling in; then the number stands while its age goes on.
  const older = async (): Promise<void> => expect(banner).not.toHaveText((await banner.textContent()) ?? '');
  await older();
  const open = (await page.getByTestId('value-open').textContent()) ?? '';
  expect(open).toMatch(/\d/);
  await older();
  await expect(page.getByTestId('value-open')).toHaveText(open);
  await context.setOffline(false);
  await expect(page.getByTestId('wall')).toHaveAttribute('data-link', 'live', { timeout: 10_000 });
});

test.describe('without its server', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a wall that was here once comes up with its last picture, said to be lost, and goes on when the server is back @slow', async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const port = await freePort();
    const folder = cityFolder('heal');
    const address = `http://127.0.0.1:${port}${WALL}`;
    let city = await startCity(port, folder);
    try {
      await openWall(page, address);
      await expect(page.locator('html[data-kept]')).toBeAttached({ timeout: 120_000 });
      const kept = await page.evaluate(async () => {
        const names = await caches.keys();
        const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return { names, addresses: all.flat().map(({ url }) => new URL(url).pathname) };
      });
      expect(kept.names).toHaveLength(1);
      expect(kept.addresses).toContain(WALL);
      expect(kept.addresses.filter((path) => path.startsWith('/api') || path.startsWith('/socket.io'))).toEqual([]);
      await stopCity(city);
      await expect(page.getByTestId('banner-lost')).toBeVisible();
      // The number may still be rolling to what came last.
      let last = '';
      await expect
        .poll(
          async () => {
            const before = last;
            last = (await page.getByTestId('value-open').textContent()) ?? '';
            return last === before;
          },
          { intervals: [1_000] },
        )
        .toBe(true);

      await page.goto(`${address}?lang=zh`);
      await expect(page.getByTestId('value-open')).toHaveText(last, { timeout: 60_000 });
      await expect(page.getByTestId('banner-lost')).toContainText(/画面停在 \d\d:\d\d:\d\d/);
      await expect(page.getByTestId('place-title')).toContainText('天津市');
      await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
      await expect(page.getByTestId('district-label').first()).toBeVisible();

      city = await startCity(port, folder);
      await expect(page.getByTestId('wall')).toHaveAttribute('data-link', 'live', { timeout: 60_000 });
      await expect(page.getByTestId('banner-lost')).toBeHidden();
    } finally {
      if (city.exitCode === null) await stopCity(city);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
