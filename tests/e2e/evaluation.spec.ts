import { expect, test, type Browser, type Page } from '@playwright/test';
import { openAs } from './people.ts';

async function open(browser: Browser, username: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openAs(page, path, username);
  return page;
}

test('a figure opens to its formula and to the cases behind it, and they are as many as it says', async ({
  browser,
}) => {
  const page = await open(browser, 'leader', '/evaluation');
  await expect(page.getByTestId('figures').getByRole('row')).toHaveCount(18, { timeout: 60_000 });
  await expect(page.getByTestId('grade-map')).toBeVisible();
  await expect(page.getByTestId('span-says')).toContainText('应办截至');

  // Yesterday is over: its counts stand still while the city lives on.
  await page.getByTestId('span-day').click();
  await expect(page).toHaveURL(/span=day/);
  const today = page.url();
  await page.getByRole('button', { name: '前一期' }).click();
  await expect(page).not.toHaveURL(today);
  await expect(page.getByTestId('figures').locator('..').locator('..')).toHaveAttribute('aria-busy', 'false');
  const filed = page.getByTestId('figures').getByRole('button', { name: /^和平区 立案数/ });
  const count = (await filed.textContent()) ?? '';
  await filed.click();
  await expect(page.getByTestId('formula')).not.toBeEmpty();
  await expect(page.getByTestId('figure-value')).toHaveText(count);
  if (count !== '0')
    await expect(page.getByTestId('cases-total')).toContainText(`共 ${Number(count).toLocaleString('en-US')} 条`);
  await page.context().close();
});

test('the span goes along to the next page, and a place opens to the level below', async ({ browser }) => {
  const page = await open(browser, 'leader', '/evaluation');
  await page.getByTestId('span-year').click();
  await expect(page).toHaveURL(/span=year/);
  await page.getByTestId('figures').getByRole('button', { name: '和平区', exact: true }).click();
  await expect(page).toHaveURL(/parent=120101/);
  await expect(page.getByTestId('level')).toHaveValue('subdistrict');
  await page.getByTestId('way-series').click();
  await expect(page).toHaveURL(/\/evaluation\/series\?span=year/);
  await expect(page.getByTestId('series-chart').locator('svg')).toBeVisible();
  await page.getByTestId('way-definitions').click();
  await expect(page.getByTestId('definitions')).toContainText('按期结案率');
  await page.context().close();
});

test('the league comes as a file', async ({ browser }) => {
  const page = await open(browser, 'leader', '/evaluation');
  const coming = page.waitForEvent('download');
  await page.getByTestId('export-csv').click();
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
  await page.context().close();
});

test('a department’s account is told who may', async ({ browser }) => {
  const page = await open(browser, 'operator', '/evaluation');
  await expect(page.getByTestId('door')).toContainText('领导');
  await page.context().close();
});
