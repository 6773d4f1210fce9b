import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { LANGUAGE_COOKIE } from '#client/i18n/language.ts';
import { signIn } from './people.ts';

const OWN = 'three wet ducks sing';

test('a security administrator lets somebody in, and the auditor sees every step', async ({
  browser,
  page,
  baseURL,
}) => {
  const username = `e2e.${Date.now().toString(36)}`;
  await signIn(page.request, baseURL ?? '', 'security');
  await page.goto('/admin');
  await page.waitForURL('**/admin/accounts');
  await expect(page.getByTestId('accounts-table').getByText('duty', { exact: true })).toBeVisible();
  await page.getByTestId('new-account').click();
  await page.getByTestId('username').fill(username);
  await page.getByTestId('name').fill('新受理员');
  await page.getByTestId('make').click();
  const password = (await page.getByTestId('password-note').getByTestId('password').textContent()) ?? '';
  expect(password).toHaveLength(16);

  const newcomer = await (await browser.newContext()).newPage();
  await newcomer.goto('/login');
  await newcomer.fill('#username', username);
  await newcomer.fill('#password', password);
  await newcomer.getByTestId('sign-in').click();
  await newcomer.fill('#newPassword', 'short');
  await newcomer.fill('#again', 'short');
  await newcomer.getByTestId('sign-in').click();
  await expect(newcomer.getByTestId('refusal')).not.toBeEmpty();
  await newcomer.fill('#newPassword', OWN);
  await newcomer.fill('#again', OWN);
  await newcomer.getByTestId('sign-in').click();
  await newcomer.waitForURL('**/desk');
  await expect(newcomer.getByTestId('desk')).toBeVisible();

  await page.getByTestId('disable').click();
  await page.getByTestId('confirm-yes').click();
  await expect(page.getByTestId('enable')).toBeVisible();
  expect((await newcomer.request.get('/api/v1/me')).status()).toBe(401);

  const auditor = await (await browser.newContext()).newPage();
  await signIn(auditor.request, baseURL ?? '', 'auditor');
  await auditor.goto('/admin/audit');
  await auditor.getByTestId('subject').fill(username);
  const lines = auditor.getByTestId('audit-table').getByRole('row');
  // The head, and: made, refused password, signed in, password changed, disabled.
  await expect(lines).toHaveCount(6);
  await lines.nth(1).click();
  await expect(auditor.getByTestId('audit-line')).toContainText('account.disable');
  await auditor.getByTestId('verify').click();
  await expect(auditor.getByTestId('chain')).toContainText(/\d+:[0-9a-f]{64}/);
});

test('none of the three who run the platform opens another’s pages', async ({ browser, baseURL }) => {
  for (const [who, path] of [
    ['admin', '/admin/accounts'],
    ['admin', '/admin/audit'],
    ['security', '/admin/audit'],
    ['security', '/admin/lists'],
    ['auditor', '/admin/accounts'],
    ['auditor', '/admin/walls'],
    ['auditor', '/desk'],
  ] as const) {
    const page = await (await browser.newContext()).newPage();
    await signIn(page.request, baseURL ?? '', who);
    await page.goto(path);
    await expect(page.getByTestId('door'), `${who} at ${path}`).toBeVisible();
    await page.context().close();
  }
});

for (const language of ['zh', 'en'] as const) {
  test(`their pages have no serious finding for who cannot see well or uses no mouse: ${language}${language === 'en' ? ' @slow' : ''}`, async ({
    browser,
    baseURL,
  }) => {
    for (const [who, path, ready] of [
      ['security', '/admin/accounts', '[data-testid=accounts-table] [role=cell]'],
      ['security', '/admin/accounts/import', '[data-testid=file]'],
      ['auditor', '/admin/audit', '[data-testid=audit-table] [role=cell]'],
      [null, '/first?code=none', '[data-testid=make-first]'],
    ] as const) {
      const page = await (await browser.newContext()).newPage();
      await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: language, url: baseURL ?? '' }]);
      if (who !== null) await signIn(page.request, baseURL ?? '', who);
      await page.goto(path);
      await page.waitForSelector(ready, { state: 'attached' });
      if (who !== null && path !== '/admin/accounts/import')
        await page.locator('[role=row][data-open=true]').first().click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${path} ${id} ${nodes.map(({ target }) => target.join()).join(' ')}`),
      ).toEqual([]);
      await page.context().close();
    }
  });
}
