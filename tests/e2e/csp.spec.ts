import { expect, test, type Browser, type Page } from '@playwright/test';
import { signIn } from './people.ts';

/** A page of each kind, those with most on them: maps, charts, a page within a page; and what says that it stands. */
const PAGES: readonly { path: string; as: string | null; ready: string }[] = [
  { path: '/login', as: null, ready: '[data-testid=sign-in]' },
  { path: '/api-docs', as: null, ready: 'main' },
  { path: '/wall/main/1', as: null, ready: '[data-testid=wall] canvas' },
  { path: '/desk', as: 'duty', ready: '[data-testid=desk] canvas' },
  { path: '/evaluation/series', as: 'leader', ready: '[data-testid=series-chart] svg' },
  { path: '/admin/walls/hall', as: 'admin', ready: '[data-testid=canvas]' },
  { path: '/admin/accounts', as: 'security', ready: 'main h1' },
];

/** What the browser refused and what it complained of, page and frames together. */
async function watched(browser: Browser, origin: string, as: string | null): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const said: string[] = [];
  await context.exposeFunction('tellViolation', (what: string) => void said.push(what));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      const tell: unknown = Reflect.get(globalThis, 'tellViolation');
      if (typeof tell === 'function') tell(`${effectiveDirective}: ${blockedURI} at ${sourceFile}:${lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy|refused/i.test(message.text())) said.push(message.text());
  });
  if (as !== null) await signIn(page.request, origin, as);
  return { page, said };
}

test('no page does what its security policy forbids, and what somebody put in runs nowhere', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const origin = baseURL ?? '';
  for (const as of new Set(PAGES.map((one) => one.as))) {
    const { page, said } = await watched(browser, origin, as);
    for (const { path, ready } of PAGES.filter((one) => one.as === as)) {
      const answer = await page.goto(path);
      const policy = answer?.headers()['content-security-policy'] ?? '';
      expect(policy, path).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
      await expect(page.locator(ready).first(), path).toBeVisible({ timeout: 60_000 });
      expect(said, path).toEqual([]);
    }
    if (as === null) {
      // It can fail: markup that somebody got into the page is refused its script, and that is seen here.
      await page.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">');
      });
      await expect.poll(() => said.length).toBeGreaterThan(0);
      expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined();
    }
    await page.context().close();
  }
});
