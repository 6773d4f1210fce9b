import { expect, test, type Page } from '@playwright/test';
import { findCase, openDesk } from './city.ts';
import { openSource } from './people.ts';

const phaseOf = (page: Page) => page.getByTestId('case-phase');
const key = (page: Page, name: string) => page.locator('body').press(name);

/** Fills the open form's text, if any is asked, and sends it. */
async function send(page: Page, text: string | null): Promise<void> {
  if (text !== null) await page.getByTestId('act-text').fill(text);
  await page.getByTestId('act-send').click();
  await expect(page.getByTestId('act-form')).toBeHidden();
}

test('a report goes the whole way by keys alone, and another desk sees each step', async ({ browser, request }) => {
  test.setTimeout(240_000);
  const errors: string[] = [];
  const ingest = openSource('browser-test');
  const answer = await request.post('/api/v1/reports', {
    headers: { authorization: `Bearer ${ingest}` },
    data: [
      {
        sourceId: `moves-${Date.now()}`,
        reportedAt: Date.now(),
        channel: 'collector',
        category: 'gbt30428.2-2013:event:0110',
        conditionNo: 1,
        address: '浏览器测试路口',
        position: { lon: 117.2046, lat: 39.1333 },
      },
    ],
  });
  expect(answer.status(), await answer.text()).toBe(202);
  const { results } = (await answer.json()) as { results: { caseNumber: string }[] };
  const number = results[0]?.caseNumber as string;

  const duty = await openDesk(browser, 'duty');
  const other = await openDesk(browser, 'dispatch');
  for (const { page } of [duty, other]) {
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await findCase(page, number);
  }
  const mine = duty.page;
  const seen = other.page;
  const stands = async (phase: string) => {
    await expect(phaseOf(mine)).toHaveText(phase);
    // What one officer does every other desk shows within a second.
    await expect(phaseOf(seen)).toHaveText(phase, { timeout: 1_000 });
  };
  await stands('待受理');
  await key(mine, 'a');
  await send(mine, null);
  await stands('待立案');
  await key(mine, 'i');
  await expect(mine.getByTestId('category')).not.toHaveValue('');
  await send(mine, null);
  await stands('待派遣');
  await key(mine, 'd');
  await expect(mine.getByTestId('department')).not.toHaveValue('');
  await send(mine, '请今日内完成');
  await stands('处置中');
  await expect(mine.getByTestId('ledger')).toBeVisible();

  await key(mine, 'u');
  await send(mine, '请尽快');
  await expect(seen.getByTestId('timeline')).toContainText('催办：请尽快');
  const dueAt = async (): Promise<number> => {
    const detail = await mine.request.get(`/api/v1/cases/${number}`);
    const { summary } = (await detail.json()) as { summary: { stageClock: { dueAt: number } } };
    return summary.stageClock.dueAt;
  };
  const due = await dueAt();
  await key(mine, 'e');
  await send(mine, '等待专用机械');
  await expect(seen.getByTestId('timeline')).toContainText('等待专用机械');
  expect(await dueAt()).toBeGreaterThan(due);

  await key(mine, 'b');
  await send(mine, '不属本部门职责');
  await stands('待派遣');
  await key(mine, 'd');
  await send(mine, '改派');
  await stands('处置中');
  await key(mine, 'g');
  await send(mine, '已清理');
  await stands('核查中');
  await key(mine, 'v');
  await mine.getByTestId('verdict-true').click();
  await send(mine, '现场已恢复');
  await stands('待结案');
  await key(mine, 'c');
  await send(mine, '符合结案条件');
  await stands('已结案');
  await expect(seen.getByTestId('timeline')).toContainText('符合结案条件');
  expect(errors).toEqual([]);
  await Promise.all([duty.context.close(), other.context.close()]);
});
