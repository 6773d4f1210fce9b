import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { findCase, openDesk } from './city.ts';
import { report } from './officer-api.ts';
import { openAs, openSource } from './people.ts';

const WALL = 'main';
const opened: BrowserContext[] = [];
const errors: string[] = [];
// Two pages draw maps without a GPU.
test.describe.configure({ timeout: 180_000 });
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((context) => context.close()));
  expect(errors.splice(0)).toEqual([]);
});

async function open(browser: Browser, size: { width: number; height: number }, hasTouch = false): Promise<Page> {
  const context = await browser.newContext({ viewport: size, hasTouch, locale: 'zh-CN' });
  opened.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  return page;
}

async function openWall(browser: Browser): Promise<Page> {
  const page = await open(browser, { width: 960, height: 540 });
  await page.goto(`/wall/${WALL}/1`);
  await expect(page.getByTestId('wall-stage')).toHaveAttribute('data-why', 'playlist', { timeout: 60_000 });
  return page;
}

async function openRemote(browser: Browser, size = { width: 1180, height: 820 }): Promise<Page> {
  const page = await open(browser, size, true);
  await openAs(page, '/briefing', 'duty');
  await expect(page.getByTestId('prepare')).toBeVisible();
  return page;
}

/** A new list of three scenes on the wall alone. */
async function prepare(remote: Page): Promise<void> {
  await expect(remote.getByTestId(`wall-${WALL}`)).toBeVisible();
  for (const row of await remote.locator('[data-testid^=wall-][aria-pressed=true]').all()) await row.tap();
  await remote.getByTestId(`wall-${WALL}`).tap();
  await remote.getByTestId('new-list').tap();
  while ((await remote.getByLabel('移除这一步').count()) > 0) await remote.getByLabel('移除这一步').first().tap();
  for (const kind of ['overview', 'leagues', 'teams']) {
    await remote.getByTestId('scene-kind').selectOption(kind);
    await remote.getByTestId('add-step').tap();
  }
  await remote.getByTestId('list-name').fill('浏览器简报');
  await remote.getByTestId('note').nth(1).fill('看末三名');
}

test('a tablet steps a wall through three scenes and gives it back', async ({ browser }) => {
  const wall = await openWall(browser);
  const stage = wall.getByTestId('wall-stage');
  const remote = await openRemote(browser);
  await prepare(remote);
  await remote.getByTestId('begin').tap();
  await expect(stage).toHaveAttribute('data-why', 'presented');
  await expect(stage).toHaveAttribute('data-scene', 'overview');
  await expect(remote.getByTestId(`standing-${WALL}`)).toHaveAttribute('data-follows', '');

  await remote.getByTestId('next').tap();
  await expect(stage).toHaveAttribute('data-scene', 'leagues');
  await expect(remote.getByTestId('now')).toContainText('看末三名');
  await remote.keyboard.press('ArrowRight');
  await expect(stage).toHaveAttribute('data-scene', 'teams');

  // The first tap only looks.
  await remote.getByTestId('step-1').tap();
  await expect(remote.getByTestId('put')).toBeVisible();
  await expect(stage).toHaveAttribute('data-scene', 'teams');
  await remote.getByTestId('step-1').tap();
  await expect(stage).toHaveAttribute('data-scene', 'overview');

  // A brush of the hand does not empty the walls.
  await remote.getByTestId('give-back').tap();
  await expect(remote.getByTestId('present')).toBeVisible();
  await remote.getByTestId('give-back').focus();
  await remote.keyboard.press('Enter');
  await expect(stage).toHaveAttribute('data-why', 'playlist');
  await expect(remote.getByTestId('list').first()).toContainText('浏览器简报');
  await remote.getByTestId('remove-list').tap();
  await expect(remote.getByText('浏览器简报')).toHaveCount(0);
});

test('a remote that is closed gives the wall back', async ({ browser }) => {
  const wall = await openWall(browser);
  const remote = await openRemote(browser, { width: 390, height: 844 });
  await prepare(remote);
  await remote.getByTestId('begin').tap();
  await expect(wall.getByTestId('wall-stage')).toHaveAttribute('data-why', 'presented');
  await remote.close({ runBeforeUnload: true });
  await expect(wall.getByTestId('wall-stage')).toHaveAttribute('data-why', 'playlist');
});

test('a case goes from the desk to the wall and is taken away', async ({ browser, request }) => {
  const wall = await openWall(browser);
  const stage = wall.getByTestId('wall-stage');
  const number = await report(request, openSource('briefing'));
  const { page, context } = await openDesk(browser, 'duty');
  opened.push(context);
  await findCase(page, number);
  await page.keyboard.press('Shift+W');
  await page.getByTestId('wall-choice').selectOption(WALL);
  await page.getByTestId('wall-for-5').click();
  const asked = page.waitForResponse(/\/walls\/main\/acts/);
  await page.getByTestId('wall-send').click();
  expect((await asked).ok()).toBe(true);
  await expect(stage).toHaveAttribute('data-scene', 'incident');
  await expect(wall.getByTestId('case-facts')).toContainText(number);
  await expect(page.getByTestId('on-wall')).toContainText('我放上');
  await page.getByTestId('take-from-wall').click();
  await expect(page.getByTestId('on-wall')).toHaveCount(0);
  await expect(stage).toHaveAttribute('data-why', 'playlist');
});
