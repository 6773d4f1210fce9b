import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openAs } from './people.ts';

/** No wall of the demo's: its screens have keys without asking. */
const WALL = 'lobby';
/** Nothing of a revoked screen's picture may be left after this time. */
const GONE_WITHIN_MS = 5_000;

async function administrator(browser: Browser, path: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await openAs(page, path, 'admin');
  await expect(page.getByTestId('approve')).toBeVisible();
  return { page, context };
}

/** A screen's own browser at its address, showing its code. */
async function newScreen(
  browser: Browser,
  screen: string,
): Promise<{ page: Page; context: BrowserContext; code: string }> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  const page = await context.newPage();
  await page.goto(`/wall/${WALL}/${screen}`);
  const code = (await page.getByTestId('screen-code').textContent()) ?? '';
  return { page, context, code: code.trim() };
}

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test('a new screen shows a code, is let in by somebody else, and goes live by itself where it hangs', async ({
  browser,
}) => {
  const screen = await newScreen(browser, '1');
  expect(screen.code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
  await expect(screen.page.locator('main svg[role=img]')).toBeVisible();
  // The QR leads here, through the sign-in.
  const admin = await administrator(browser, `/admin/screens?code=${screen.code}`);
  await expect(admin.page.getByTestId('asked')).toContainText(`/wall/${WALL}/1`);
  await admin.page.getByTestId('hang-screen').fill('left');
  await admin.page.getByTestId('hang-label').fill('指挥大厅 左屏');
  await admin.page.getByTestId('let-in').click();
  await expect(admin.page.getByTestId('approve-said')).toHaveAttribute('data-said', 'approved');

  await screen.page.waitForURL(new RegExp(`/wall/${WALL}/left`));
  await expect(screen.page.locator('[data-testid=wall][data-link=live]')).toBeVisible({ timeout: 60_000 });
  const cookies = await screen.context.cookies();
  expect(cookies.map(({ name, httpOnly }) => [name, httpOnly])).toContainEqual([`citywall_screen.${WALL}.left`, true]);
  expect(cookies.some(({ name }) => name.includes('session'))).toBe(false);
  const me = (await (await screen.page.request.get('/api/v1/me')).json()) as { role: string; id: string };
  expect([me.role, me.id]).toEqual(['screen', `screen:${WALL}/left`]);
  expect((await screen.page.request.get('/api/v1/cases')).status()).toBe(403);

  const card = admin.page.getByTestId(`screen-${WALL}-left`);
  await expect(card).toHaveAttribute('data-state', 'live', { timeout: 40_000 });
  await expect(card.getByTestId('fact-frames')).toContainText('帧/秒');
  await card.getByTestId('picture').click();
  const picture = card.locator('img');
  await expect(picture).toBeVisible({ timeout: 60_000 });
  const bytes = await (await admin.page.request.get((await picture.getAttribute('src')) ?? '')).body();
  expect(bytes.length).toBeGreaterThan(1_000);
  expect(bytes.length).toBeLessThanOrEqual(40 * 1024);

  await card.getByTestId('pattern').click();
  await expect(screen.page.getByTestId('test-pattern')).toBeVisible();
  await expect(screen.page.getByTestId('test-pattern')).toContainText('指挥大厅 左屏');
  await card.getByTestId('pattern').click();
  await expect(screen.page.getByTestId('test-pattern')).toBeHidden();

  const reloaded = screen.page.waitForEvent('load');
  await card.getByTestId('reload').click();
  await reloaded;
  await expect(screen.page.locator('[data-testid=wall][data-link=live]')).toBeVisible({ timeout: 60_000 });

  await card.getByTestId('revoke').click();
  // Both pages' instants are this machine's: from when the operator's word left until the glass was empty. The page
  // looks before the word goes, and once at the beginning: a busy page may come to it late.
  await screen.page.evaluate(() => {
    const look = (): void => {
      if (document.querySelector('[data-testid=not-allowed]') !== null)
        document.body.dataset['emptied'] ??= `${Date.now()}`;
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  });
  const sent = admin.page.waitForRequest((request) => request.url().endsWith('/acts')).then(() => Date.now());
  await admin.page.getByTestId('confirm-yes').click();
  await expect(screen.page.locator('body[data-emptied]')).toBeAttached({ timeout: 60_000 });
  const took = Number(await screen.page.locator('body').getAttribute('data-emptied')) - (await sent);
  console.info(`the glass was empty ${took} ms after it was revoked`);
  expect(took).toBeLessThan(GONE_WITHIN_MS);
  await expect(screen.page.getByTestId('wall')).toHaveCount(0);
  expect(await screen.page.locator('body').innerText()).toBe('此屏幕已停用');
  expect(await screen.page.locator('canvas').count()).toBe(0);
  expect((await screen.page.request.get('/api/v1/dictionary')).status()).toBe(401);
  await expect(card).toHaveAttribute('data-state', 'revoked');

  // It stays so while it goes on asking, and can ask to be let in anew when somebody opens it again.
  const asked = await screen.page.waitForEvent('websocket', { timeout: 60_000 });
  if (!asked.isClosed()) await asked.waitForEvent('close');
  await expect(screen.page.getByTestId('not-allowed')).toBeVisible();
  await screen.page.reload();
  await expect(screen.page.getByTestId('screen-code')).toBeVisible();
  await screen.context.close();
  await admin.context.close();
});

test('a screen that is turned away says so, and a code is used once', async ({ browser }) => {
  const screen = await newScreen(browser, '2');
  const admin = await administrator(browser, '/admin/screens');
  await admin.page.getByTestId('code').fill(screen.code.toLowerCase().replace('-', ' '));
  await admin.page.getByTestId('look').click();
  await admin.page.getByTestId('turn-away').click();
  await expect(admin.page.getByTestId('approve-said')).toHaveAttribute('data-said', 'denied');
  await expect(screen.page.getByTestId('access')).toHaveAttribute('data-at', 'turned-away', { timeout: 15_000 });
  await admin.page.getByTestId('code').fill(screen.code);
  await admin.page.getByTestId('look').click();
  await expect(admin.page.getByTestId('approve-said')).toHaveAttribute('data-said', /settled|unknown/);
  await screen.context.close();
  await admin.context.close();
});
