import {
  expect,
  test,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type WebSocketRoute,
} from '@playwright/test';
import { openAs } from './people.ts';

/** A desk draws a map all the time: those of earlier tests would starve the later ones. */
const opened: BrowserContext[] = [];
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
});

/** Opens the desk as somebody signs in there: through the page that asks. */
async function desk(
  browser: Browser,
  username: string,
  language: 'zh' | 'en' = 'zh',
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  opened.push(context);
  const page = await context.newPage();
  await prepare(page);
  await openAs(page, '/desk', username);
  await expect(page.getByTestId('desk')).toBeVisible();
  if (language === 'en') await page.getByTestId('language-en').click();
  return page;
}

const lineOf = (page: Page, number: string): Locator => page.locator(`[data-testid=queue-line][data-case="${number}"]`);

/** Opens the first line that nobody has taken and tells its number. The living city may move any case, never all. */
async function openUntaken(page: Page): Promise<string> {
  await page.getByTestId('tab-untaken').click();
  await expect(page.getByTestId('queue-line').first()).toBeVisible({ timeout: 60_000 });
  await page.locator('body').press('j');
  await page.locator('body').press('Enter');
  await expect(page.getByTestId('hero-clock').or(page.getByTestId('acts')).first()).toBeVisible();
  return (await page.getByTestId('case-number').textContent()) ?? '';
}

/** Opens a case on another desk by its number. */
async function find(page: Page, number: string): Promise<void> {
  await page.getByTestId('find-case').fill(number);
  await page.getByTestId('find-case').press('Enter');
  await expect(page.getByTestId('case-number')).toHaveText(number);
}

test('somebody who is not signed in is sent to sign in, and back', async ({ page }) => {
  await page.goto('/desk?case=NOBODY');
  await page.waitForURL(/\/login\?next=%2Fdesk%3Fcase%3DNOBODY/);
});

test('an officer takes the worst alert, and every other desk sees it within a second', async ({ browser }) => {
  const mine = await desk(browser, 'duty');
  const other = await desk(browser, 'dispatch');
  await expect(mine.getByTestId('simulated')).toBeVisible();
  await expect(mine.getByTestId('queue-line').first()).toBeVisible({ timeout: 60_000 });
  const number = await openUntaken(mine);
  await find(other, number);
  await expect(other.getByTestId('acts').getByTestId('act-take')).toBeEnabled();

  await mine.locator('body').press('t');
  await expect(mine.getByTestId('holder')).toHaveText('我接办');
  await expect(other.getByTestId('holder')).toContainText('值班长 接办', { timeout: 1_000 });
  await expect(mine.getByTestId('act-release')).toBeEnabled();

  await mine.locator('body').press('Shift+T');
  await expect(mine.getByTestId('holder')).toHaveText('无人接办');
  await expect(other.getByTestId('holder')).toHaveText('无人接办', { timeout: 1_000 });
});

test('a note is typed, outlives a reload and reaches the other desk', async ({ browser }) => {
  const mine = await desk(browser, 'duty');
  const other = await desk(browser, 'dispatch');
  const number = await openUntaken(mine);
  await mine.locator('body').press('m');
  // Letters that are acts elsewhere are only letters here.
  await mine.getByTestId('comment').pressSequentially('txd 请三班回报到场时间');
  await expect(mine.getByTestId('draft-kept')).toContainText('已存');
  await mine.reload();
  await expect(mine.getByTestId('case-number')).toHaveText(number);
  await expect(mine.getByTestId('comment')).toHaveValue('txd 请三班回报到场时间');

  await find(other, number);
  await mine.getByTestId('comment').press('Enter');
  await expect(mine.getByTestId('comment')).toHaveValue('');
  await expect(other.getByTestId('timeline')).toContainText('txd 请三班回报到场时间');
  await expect(mine.getByTestId('last-done')).toContainText(number);
});

test('two officers act on one case: the second is told who was first and loses no word', async ({ browser }) => {
  const mine = await desk(browser, 'duty');
  const other = await desk(browser, 'dispatch');
  const number = await openUntaken(mine);
  await find(other, number);
  await mine.locator('body').press('u');
  await mine.getByTestId('act-text').fill('第二个到');
  await other.locator('body').press('u');
  await other.getByTestId('act-text').fill('第一个到');
  await other.getByTestId('act-text').press('Enter');
  await expect(other.getByTestId('timeline')).toContainText('催办：第一个到');

  await expect(mine.getByTestId('conflict')).toContainText('第一个到');
  await expect(mine.getByTestId('act-send')).toBeDisabled();
  await expect(mine.getByTestId('act-text')).toHaveValue('第二个到');
  await mine.getByTestId('redo').click();
  await mine.getByTestId('act-text').press('Enter');
  await expect(other.getByTestId('timeline')).toContainText('催办：第二个到');
  await expect(mine.getByTestId('act-form')).toBeHidden();
});

test('the order stands still under the pointer while its facts change', async ({ browser }) => {
  const page = await desk(browser, 'duty', 'en');
  const other = await desk(browser, 'dispatch');
  const number = await openUntaken(other);
  await page.getByTestId('filter-text').fill(number.slice(0, 1));
  await expect(lineOf(page, number)).toBeVisible();
  await page.getByTestId('queue-region').hover();
  await expect(page.getByTestId('queue-region')).toContainText(/order frozen|new/);
  const numbers = (): Promise<(string | null)[]> =>
    page.getByTestId('queue-line').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-case')));
  const before = await numbers();
  await other.locator('body').press('t');
  await expect(lineOf(page, number).getByTestId('taken-by')).toHaveText('派遣员');
  expect(await numbers()).toEqual(before);
  await expect(other.getByTestId('act-release')).toBeEnabled();
  await other.locator('body').press('Shift+T');
  await expect(lineOf(page, number).getByTestId('taken-by')).toBeHidden();
});

test('a case that is found has the keys, also one that is open already', async ({ browser }) => {
  const page = await desk(browser, 'duty');
  const number = await openUntaken(page);
  for (const _ of [1, 2]) {
    await find(page, number);
    await expect(page.locator('#desk-case')).toBeFocused();
  }
});

test('everything has a key, and the keys are listed', async ({ browser }) => {
  const page = await desk(browser, 'duty', 'en');
  await page.locator('body').press('?');
  await expect(page.getByTestId('key-list')).toContainText('Dispatch');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('key-list')).toBeHidden();
  await page.locator('body').press('/');
  await page.keyboard.type('no such words anywhere');
  await expect(page.getByTestId('queue-line')).toHaveCount(0);
  await expect(page.getByTestId('acts')).toHaveCount(0);
});

test('without a link nothing is lost and nothing is done', async ({ browser }) => {
  let cut = false;
  const links: WebSocketRoute[] = [];
  const page = await desk(browser, 'duty', 'zh', (page) =>
    page.routeWebSocket(/\/socket\.io\//, (link) => {
      if (cut) return void link.close();
      links.push(link);
      link.connectToServer();
    }),
  );
  const number = await openUntaken(page);
  cut = true;
  await Promise.all(links.map((link) => link.close()));
  const banner = page.getByTestId('link-banner');
  await expect(banner).toContainText('失去联系');
  await expect(page.getByTestId('acts-away')).toBeVisible();
  await page.getByTestId('comment').fill('断线时写的');
  await expect(page.getByTestId('comment-send')).toBeDisabled();
  await expect(lineOf(page, number)).toBeVisible();
  cut = false;
  await expect(banner).toBeHidden({ timeout: 30_000 });
  await expect(page.getByTestId('comment')).toHaveValue('断线时写的');
  await expect(page.getByTestId('comment-send')).toBeEnabled();
});
