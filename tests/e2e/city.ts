import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openAs, type Officer } from './people.ts';

/** Opens the desk as somebody signs in there, through the page that asks. The caller closes its context. */
export async function openDesk(
  browser: Browser,
  who: string | Officer,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  const page = await context.newPage();
  await openAs(page, '/desk', who);
  await expect(page.getByTestId('desk')).toBeVisible();
  return { page, context };
}

/** Opens a case on a desk by its number. */
export async function findCase(page: Page, number: string): Promise<void> {
  await page.getByTestId('find-case').fill(number);
  await page.getByTestId('find-case').press('Enter');
  await expect(page.getByTestId('case-number')).toHaveText(number);
}
