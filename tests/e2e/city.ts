import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** The password of the demo's accounts, as the server prints it at start. */
export const PASSWORD = 'citywall-demo';
const root = join(import.meta.dirname, '..', '..');

/** A key for a source of the tests' own, given out beside the running server as an operator would. */
export function openSource(id: string): string {
  const said = execFileSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'scripts/access.ts',
      'source',
      '--id',
      id,
      '--name-zh',
      '浏览器测试',
      '--name-en',
      'Browser test',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, CITYWALL_DATA_DIR: process.env['CITYWALL_TEST_FOLDER'] } },
  );
  const key = /Bearer (\S+)/.exec(said)?.[1];
  if (key === undefined) throw new Error(`no key was given out: ${said}`);
  return key;
}

/** Opens the desk as somebody signs in there, through the page that asks. The caller closes its context. */
export async function openDesk(browser: Browser, username: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  const page = await context.newPage();
  await page.goto('/desk');
  await page.waitForURL(/\/login\?next=/);
  await page.fill('#username', username);
  await page.fill('#password', PASSWORD);
  await page.click('[data-testid=sign-in]');
  await expect(page.getByTestId('desk')).toBeVisible();
  return { page, context };
}

/** Opens a case on a desk by its number. */
export async function findCase(page: Page, number: string): Promise<void> {
  await page.getByTestId('find-case').fill(number);
  await page.getByTestId('find-case').press('Enter');
  await expect(page.getByTestId('case-number')).toHaveText(number);
}
