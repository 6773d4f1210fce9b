import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { AlertRow } from '#wire/figures.ts';
import { OfficerApi, report } from './officer-api.ts';
import { openAs, openSource, signIn } from './people.ts';

const HOUR = 3_600_000;

/** No serious finding of what a machine can see of a page for who cannot see it well. */
async function isClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join()).join(' ')}`)).toEqual([]);
}

/** The alert of a case that is late, once it is raised. */
async function lateAlert(page: Page, number: string): Promise<number> {
  let id = 0;
  await expect(async () => {
    const answer = await page.request.get('/api/v1/alerts?limit=500');
    const { alerts } = (await answer.json()) as { alerts: AlertRow[] };
    id = alerts.find((one) => one.caseNumber === number)?.id ?? 0;
    expect(id).toBeGreaterThan(0);
  }).toPass();
  return id;
}

test('one shift hands over to the next: both sign, the next starts from it, and what is settled says so', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const origin = baseURL ?? '';
  const [leaver, comer] = ['duty', 'dispatch'];
  const key = openSource('shift');
  const number = await report(page.request, key, { reportedAt: Date.now() - 3 * HOUR });
  await signIn(page.request, origin, leaver);
  const alertId = await lateAlert(page, number);
  await page.request.post(`/api/v1/alerts/${alertId}/take`, { headers: { origin } });

  // The one who leaves: nothing to type but a remark.
  await page.goto('/shift');
  await expect(page.getByTestId('section-claims')).toContainText(number);
  await isClean(page);
  await page.getByTestId('remark').fill('有雨');
  await page.getByTestId('sign-leaves').click();
  await page.waitForURL(/\/shift\/h/);
  await expect(page.getByTestId('name-leaves')).toHaveAttribute('data-signed', 'true');
  await expect(page.getByTestId('name-comes')).toHaveAttribute('data-signed', 'false');

  // The one who comes, at a desk of their own.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const next = await context.newPage();
  await openAs(next, `${origin}/desk`, comer);
  const address = await next.getByTestId('handover-waits').getAttribute('href');
  await next.goto(`${origin}${address}`);
  await expect(next.getByTestId('coming')).toBeVisible();
  await isClean(next);
  await next.getByTestId('sign-comes').click();
  await expect(next.getByTestId('claim-results')).toContainText(number);
  await expect(next.getByTestId('name-comes')).toHaveAttribute('data-signed', 'true');

  // Their desk shows it first; what is settled says so by itself.
  await next.goto(`${origin}/desk`);
  const line = next.getByTestId('handover-pane').getByTestId('handover-line').filter({ hasText: '测试路口' }).first();
  await expect(line).toHaveAttribute('data-state', 'passed');
  await isClean(next);
  const hands = await OfficerApi.signIn(origin, leaver);
  await hands.move(number, { move: 'accept' });
  await expect(next.locator('[data-testid=handover-line][data-state=settled]').first()).toContainText('已了结');
  await next.keyboard.press('Shift+H');
  await expect(next.getByTestId('handover-pane')).toBeHidden();
  await next.keyboard.press('Shift+H');
  await next.getByTestId('put-away').click();
  await expect(next.getByTestId('handover-pane')).toBeHidden();
  await expect(next.getByTestId('handover-button')).toBeHidden();

  // What happened, and how it was then.
  await next.goto(`${origin}/shift/history?case=${number}`);
  await expect(next.getByTestId('history-table')).toContainText('接办');
  await isClean(next);
  await next.getByTestId('then').first().click();
  await expect(next.getByTestId('case-then')).toContainText(number);
  await expect(next.getByTestId('past')).toBeVisible();
  await isClean(next);
  await context.close();
});
