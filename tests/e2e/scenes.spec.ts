import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from './people.ts';

const WALL = 'hall';

/** A screen of the demonstration's hall, small: what is asked for is its layout, not its sharpness. */
async function openScreen(browser: Browser, screen: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  const page = await context.newPage();
  await page.goto(`/wall/${WALL}/${screen}`);
  await expect(page.getByTestId('wall-stage')).toBeVisible({ timeout: 60_000 });
  return { page, context };
}

/** From now on: when the page's scene changed (epoch ms), and how long its longest frame took. */
async function watchScene(page: Page): Promise<() => Promise<{ changedAt: number | null; longestFrameMs: number }>> {
  const seen = await page.evaluateHandle(() => {
    const found = { changedAt: null as number | null, longestFrameMs: 0 };
    const stage = document.querySelector('[data-testid=wall-stage]');
    if (stage === null) throw new Error('there is no stage to watch');
    new MutationObserver(() => (found.changedAt ??= performance.timeOrigin + performance.now())).observe(stage, {
      attributeFilter: ['data-scene'],
    });
    let before = performance.now();
    const frame = (now: number): void => {
      found.longestFrameMs = Math.max(found.longestFrameMs, now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return found;
  });
  return () => seen.jsonValue();
}

/** An officer who acts on the wall from a desk. */
async function officerOf(
  browser: Browser,
  origin: string,
  wall = WALL,
): Promise<{ officer: BrowserContext; act: (data: object) => Promise<void> }> {
  const officer = await browser.newContext({ baseURL: origin });
  await signIn(officer.request, origin, 'duty');
  const act = async (data: object): Promise<void> => {
    const answer = await officer.request.post(`/api/v1/walls/${wall}/acts`, { data, headers: { origin } });
    expect(answer.status()).toBe(200);
  };
  return { officer, act };
}

test('screens of one wall are one picture, and change to what is pushed together', async ({ browser, baseURL }) => {
  const { officer, act } = await officerOf(browser, baseURL ?? '');
  await act({ act: 'hold', scene: { kind: 'overview' } });
  const first = await openScreen(browser, '1');
  const second = await openScreen(browser, '2');
  try {
    // What is read stands on one screen whole; the map goes on behind the bezel.
    await expect(first.page.getByTestId('place-title')).toBeVisible();
    await expect(second.page.getByTestId('place-title')).toHaveCount(0);
    // The numbers are dealt out over the screens.
    await expect(first.page.getByTestId('value-open')).toBeVisible();
    await expect(second.page.getByTestId('value-on-time')).toBeVisible();
    for (const { page } of [first, second]) await expect(page.locator('[data-panel=focus-map]')).toHaveCount(1);

    const cases = (await (await officer.request.get('/api/v1/cases?limit=1')).json()) as {
      cases: { number: string }[];
    };
    const target = cases.cases[0]?.number ?? '';
    await act({ act: 'push', scene: { kind: 'incident', target }, screens: ['2'], minutes: 5 });
    await expect(second.page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'incident');
    await expect(second.page.getByTestId('case-facts')).toContainText(target);
    await expect(second.page.getByTestId('place-title')).toContainText('值班长');
    await expect(first.page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'overview');

    await expect(second.page.getByTestId('spot-mark')).toBeAttached({ timeout: 60_000 });

    // A scene without the main map keeps it alive behind itself: it is there at once when it is asked for again.
    await act({ act: 'release' });
    const map = second.page.locator('[data-panel=focus-map] canvas').first();
    await map.evaluate((canvas) => canvas.setAttribute('data-same', ''));
    await act({ act: 'hold', scene: { kind: 'leagues' } });
    await expect(second.page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'leagues');
    await expect(map).toBeHidden();
    const watched = [await watchScene(first.page), await watchScene(second.page)];
    await act({ act: 'hold', scene: { kind: 'district', target: '120104' } });
    await expect(map).toBeVisible();
    await expect(map).toHaveAttribute('data-same');
    for (const { page } of [first, second]) {
      await expect(page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'district');
    }
    // Both at the same instant of server time: no further apart than the longest frame that either was drawing.
    const [one, other] = await Promise.all(watched.map((read) => read()));
    const apart = Math.abs((one?.changedAt ?? Number.NaN) - (other?.changedAt ?? Number.NaN));
    expect(apart).toBeLessThanOrEqual(Math.max(one?.longestFrameMs ?? 0, other?.longestFrameMs ?? 0));
    await expect(first.page.getByTestId('place-title')).toContainText('南开');
    // The district's own figures, over a connection of its own.
    await expect(async () => {
      const figures = (await (await officer.request.get('/api/v1/figures?place=120104')).json()) as { open: number };
      const shown = (await first.page.getByTestId('value-open').textContent())?.replace(/\D/g, '');
      expect(Number(shown)).toBe(figures.open);
    }).toPass({ timeout: 30_000 });
  } finally {
    await act({ act: 'release' });
    await act({ act: 'resume' });
    for (const { context } of [first, second]) await context.close();
    await officer.close();
  }
});

test('a replay is framed and said to be past, moves alike on two screens, and gives the wall back', async ({
  browser,
  baseURL,
}) => {
  const { officer, act } = await officerOf(browser, baseURL ?? '');
  await act({ act: 'hold', scene: { kind: 'overview' } });
  const [first, fourth] = [await openScreen(browser, '1'), await openScreen(browser, '4')];
  try {
    await act({ act: 'push', scene: { kind: 'replay' }, minutes: 5 });
    for (const { page } of [first, fourth]) {
      await expect(page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'replay');
      await expect(page.getByTestId('scene-edge')).toContainText('不是实时');
    }
    await expect(first.page.getByTestId('replay-head')).toContainText('回放');
    await expect(first.page.getByTestId('replay-ago')).toContainText('不是实时');
    // The hand stands on the screen below, and both tell the same instant.
    const hand = fourth.page.getByTestId('replay-hand');
    await expect(hand).toHaveAttribute('data-step', /^\d+$/, { timeout: 30_000 });
    const shown = async (): Promise<number> => Number(await hand.getAttribute('data-step'));
    const before = await shown();
    await expect.poll(shown, { timeout: 20_000 }).not.toBe(before);
    await expect(async () => {
      const [head, foot] = await Promise.all([
        first.page.getByTestId('replay-time').textContent(),
        hand.locator('[data-part=time]').textContent(),
      ]);
      expect(head).toMatch(/^\d{2}:\d{2}$/);
      expect(foot).toBe(head);
    }).toPass({ timeout: 20_000 });
    await expect(first.page.getByTestId('replay-open')).toHaveText(/^[\d,]+$/);

    await act({ act: 'release' });
    for (const { page } of [first, fourth]) {
      await expect(page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'overview');
      await expect(page.getByTestId('scene-edge')).toHaveCount(0);
    }
    await expect(first.page.getByTestId('place-title')).toBeVisible();
  } finally {
    await act({ act: 'release' });
    await act({ act: 'resume' });
    for (const { context } of [first, fourth]) await context.close();
    await officer.close();
  }
});

test('a district’s scene has the same numbers on its cards and on its map', async ({ page, browser, baseURL }) => {
  const { officer, act } = await officerOf(browser, baseURL ?? '', 'main');
  await act({ act: 'push', scene: { kind: 'district', target: '120104' }, minutes: 5 });
  try {
    await page.goto('/wall/main/1');
    await expect(page.getByTestId('wall-stage')).toHaveAttribute('data-scene', 'district', { timeout: 60_000 });
    await expect(page.getByTestId('focus-map')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
    const numbersOf = (what: string): Promise<string[]> => page.locator(`${what} text`).allTextContents();
    await expect(async () => {
      const cards = await numbersOf('[data-testid=lane-card]');
      const shapes = await numbersOf('[data-testid=map-symbol]');
      expect(cards.length).toBeGreaterThan(0);
      expect(shapes).toEqual(expect.arrayContaining(cards));
    }).toPass({ timeout: 60_000 });
  } finally {
    await act({ act: 'release' });
    await officer.close();
  }
});
