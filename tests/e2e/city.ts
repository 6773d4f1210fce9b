import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** The password of the demo's accounts, as the server prints it at start. */
export const PASSWORD = 'citywall-demo';
const root = join(import.meta.dirname, '..', '..');

/** Lets somebody in beside the running server as an operator would; what the command says. */
function access(...given: string[]): string {
  const env = { ...process.env, CITYWALL_DATA_DIR: process.env['CITYWALL_TEST_FOLDER'] };
  const command = ['--import', 'tsx', 'scripts/access.ts', ...given];
  return execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8', env });
}

/** A key for a source of the tests' own. */
export function openSource(id: string): string {
  const said = access('source', '--id', id, '--name-zh', '浏览器测试', '--name-en', 'Browser test');
  const key = /Bearer (\S+)/.exec(said)?.[1];
  if (key === undefined) throw new Error(`no key was given out: ${said}`);
  return key;
}

/** An account of a department, which the demo has none of; its password. */
export function openDepartment(username: string, department: string, scope: string): string {
  const whose = ['--role', 'department', '--department', department, '--scope', scope];
  const said = access('account', '--username', username, '--name', '责任部门', ...whose);
  const password = /password:?\s+(\S+)/i.exec(said)?.[1];
  if (password === undefined) throw new Error(`no account was made: ${said}`);
  return password;
}

/** Opens the desk as somebody signs in there, through the page that asks. The caller closes its context. */
export async function openDesk(
  browser: Browser,
  username: string,
  password = PASSWORD,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  const page = await context.newPage();
  await page.goto('/desk');
  await page.waitForURL(/\/login\?next=/);
  await page.fill('#username', username);
  await page.fill('#password', password);
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
