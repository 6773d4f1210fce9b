import { expect, test } from '@playwright/test';

test('the form can be sent only once the page listens to it', async ({ browser, page }) => {
  const silent = await browser.newContext({ javaScriptEnabled: false });
  const before = await silent.newPage();
  await before.goto('/login');
  await before.fill('#username', 'duty');
  await before.fill('#password', 'early');
  await expect(before.getByTestId('sign-in')).toBeDisabled();
  await before.locator('#password').press('Enter');
  await expect(before.locator('#username')).toHaveValue('duty');
  await silent.close();

  await page.goto('/login');
  await expect(page.getByTestId('sign-in')).toBeEnabled();
});
