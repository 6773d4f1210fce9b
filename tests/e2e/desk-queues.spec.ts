import { expect, test, type Locator, type Page } from '@playwright/test';
import { findCase, openDesk } from './city.ts';
import { openAccount, openSource } from './people.ts';

type Detail = {
  summary: { department: string; stageClock: { dueAt: number } };
  supervisions: { level: number }[];
};

const key = (page: Page, name: string) => page.keyboard.press(name);
const lineOf = (page: Page, number: string, kind: string): Locator =>
  page.locator(`[data-testid=queue-line][data-case="${number}"][data-line^="${kind}/"]`);

async function report(page: Page, ingest: string, channel: 'collector' | 'public'): Promise<string> {
  const answer = await page.request.post('/api/v1/reports', {
    headers: { authorization: `Bearer ${ingest}` },
    data: [
      {
        sourceId: `queues-${channel}-${Date.now()}`,
        reportedAt: Date.now(),
        channel,
        category: 'gbt30428.2-2013:event:0110',
        conditionNo: 1,
        address: '浏览器测试路口',
        position: { lon: 117.2046, lat: 39.1333 },
      },
    ],
  });
  expect(answer.status(), await answer.text()).toBe(202);
  return ((await answer.json()) as { results: { caseNumber: string }[] }).results[0]?.caseNumber as string;
}

async function detailOf(page: Page, number: string): Promise<Detail> {
  return (await (await page.request.get(`/api/v1/cases/${number}`)).json()) as Detail;
}

/** Presses keys, a text among them typed, in the form that has the focus, and waits until it is sent. */
async function fillByKeys(page: Page, keys: readonly string[], text: string): Promise<void> {
  await expect(page.getByTestId('act-form')).toBeVisible();
  for (const name of keys) await key(page, name);
  await expect(page.getByTestId('act-text')).toBeFocused();
  await page.keyboard.type(text);
  await key(page, 'Enter');
  await expect(page.getByTestId('act-form')).toBeHidden();
}

/** Goes down a queue until the line of a case is selected. */
async function goTo(page: Page, line: Locator): Promise<void> {
  await expect(line).toBeVisible();
  for (let step = 0; step < 40; step++) {
    if ((await line.getAttribute('aria-selected')) === 'true') return;
    await key(page, 'j');
  }
  await expect(line).toHaveAttribute('aria-selected', 'true');
}

test('a request goes from asked to approved by keys on two desks, and so does a supervision with its reply', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const errors: string[] = [];
  const ingest = openSource('browser-queues');
  const duty = await openDesk(browser, 'duty');
  const officer = duty.page;
  const number = await report(officer, ingest, 'collector');
  await findCase(officer, number);
  for (const [name, phase] of [
    ['a', '待立案'],
    ['i', '待派遣'],
    ['d', '处置中'],
  ] as const) {
    await key(officer, name);
    await expect(officer.getByTestId('act-send')).toBeEnabled();
    await officer.getByTestId('act-send').click();
    await expect(officer.getByTestId('case-phase')).toHaveText(phase);
  }
  const { summary } = await detailOf(officer, number);
  const username = `dept-${Date.now()}`;
  const own = await openDesk(browser, openAccount(username, 'department', summary.department));
  const office = own.page;
  for (const page of [officer, office]) {
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
  }
  // Nobody answers what they ask for: a department has no queue of requests.
  await expect(office.getByTestId('queue-tab-requests')).toHaveCount(0);
  await expect(office.getByTestId('queue-tab-supervisions')).toBeVisible();

  await findCase(office, number);
  await key(office, 'q');
  await fillByKeys(office, ['Tab'], '等待专用机械');

  await key(officer, '2');
  // The simulated departments ask too: of a long queue only what is in sight is drawn.
  await officer.getByTestId('filter-text').fill(number);
  const asked = lineOf(officer, number, 'request');
  await expect(asked).toBeVisible();
  await officer.getByTestId('filter-text').press('Enter');
  await goTo(officer, asked);
  await expect(asked).toContainText('延期');
  await expect(asked).toContainText('等待专用机械');
  await key(officer, 'w');
  await expect(officer.getByTestId('verdict-true')).toBeFocused();
  await key(officer, 'Enter');
  await fillByKeys(officer, ['Tab', 'Tab'], '情况属实');
  await expect(office.getByTestId('timeline')).toContainText('同意申请：情况属实');
  await expect(office.getByTestId('timeline')).toContainText('延期');
  expect((await detailOf(office, number)).summary.stageClock.dueAt).toBeGreaterThan(summary.stageClock.dueAt);
  await expect(asked).toHaveCount(0);

  // A supervision, weightier the second time, and its reply from the department's own queue.
  await expect(officer.getByTestId('timeline')).toContainText('同意申请：情况属实');
  for (const reason of ['久拖未决', '仍未办结']) {
    await key(officer, 's');
    await expect(officer.getByTestId('supervision-level')).toHaveValue(reason === '久拖未决' ? '1' : '2');
    await fillByKeys(officer, [], reason);
    await expect(officer.getByTestId('timeline')).toContainText(reason);
  }
  expect((await detailOf(officer, number)).supervisions.map(({ level }) => level)).toEqual([1, 2]);
  await key(office, '3');
  const owed = lineOf(office, number, 'supervision');
  await expect(owed).toHaveCount(2);
  await expect(owed.first()).toContainText('重点督办');
  await goTo(office, owed.first());
  await key(office, 'Shift+R');
  await fillByKeys(office, [], '今日办结');
  await key(officer, '3');
  await expect(lineOf(officer, number, 'supervision')).toHaveCount(1);
  expect(errors).toEqual([]);
  await Promise.all([duty.context.close(), own.context.close()]);
});

test('a verification comes into the queue of tasks under its place, with who has it, and goes when it is done', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const ingest = openSource('browser-tasks');
  const { page, context } = await openDesk(browser, 'duty');
  const number = await report(page, ingest, 'public');
  await findCase(page, number);
  await key(page, 'a');
  await expect(page.getByTestId('act-send')).toBeEnabled();
  await page.getByTestId('act-send').click();
  await expect(page.getByTestId('case-phase')).toHaveText('核实中');
  await key(page, '4');
  await page.getByTestId('filter-text').fill(number);
  const task = lineOf(page, number, 'task');
  await expect(task).toContainText('核实');
  await expect(page.getByTestId('queue-section')).toContainText(/和平|区/);
  await expect(task.getByTestId('task-holder')).not.toHaveText('');
  await page.getByTestId('filter-text').press('Enter');
  await goTo(page, task);
  await key(page, 'v');
  await page.getByTestId('verdict-true').click();
  await page.getByTestId('act-send').click();
  await expect(page.getByTestId('case-phase')).toHaveText('待立案');
  await key(page, 'n');
  await expect(task).toHaveCount(0);
  await context.close();
});
