import { expect, test, type ConsoleMessage, type Page, type WebSocketRoute } from '@playwright/test';
import type { Figures } from '#wire/figures.ts';

/** A figure as a person reads it from the screen. */
async function shown(page: Page, testId: string): Promise<number> {
  return Number(((await page.getByTestId(testId).textContent()) ?? '').replace(/[^\d.]/g, ''));
}

/** Opens the demo's wall and waits until its map and its first figures are there. Any error in the console fails. */
async function openWall(page: Page, query = ''): Promise<string[]> {
  const errors: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`/wall/main/1${query}`);
  await expect(page.getByTestId('value-open')).toHaveText(/\d/, { timeout: 60_000 });
  await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
  return errors;
}

test('shows the figures that the API gives, and says that they are simulated', async ({ page }) => {
  const errors = await openWall(page);
  await expect(page.getByTestId('simulated')).toHaveText('模拟数据');
  await expect(page.getByTestId('place-title')).toContainText('天津市');
  // The city lives on between two readings, so both are taken until they meet.
  await expect(async () => {
    const answer = await page.request.get('/api/v1/figures');
    expect(answer.ok()).toBe(true);
    const figures = (await answer.json()) as Figures;
    const screen = {
      open: await shown(page, 'value-open'),
      dueWithinHour: await shown(page, 'value-due-hour'),
      timedOut: await shown(page, 'value-timed-out'),
      reportedToday: await shown(page, 'reported-today'),
    };
    const { open, dueWithinHour, timedOut, reportedToday } = figures;
    expect(screen).toEqual({ open, dueWithinHour, timedOut, reportedToday });
  }).toPass({ timeout: 60_000 });
  expect(errors).toEqual([]);
});

test('draws the city: districts, league, stages, key and ages', async ({ page }) => {
  const errors = await openWall(page);
  await expect(page.locator('[data-testid^=league-1201]')).toHaveCount(16);
  await expect(page.locator('[data-testid^=stage-]')).toHaveCount(8);
  await expect(page.locator('[data-testid^=city-label-]').first()).toBeVisible();
  await expect(page.getByTestId('district-label').first()).toBeVisible();
  await expect(page.getByTestId('age-cases')).toContainText(/\d/);
  await expect(page.getByTestId('working-hours')).toHaveText(/\S/);
  expect(errors).toEqual([]);
});

test('puts the same number on a lane card and on its shape on the map', async ({ page }) => {
  const errors = await openWall(page);
  const cards = page.getByTestId('lane-card');
  await expect(cards.first().or(page.getByTestId('alert-lane').getByText('当前没有超时案件'))).toBeVisible();
  const numbers = await page.getByTestId('map-symbol').locator('text').allTextContents();
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(errors).toEqual([]);
});

test('counts seconds on the server’s clock', async ({ page }) => {
  await openWall(page);
  const first = await page.getByTestId('time').textContent();
  expect(first).toMatch(/^\d\d:\d\d:\d\d$/);
  await expect(page.getByTestId('time')).not.toHaveText(first ?? '', { timeout: 5_000 });
});

test('speaks English when asked, and still does the next time', async ({ page }) => {
  const errors = await openWall(page, '?lang=en');
  await expect(page.getByTestId('simulated')).toHaveText('SIMULATED');
  await expect(page.getByTestId('place-title')).toContainText('Tianjin');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await openWall(page);
  await expect(page.getByTestId('alert-lane')).toContainText('Timed out');
  expect(errors).toEqual([]);
});

test('leaves nothing cut, off the screen or too small to read, in both languages', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const language of ['zh', 'en']) {
    await openWall(page, `?lang=${language}`);
    await expect(page.locator('[data-testid^=league-1201]')).toHaveCount(16);
    expect(await page.evaluate(readabilityFaults), language).toEqual([]);
  }
});

test('keeps the last picture under a plain banner while the server cannot be reached, and goes on by itself', async ({
  page,
}) => {
  let reachable = true;
  const open: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (!reachable) {
      void socket.close({ code: 1001 });
      return;
    }
    open.push(socket);
    socket.connectToServer();
  });
  await openWall(page);
  const before = await page.getByTestId('value-open').textContent();
  reachable = false;
  for (const socket of open.splice(0)) await socket.close({ code: 1001 });
  const banner = page.getByTestId('banner-lost');
  await expect(banner).toContainText('与服务器失去联系');
  await expect(banner).toContainText(/画面停在 \d\d:\d\d:\d\d/);
  await expect(page.getByTestId('wall')).toHaveAttribute('data-link', 'lost');
  await expect(page.getByTestId('value-open')).toHaveText(before ?? '');
  await expect(page.getByTestId('district-label').first()).toBeVisible();
  const age = await page.getByTestId('age-cases').textContent();
  await expect(page.getByTestId('age-cases')).not.toHaveText(age ?? '', { timeout: 10_000 });
  reachable = true;
  await expect(banner).toBeHidden({ timeout: 30_000 });
  await expect(page.getByTestId('wall')).toHaveAttribute('data-link', 'live');
});

test('draws its map again after the graphics context was lost', async ({ page }) => {
  await openWall(page);
  await page.locator('[data-testid=map-canvas] canvas').evaluate((canvas) => {
    canvas.setAttribute('data-before', '');
    if (canvas instanceof HTMLCanvasElement)
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(page.locator('[data-testid=map-canvas] canvas[data-before]')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
  await expect(page.getByTestId('district-label').first()).toBeVisible();
});

test('says in plain words how a screen without a key gets one', async ({ page }) => {
  await page.goto('/wall/nowhere/9?lang=en');
  await expect(page.getByTestId('access')).toContainText('nowhere');
  await expect(page.getByTestId('access')).toContainText('/admin/screens');
  await expect(page.getByTestId('screen-code')).toHaveText(/^\w{4}-\w{4}$/);
});

test('the front page leads to the wall, the desk and the API, and names its sources', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByTestId('simulated')).toContainText('模拟数据');
  for (const door of ['wall', 'desk', 'api']) await expect(page.getByTestId(`door-${door}`)).toBeVisible();
  await expect(page.getByText('OpenStreetMap')).toBeVisible();
  await page.getByTestId('language').click();
  await expect(page.getByTestId('simulated')).toContainText('SIMULATED');
});

/** Runs in the page: text under 1.8 u, beyond the screen, or cut by its own box. Ellipses on long names are allowed. */
function readabilityFaults(): string[] {
  const u = Math.min(innerHeight / 108, innerWidth / 192);
  const faults: string[] = [];
  for (const element of document.querySelectorAll('[data-testid=wall] *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
    if (!own) continue;
    const style = getComputedStyle(element);
    const text = (element.textContent ?? '').slice(0, 24);
    const scale =
      element instanceof SVGGraphicsElement
        ? Math.hypot(element.getScreenCTM()?.a ?? 1, element.getScreenCTM()?.b ?? 0)
        : 1;
    if ((parseFloat(style.fontSize) * scale) / u < 1.79) faults.push(`small: ${text}`);
    const box = element.getBoundingClientRect();
    if (box.left < -3 || box.top < -3 || box.right > innerWidth + 3 || box.bottom > innerHeight + 3)
      faults.push(`off the screen: ${text}`);
    const cut =
      element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline';
    if (cut && style.textOverflow !== 'ellipsis') faults.push(`cut: ${text}`);
  }
  return faults;
}
