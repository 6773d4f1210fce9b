import { expect, test, type Browser, type Page } from '@playwright/test';
import { openAs } from './people.ts';

/** Opens a page as somebody signs in there: through the page that asks. */
async function open(browser: Browser, username: string, path: string, language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await openAs(page, path, username);
  if (language === 'en') await page.getByTestId('language-en').click();
  return page;
}

test('an administrator sees what the city runs on, in both languages', async ({ browser }) => {
  const page = await open(browser, 'admin', '/admin');
  await expect(page.getByTestId('simulated')).toBeVisible();
  await expect(page.getByTestId('in-force')).toContainText('16 个区');
  await page.getByTestId('language-en').click();
  await expect(page.getByTestId('in-force')).toContainText('16 districts');

  await page.getByTestId('way-catalogue').click();
  await page.getByTestId('search').fill('storm drain grate');
  await page.getByTestId('catalogue-table').getByRole('button', { name: 'Storm drain grate' }).first().click();
  await expect(page.getByTestId('entry')).toContainText('雨水箅子');

  await page.getByTestId('way-limits').click();
  await page.getByTestId('search').fill('Storm drain grate');
  await expect(page.getByTestId('limits-table').getByRole('row')).not.toHaveCount(1);
  await page.context().close();
});

test('the calendar shows days off and tries a limit', async ({ browser }) => {
  const page = await open(browser, 'admin', '/admin/calendar', 'en');
  await expect(page.getByTestId('months').locator('td[data-kind=holiday]').first()).toBeVisible();
  await page.getByTestId('due-try').getByLabel('Starts').fill('2026-09-30T16:00');
  await page.getByTestId('due-try').getByLabel('Unit').selectOption('working-hour');
  await page.getByTestId('due-try').getByLabel('Limit').fill('4');
  // Two hours before the holiday; the week of National Day is off, and the 8th is the first day after it.
  await expect(page.getByTestId('due-at')).toHaveText('Thu 8 Oct 2026 10:00');
  await page.context().close();
});

test('places open level by level', async ({ browser }) => {
  const page = await open(browser, 'admin', '/admin/places', 'en');
  await page.getByTestId('place-tree').getByRole('button', { name: 'Unfold Heping', exact: true }).click();
  await page
    .getByTestId('place-tree')
    .getByRole('button', { name: /120101001$/ })
    .click();
  await expect(page.getByTestId('place-facts')).toContainText('Subdistrict');
  await expect(page.getByTestId('area-map').locator('canvas')).toBeVisible();
  await page.context().close();
});

test('a list comes in by three steps and goes back', async ({ browser }) => {
  const page = await open(browser, 'admin', '/admin/lists/handbook', 'en');
  const bring = async (text: string): Promise<void> => {
    await page.setInputFiles('[data-testid=file]', {
      name: 'handbook.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await page.getByTestId('look').click();
  };
  // A wrong limit: nothing can be put in force, and the row is named with what to do.
  await bring('小类代码,小类名称,类型,立案条件,结案条件,时限\n0104,雨水箅子,部件,箅子被杂物盖住,清走,尽快\n');
  await expect(page.getByTestId('problems')).toContainText('2');
  await expect(page.getByTestId('not-applicable')).toBeVisible();

  await bring('小类代码,小类名称,类型,立案条件,结案条件,时限\n0104,雨水箅子,部件,箅子被杂物盖住,清走,3工作时\n');
  await page.getByTestId('tab-changes').click();
  await expect(page.getByTestId('changes')).toContainText('箅子被杂物盖住');
  await page.getByTestId('apply').click();
  await page.getByTestId('confirm').getByTestId('confirm-yes').click();
  await expect(page.getByTestId('applied')).toBeVisible();
  await page.goto('/admin/limits');
  await page.getByTestId('search').fill('箅子被杂物盖住');
  await expect(page.getByTestId('limits-table')).toContainText('3 working hours');

  await page.goto('/admin/lists/handbook');
  const versions = page.getByTestId('versions').locator('li');
  await expect(versions.first()).toContainText('in force');
  const before = await versions.count();
  await page.locator('[data-testid^=undo-]').first().click();
  await page.getByTestId('confirm-yes').click();
  await expect(versions).toHaveCount(before + 1);
  await page.goto('/admin/limits');
  await page.getByTestId('search').fill('箅子被杂物盖住');
  await expect(page.getByTestId('limits-table')).toContainText('No condition passes.');
  await page.context().close();
});

test('somebody else is told who may, and nobody is asked to sign in', async ({ browser, page }) => {
  await page.goto('/admin/limits');
  await page.waitForURL(/\/login\?next=%2Fadmin%2Flimits/);
  const duty = await open(browser, 'duty', '/admin');
  await expect(duty.getByTestId('door')).toContainText('系统管理员');
  await duty.context().close();
});
