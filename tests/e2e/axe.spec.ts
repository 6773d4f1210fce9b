import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { LANGUAGE_COOKIE } from '#client/i18n/language.ts';
import { signIn } from './people.ts';

/** Every page with the account that works there, and what says that it has its content. */
const PAGES: readonly { path: string; as: string | null; ready: string }[] = [
  { path: '/', as: null, ready: 'main' },
  { path: '/login', as: null, ready: '[data-testid=sign-in]' },
  { path: '/api-docs', as: null, ready: 'main' },
  { path: '/wall/main/1', as: null, ready: '[data-testid=wall]' },
  { path: '/desk', as: 'duty', ready: '[data-testid=desk]' },
  { path: '/admin', as: 'admin', ready: '[data-testid=in-force]' },
  { path: '/admin/catalogue', as: 'admin', ready: '[data-testid=catalogue-table] [role=cell]' },
  { path: '/admin/limits', as: 'admin', ready: '[data-testid=limits-table] [role=cell]' },
  { path: '/admin/calendar', as: 'admin', ready: '[data-testid=months]' },
  { path: '/admin/places', as: 'admin', ready: '[data-testid=place-facts]' },
  { path: '/admin/departments', as: 'admin', ready: '[data-testid=departments-table] [role=cell]' },
  { path: '/admin/components', as: 'admin', ready: '[data-testid=components-table] [role=cell]' },
  { path: '/admin/moves', as: 'admin', ready: '[data-testid=rights]' },
  { path: '/admin/load', as: 'admin', ready: '[data-testid=load-limits]' },
  { path: '/admin/indicators', as: 'admin', ready: '[data-testid=indicator-settings]' },
  { path: '/admin/lists', as: 'admin', ready: 'main h1' },
  { path: '/admin/lists/components', as: 'admin', ready: '[data-testid=file]' },
  { path: '/admin/walls', as: 'admin', ready: '[data-testid=walls] [data-testid=now]' },
  { path: '/admin/walls/hall', as: 'admin', ready: '[data-testid=canvas]' },
  { path: '/evaluation', as: 'leader', ready: '[data-testid=figures] [role=cell] button' },
  { path: '/evaluation/departments', as: 'leader', ready: '[data-testid=figures] [role=cell] button' },
  { path: '/evaluation/posts', as: 'leader', ready: '[data-testid=figures] [role=cell] button' },
  { path: '/evaluation/series', as: 'leader', ready: '[data-testid=series-chart] svg' },
  { path: '/evaluation/definitions', as: 'leader', ready: '[data-testid=definitions] [role=cell]' },
];

async function signedIn(browser: Browser, origin: string, username: string | null): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (username !== null) await signIn(page.request, origin, username);
  return page;
}

/** What is wrong with a page for who cannot see it well or uses no mouse, as far as a machine can tell. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join()} ${failureSummary}`),
    );
}

for (const language of ['zh', 'en'] as const) {
  for (const as of [...new Set(PAGES.map((page) => page.as))]) {
    test(`pages of ${as ?? 'anybody'} have no serious finding (${language})${language === 'en' ? ' @slow' : ''}`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(480_000);
      const page = await signedIn(browser, baseURL ?? '', as);
      await page.context().addCookies([{ name: LANGUAGE_COOKIE, value: language, url: baseURL ?? '' }]);
      for (const { path, ready } of PAGES.filter((one) => one.as === as)) {
        await page.goto(path);
        await expect(page.locator(ready).first()).toBeVisible({ timeout: 60_000 });
        expect(await findings(page), path).toEqual([]);
      }
      await page.context().close();
    });
  }
}
