import { expect, test, type Browser, type Page } from '@playwright/test';
import { openAs } from './people.ts';

async function open(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openAs(page, path, 'admin');
  await page.getByTestId('language-en').click();
  return page;
}

test('a component is found and shows its facts and its own cases', async ({ browser }) => {
  const page = await open(browser, '/admin/components');
  await page.getByTestId('with-cases').check();
  const rows = page.getByTestId('components-table').getByRole('row');
  // The rows from before the choice stay until the answer is there: they have cases of their own, or none.
  await expect(rows.nth(1).getByRole('cell').last()).toHaveText(/^\d+$/);
  await page.getByTestId('filter-state').selectOption('intact');
  await expect(rows.nth(1).getByRole('cell').nth(2)).toHaveText('intact');
  await rows.nth(1).getByRole('button').press('Enter');
  const component = page.getByTestId('component');
  await expect(component).toContainText('simulated');
  await expect(component.getByTestId('component-cases').locator('li').first()).toBeVisible();
  await page.getByTestId('search').fill('no such thing');
  await expect(page.getByTestId('shown')).toHaveText('none');
  await page.context().close();
});

test('the table of moves shows what another command would change, and a change can be taken back', async ({
  browser,
}) => {
  const page = await open(browser, '/admin/moves');
  await page.getByTestId('only-role').selectOption('dispatcher');
  const dispatch = page.getByTestId('rights').getByRole('row', { name: /^Dispatch/ });
  await expect(dispatch).toContainText('all levels');
  await page.getByTestId('command-one-level').check();
  await expect(dispatch).toContainText('no longer: City');

  // The command is the whole city's: only a number is stored here, and taken back.
  await page.getByTestId('command-two-level').check();
  await page.getByTestId('duplicateMetres').fill('5x');
  await expect(page.getByTestId('apply')).toBeDisabled();
  await page.getByTestId('duplicateMetres').fill('55');
  await page.getByTestId('apply').click();
  await page.getByTestId('confirm-yes').click();
  await expect(page.getByTestId('setting-history')).toContainText('50 → 55');
  await expect(page.getByTestId('duplicateMetres')).toHaveValue('55');
  await page.getByTestId('take-back').first().click();
  await page.getByTestId('confirm-yes').click();
  await expect(page.getByTestId('duplicateMetres')).toHaveValue('50');
  await page.context().close();
});

test('another definition is tried on this month’s figures before it holds', async ({ browser }) => {
  const page = await open(browser, '/admin/indicators');
  await page.getByTestId('closingDenominator-filed').check();
  await expect(page.getByTestId('preview').getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByTestId('change')).toContainText('closures due → filed');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByTestId('closingDenominator-closures-due')).toBeChecked();
  await page.context().close();
});
