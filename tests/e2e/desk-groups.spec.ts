import { expect, test, type Page } from '@playwright/test';
import { findCase, openDesk } from './city.ts';

const key = (page: Page, name: string) => page.keyboard.press(name);

/** Two lines of the queue picked by keys, worst first; their numbers. */
async function pickTwo(page: Page): Promise<string[]> {
  await page.getByTestId('grouping').selectOption('none');
  await expect(page.getByTestId('queue-line').first()).toBeVisible({ timeout: 60_000 });
  await page.locator('body').press('j');
  await key(page, 'Space');
  await key(page, 'Shift+ArrowDown');
  await expect(page.getByTestId('bulk-count')).toContainText('2');
  const picked = page.locator('[data-testid=queue-line][data-marked]');
  await expect(picked).toHaveCount(2);
  return picked.evaluateAll((lines) => lines.map((line) => line.getAttribute('data-case') ?? ''));
}

async function bulkDone(page: Page, done: number): Promise<void> {
  const results = page.getByTestId('bulk-results');
  await expect(results).toHaveAttribute('data-phase', 'done');
  await expect(results).toContainText(`办成 ${done} 件`);
  await key(page, 'Escape');
  await expect(results).toBeHidden();
}

test('a card opens where it stands, and all of it or some is picked by keys', async ({ browser }) => {
  const { page, context } = await openDesk(browser, 'duty');
  await page.getByTestId('grouping').selectOption('holder');
  const card = page.getByTestId('queue-card').first();
  await expect(card).toBeVisible({ timeout: 60_000 });
  for (
    let step = 0;
    step < 60 && (await page.locator('[data-testid=queue-card][aria-selected=true]').count()) === 0;
    step++
  )
    await page.locator('body').press('j');
  const selected = page.locator('[data-testid=queue-card][aria-selected=true]');
  const count = Number(await selected.getAttribute('data-count'));
  expect(count).toBeGreaterThan(1);
  await key(page, 'Enter');
  await expect(page.locator('[data-testid=queue-line][data-inner]').first()).toBeVisible();
  await expect(page.getByTestId('case-number')).not.toBeEmpty();
  await page.locator('#desk-queue').focus();
  await key(page, 'Space');
  // Alerts of the living city come and go while one picks.
  await expect(page.getByTestId('bulk-count')).toContainText(/\d+/);
  expect(Number(/\d+/.exec((await page.getByTestId('bulk-count').textContent()) ?? '')?.[0])).toBeGreaterThan(
    count / 2,
  );
  await key(page, 'Escape');
  await expect(page.getByTestId('bulk')).toBeHidden();
  await key(page, 'ArrowLeft');
  await expect(page.locator('[data-testid=queue-line][data-inner]')).toHaveCount(0);
  await context.close();
});

test('a note goes to all that is picked, and what is shelved is counted, seen by all and brought back', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const mine = await openDesk(browser, 'duty');
  const other = await openDesk(browser, 'dispatch');
  const { page } = mine;
  const numbers = await pickTwo(page);
  await key(page, 'm');
  await page.getByTestId('bulk-text').fill('一并批注');
  await key(page, 'Enter');
  await bulkDone(page, 2);
  for (const number of numbers) {
    await findCase(other.page, number);
    await expect(other.page.getByTestId('timeline')).toContainText('一并批注');
  }
  await page.locator('#desk-queue').focus();
  await key(page, 'Shift+Y');
  await page.getByTestId('bulk-text').fill('备件明早到');
  const danger = page.getByTestId('bulk-urgent');
  if ((await danger.count()) > 0) await danger.check();
  await page.getByTestId('bulk-text').press('Enter');
  await bulkDone(page, 2);
  await other.page.getByTestId('tab-shelved').click();
  for (const number of numbers)
    await expect(other.page.locator(`[data-testid=queue-line][data-case="${number}"]`)).toContainText('备件明早到');
  await page.locator('#desk-queue').focus();
  await key(page, 'Shift+T');
  await page.getByTestId('bulk-send').click();
  await bulkDone(page, 2);
  for (const number of numbers)
    await expect(other.page.locator(`[data-testid=queue-line][data-case="${number}"]`)).toHaveCount(0);
  await Promise.all([mine.context.close(), other.context.close()]);
});

test('who else has a case open is seen within a second', async ({ browser }) => {
  const mine = await openDesk(browser, 'duty');
  const other = await openDesk(browser, 'dispatch');
  await mine.page.getByTestId('grouping').selectOption('none');
  await expect(mine.page.getByTestId('queue-line').first()).toBeVisible({ timeout: 60_000 });
  await mine.page.locator('body').press('j');
  await key(mine.page, 'Enter');
  const number = (await mine.page.getByTestId('case-number').textContent()) ?? '';
  await expect(mine.page.getByTestId('also-here')).toHaveCount(0);
  await findCase(other.page, number);
  await expect(mine.page.getByTestId('also-here')).toContainText('派遣员', { timeout: 2_000 });
  await other.context.close();
  await expect(mine.page.getByTestId('also-here')).toHaveCount(0);
  await mine.context.close();
});

test('the load says how it is counted, the alarm is tried and muted, and a view is kept and shared', async ({
  browser,
}) => {
  const mine = await openDesk(browser, 'duty');
  const other = await openDesk(browser, 'dispatch');
  const { page } = mine;
  await expect(page.getByTestId('load-rate')).not.toBeEmpty();
  await page.locator('body').press('Shift+L');
  await expect(page.getByTestId('load-meaning')).toContainText('EEMUA 191');
  await key(page, 'Escape');
  await page.locator('body').press('Shift+M');
  await page.getByTestId('sound-test').click();
  await expect(page.getByTestId('sound-tested')).not.toBeEmpty();
  await page.getByTestId('mute-15').click();
  await expect(page.getByTestId('sound')).toContainText('静音到');
  await page.getByTestId('unmute').click();
  await key(page, 'Escape');

  await page.getByTestId('filter-district').selectOption('120104');
  await page.locator('body').press('Shift+F');
  const name = `南开 ${Date.now()}`;
  await page.getByTestId('view-name').fill(name);
  await page.getByTestId('view-shared').check();
  await page.getByTestId('view-keep').click();
  await expect(page.getByTestId('view').filter({ hasText: name })).toBeVisible();
  await other.page.locator('body').press('Shift+F');
  await other.page.getByTestId('view').filter({ hasText: name }).click();
  await expect(other.page.getByTestId('filter-district')).toHaveValue('120104');
  await Promise.all([mine.context.close(), other.context.close()]);
});
