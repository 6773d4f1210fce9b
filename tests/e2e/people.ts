import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

/** The password of the demo's accounts, as the server prints it at start. */
export const PASSWORD = 'citywall-demo';
const root = join(import.meta.dirname, '..', '..');

/** Somebody who signs in. */
export type Officer = { readonly username: string; readonly password: string };

function asOfficer(who: string | Officer): Officer {
  return typeof who === 'string' ? { username: who, password: PASSWORD } : who;
}

/** Lets somebody in beside the running server as an operator would; what the command says. */
function access(given: readonly string[], folder = process.env['CITYWALL_TEST_FOLDER']): string {
  const env = { ...process.env, CITYWALL_DATA_DIR: folder };
  const command = ['--import', 'tsx', 'scripts/access.ts', ...given];
  return execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8', env, stdio: 'pipe' });
}

/** What an operator reads off: the one group of `pattern`. */
function readOff(said: string, pattern: RegExp): string {
  const found = pattern.exec(said)?.[1];
  if (found === undefined) throw new Error(`not what was asked for: ${said}`);
  return found;
}

/** A key for a source of the tests' own; `folder`: of a city that has its own data folder. */
export function openSource(id: string, folder?: string): string {
  const named = ['--name-zh', '浏览器测试', '--name-en', 'Browser test'];
  return readOff(access(['source', '--id', id, ...named], folder), /Bearer (\S+)/);
}

/** An account of the tests' own; a name that is taken gets a new password. `department`: a code, for that role only. */
export function openAccount(username: string, role: string, department: string | null): Officer {
  const whose = department === null ? [] : ['--department', department];
  const asked = ['--username', username, '--name', `测试${role}`, '--role', role, '--scope', '120000', ...whose];
  try {
    return { username, password: readOff(access(['account', ...asked]), /password (\S+)/) };
  } catch (error) {
    if (!String(error).includes('is taken')) throw error;
    return { username, password: readOff(access(['password', '--username', username]), /password (\S+)/) };
  }
}

/** Opens a page as somebody who is asked to sign in there and does, and is brought back. */
export async function openAs(page: Page, path: string, who: string | Officer): Promise<void> {
  const { username, password } = asOfficer(who);
  await page.goto(path);
  await page.waitForURL(/\/login\?next=/);
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('[data-testid=sign-in]');
  const wanted = path.replace(/^https?:\/\/[^/]+/, '').split('?')[0];
  await page.waitForURL((url) => url.pathname === wanted);
}

/** Signs in without a page; pages of the same context are signed in too. */
export async function signIn(request: APIRequestContext, origin: string, who: string | Officer): Promise<void> {
  const answer = await request.post(`${origin}/api/auth/sign-in/username`, {
    headers: { origin },
    data: asOfficer(who),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}
