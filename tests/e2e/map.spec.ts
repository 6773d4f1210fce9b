import { expect, test, type APIRequestContext, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from './people.ts';

// The map of a wall: over several screens, near, and from one scene to the next. Small sizes: it is drawn by software.
const GAP_MM = 20;
const SIDE = { width: 640, height: 400 };

type Scene = { kind: string; target?: string };

/** Somebody signed in as the administrator; every page of the context may see every wall. */
async function administrator(browser: Browser, base: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: SIDE });
  await signIn(context.request, base, 'admin');
  return context;
}

/** Hangs a wall of screens side by side, 1 px to the millimetre, that shows one scene. */
async function hang(
  request: APIRequestContext,
  base: string,
  id: string,
  columns: number,
  scene: Scene,
): Promise<void> {
  const { walls } = (await (await request.get('/api/v1/walls')).json()) as {
    walls: { version: number; wall: { id: string } }[];
  };
  const screens = Array.from({ length: columns }, (_, column) => ({
    id: String(column + 1),
    x: column * (SIDE.width + GAP_MM),
    y: 0,
    ...SIDE,
    pixels: SIDE,
    rotation: 0,
  }));
  const answer = await request.post(`/api/v1/walls/${id}`, {
    headers: { origin: base },
    data: {
      version: walls.find(({ wall }) => wall.id === id)?.version ?? 0,
      wall: { id, names: { zh: '测试', en: 'Test' }, scope: '120000', viewingDistance: 800, screens },
      layouts: {},
      playlist: [{ scene, seconds: 60 }],
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
  return page;
}

/** Names of districts on a map, each with where it stands on the wall, px: the same whatever screen shows it. */
async function labelsOnWall(page: Page, screenX: number): Promise<Map<string, [number, number]>> {
  const found = await page.getByTestId('district-label').evaluateAll((labels) =>
    labels.map((label): [string, number, number] => {
      const { left, top } = label.getBoundingClientRect();
      return [label.querySelector('text')?.textContent ?? '', left, top];
    }),
  );
  return new Map(found.map(([name, left, top]) => [name, [left + screenX, top]]));
}

// Of three screens side by side the last one is for what is read.
test('a map over two screens is one: the same names at the same places of the wall, each screen with its own part', async ({
  browser,
  baseURL: base,
}) => {
  const baseURL = base ?? '';
  const context = await administrator(browser, baseURL);
  await hang(context.request, baseURL, 'maps', 3, { kind: 'overview' });
  const left = await open(context, '/wall/maps/1');
  const right = await open(context, '/wall/maps/2');
  const widths = await Promise.all(
    [left, right].map((page) =>
      page.getByTestId('map-canvas').evaluate((canvas) => canvas.getBoundingClientRect().width),
    ),
  );
  const full = await left.getByTestId('map-symbols').evaluate((overlay) => overlay.getBoundingClientRect().width);
  for (const width of widths) expect(width).toBeLessThan(full);
  expect(full).toBeGreaterThan((widths[0] ?? 0) + (widths[1] ?? 0) - 2);
  await expect(async () => {
    const [one, other] = [await labelsOnWall(left, 0), await labelsOnWall(right, SIDE.width + GAP_MM)];
    const both = [...one].filter(([name]) => other.has(name));
    expect(both.length).toBeGreaterThan(2);
    for (const [name, [x, y]] of both) {
      const [otherX, otherY] = other.get(name) as [number, number];
      expect(Math.hypot(x - otherX, y - otherY), name).toBeLessThan(3);
    }
  }).toPass({ timeout: 30_000 });
  await context.close();
});

test('flies from the city to a district and on to a subdistrict on the same canvas, and names what it shows', async ({
  browser,
  baseURL: base,
}) => {
  const baseURL = base ?? '';
  const context = await administrator(browser, baseURL);
  await context.addCookies([{ name: 'citywall.lang', value: 'en', url: baseURL }]);
  await hang(context.request, baseURL, 'drill', 1, { kind: 'overview' });
  const page = await open(context, '/wall/drill/1');
  const canvas = page.locator('[data-testid=map-canvas] canvas').first();
  await canvas.evaluate((element) => element.setAttribute('data-first', ''));
  const title = page.getByTestId('focus-map').locator('h2');
  const before = await title.textContent();
  const push = async (scene: Scene): Promise<void> => {
    const answer = await context.request.post('/api/v1/walls/drill/acts', {
      headers: { origin: baseURL },
      data: { act: 'push', scene, minutes: 5 },
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await push({ kind: 'district', target: '120104' });
  await expect(title).toContainText('Nankai', { timeout: 30_000 });
  await expect(page.getByTestId('map-symbols')).not.toHaveAttribute('data-flying', '');
  await expect(page.getByTestId('subdistrict-label').first()).toBeAttached({ timeout: 30_000 });
  const near = page.waitForResponse((answer) => /\/map\/grid\/120104\d{3}\.json/.test(answer.url()), {
    timeout: 60_000,
  });
  await push({ kind: 'subdistrict', target: '120104001' });
  await expect(title).toContainText('Changhong', { timeout: 30_000 });
  expect((await near).ok()).toBe(true);
  // The map was never taken down: no frame without it.
  await expect(canvas).toHaveAttribute('data-first', '');
  expect(before).not.toBe(await title.textContent());
  await context.close();
});

test('a category’s scene shows that category’s own density, with its steps', async ({ browser, baseURL: base }) => {
  const baseURL = base ?? '';
  const context = await administrator(browser, baseURL);
  const { categories } = (await (await context.request.get('/api/v1/dictionary')).json()) as {
    categories: { key: string; shortZh: string }[];
  };
  const [category] = categories;
  await hang(context.request, baseURL, 'kind', 1, { kind: 'category', target: category?.key ?? '' });
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const page = await open(context, '/wall/kind/1');
  await expect(page.getByTestId('focus-map').locator('h2')).toContainText(category?.shortZh ?? '?');
  await expect(page.getByTestId('focus-map').locator('h2')).toContainText('0.5');
  expect(errors).toEqual([]);
  await context.close();
});
