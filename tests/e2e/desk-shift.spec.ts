import { expect, test, type Page } from '@playwright/test';
import { TO_DISPATCH, TO_DISPOSE } from './desk-case.ts';
import { OfficerApi, report } from './officer-api.ts';
import { openSource, PASSWORD } from './people.ts';

/** Goes on with Tab until what is wanted has the keyboard. */
async function tabTo(page: Page, wanted: string, key = 'Tab'): Promise<void> {
  const isThere = () => page.evaluate((selector) => document.activeElement?.matches(selector) === true, wanted);
  for (let count = 0; count < 40 && !(await isThere()); count++) await page.keyboard.press(key);
  expect(await isThere(), `Tab never came to ${wanted}`).toBe(true);
}

/** Finds a command in the palette by some letters and carries it out. */
async function command(page: Page, letters: string, id: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette-query')).toBeFocused();
  await page.keyboard.type(letters);
  await expect(page.getByTestId(`palette-${id}`)).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('palette')).toBeHidden();
}

async function openByNumber(page: Page, number: string): Promise<void> {
  await command(page, number, `case-${number}`);
  await expect(page.getByTestId('case-number')).toHaveText(number);
}

async function bulkDone(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByTestId('bulk-results')).toHaveAttribute('data-phase', 'done');
  await expect(page.getByTestId('bulk-results')).toContainText(words);
}

test('a whole shift is worked by the keyboard alone', async ({ page, baseURL }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const source = openSource('desk-shift');
  const duty = await OfficerApi.signIn(baseURL ?? '', 'duty');
  const api = page.request;
  const fresh = await report(api, source, {}, baseURL);
  await duty.move(fresh, ...TO_DISPATCH);
  const ripe = await report(api, source, {}, baseURL);
  await duty.move(ripe, ...TO_DISPOSE, { move: 'feed-back', note: '', media: [] });
  await duty.move(ripe, { move: 'check', passed: true, note: '', media: [] });

  // In.
  await page.goto('/desk');
  await page.waitForURL(/\/login\?next=/);
  await expect(page.locator('#username')).toBeVisible();
  await tabTo(page, '#username');
  await page.keyboard.type('duty');
  await tabTo(page, '#password');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('queue-line').or(page.getByTestId('queue-card')).first()).toBeVisible({
    timeout: 60_000,
  });

  // The first alert: opened, taken, given back by undoing, taken again, urged.
  await page.keyboard.press('1');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case-number')).not.toBeEmpty();
  // In a city that others have worked in it may be one's own already.
  const holder = page.getByTestId('holder');
  if ((await holder.getAttribute('data-me')) === 'true') await page.keyboard.press('Shift+T');
  await expect(holder).not.toHaveAttribute('data-me', 'true');
  await page.keyboard.press('t');
  await expect(holder).toHaveAttribute('data-me', 'true');
  await page.keyboard.press('Control+z');
  await expect(holder).not.toHaveAttribute('data-me', 'true');
  await page.keyboard.press('t');
  await expect(holder).toHaveAttribute('data-me', 'true');

  // Dispatched out of the palette, to whom the rule names.
  await openByNumber(page, fresh);
  await command(page, 'pq', 'dispatch');
  await expect(page.getByTestId('act-form')).toBeVisible();
  await tabTo(page, '[data-testid=act-send]');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case-phase')).toHaveText('处置中');

  // A comment that names a colleague.
  await page.keyboard.press('m');
  await page.keyboard.type('请 @dispatch');
  await expect(page.getByTestId('person').first()).toContainText('dispatch');
  await page.keyboard.press('Enter');
  await page.keyboard.type('跟进');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('timeline')).toContainText('跟进');
  await page.keyboard.press('Escape');

  // Urged.
  await page.keyboard.press('u');
  await expect(page.getByTestId('act-text')).toBeFocused();
  await page.keyboard.type('今天办结');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('timeline')).toContainText('今天办结');

  // Two lines: a comment that is taken back before it goes, then taken and undone.
  await page.keyboard.press('1');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('m');
  await page.keyboard.type('先别发');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('bulk-held')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('bulk-text')).toHaveValue('先别发');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  await bulkDone(page, /接办/);
  await page.keyboard.press('Control+z');
  await bulkDone(page, /已撤销接办/);
  await page.keyboard.press('Escape');

  // Put aside with why.
  await page.keyboard.press('Shift+Y');
  await expect(page.getByTestId('bulk-text')).toBeFocused();
  if ((await page.getByTestId('bulk-urgent').count()) > 0) {
    await tabTo(page, '[data-testid=bulk-urgent]', 'Shift+Tab');
    await page.keyboard.press('Space');
    await tabTo(page, '[data-testid=bulk-text]');
  }
  await page.keyboard.type('备件明早到');
  await page.keyboard.press('Enter');
  await bulkDone(page, /搁置/);
  await page.keyboard.press('Escape');

  // Closed.
  await openByNumber(page, ripe);
  await page.keyboard.press('c');
  await expect(page.getByTestId('act-text')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('case-phase')).toHaveText('已结案');

  // Whoever was named has it on their desk, and out.
  const colleague = await OfficerApi.signIn(baseURL ?? '', 'dispatch');
  expect((await colleague.mentions()).map(({ caseNumber }) => caseNumber)).toContain(fresh);
  await command(page, '退出', 'sign-out');
  await page.waitForURL(/\/login/);
  expect(errors).toEqual([]);
  await Promise.all([duty.close(), colleague.close()]);
});
