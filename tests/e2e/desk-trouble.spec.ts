import { expect, test, type WebSocketRoute } from '@playwright/test';
import {
  desk,
  duty,
  formOf,
  given,
  LEAD,
  officer,
  press,
  sendTyped,
  TO_DISPATCH,
  TO_DISPOSE,
  useCases,
} from './desk-case.ts';

// What goes wrong while a form is open: another officer, a lost link, a killed server, nonsense. No word is lost, no act
// is done twice.
useCases();

test('Escape closes a form from any field and keeps what was typed', async ({ browser, page }) => {
  const number = await given(page, TO_DISPATCH);
  const mine = await desk(browser, 'dispatch', number);
  await press(mine, 'd');
  await expect(mine.getByTestId('department')).not.toHaveValue('');
  await mine.getByTestId('act-text').fill('写了一半');
  for (const field of ['department', 'supporting', 'act-text']) {
    await mine.getByTestId(field).focus();
    await mine.keyboard.press('Escape');
    // The first one closes a list that is open.
    if (await formOf(mine).isVisible()) await mine.keyboard.press('Escape');
    await expect(formOf(mine)).toBeHidden();
    await press(mine, 'd');
    await expect(mine.getByTestId('department')).not.toHaveValue('');
    await expect(mine.getByTestId('act-text')).toHaveValue('写了一半');
  }
  expect((await duty.read(number)).summary.phase).toBe('dispatch');
});

test('two officers in one case: a request keeps its kind over another’s move', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  const lead = await desk(browser, officer('department', LEAD), number);
  const other = await desk(browser, 'duty', number);
  await press(lead, 'q');
  await lead.getByTestId('ask-kind').selectOption('return');
  await lead.getByTestId('act-text').fill('地块属城投公司');
  await press(other, 's');
  await sendTyped(other, '同时督办');
  const conflict = lead.getByTestId('conflict');
  await expect(conflict).toContainText('同时督办');
  await expect(lead.getByTestId('act-send')).toBeDisabled();
  await lead.getByTestId('redo').focus();
  await lead.keyboard.press('Enter');
  await expect(lead.getByTestId('ask-kind')).toHaveValue('return');
  await expect(lead.getByTestId('act-text')).toHaveValue('地块属城投公司');
  await lead.getByTestId('act-text').press('Enter');
  await expect(formOf(lead)).toBeHidden();
  expect((await duty.read(number)).requests).toMatchObject([{ kind: 'return', status: 'pending' }]);

  // A move that leaves nothing of the form: it says so, and the text becomes a note.
  await press(lead, 'g');
  await lead.getByTestId('act-text').fill('已清完，待复核');
  await duty.move(number, { move: 'answer', request: 1, granted: true, reason: '属实' });
  await expect(conflict).toContainText('已不能这样办');
  await lead.getByTestId('text-to-note').focus();
  await lead.keyboard.press('Enter');
  await expect(lead.getByTestId('comment')).toBeFocused();
  await expect(lead.getByTestId('comment')).toHaveValue('已清完，待复核');
});

test('an answer that is lost: the act is done once, and the form finds out by itself', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  let deaf = false;
  let cut = false;
  const links: WebSocketRoute[] = [];
  const mine = await desk(browser, 'duty', number, (one) =>
    one.routeWebSocket(/\/socket\.io\//, (link) => {
      if (cut) return void link.close();
      links.push(link);
      const server = link.connectToServer();
      server.onMessage((message) => {
        if (!deaf) link.send(message);
      });
    }),
  );
  await press(mine, 'u');
  await mine.getByTestId('act-text').fill('只许催一次');
  deaf = true;
  await mine.getByTestId('act-text').press('Enter');
  await expect(mine.getByTestId('act-pending')).toBeVisible();
  await expect.poll(() => duty.count(number, 'urged')).toBe(1);
  cut = true;
  await Promise.all(links.splice(0).map((link) => link.close()));
  await expect(mine.getByTestId('link-banner')).toContainText('失去联系');
  // The case itself can still be read, and says that the act stands in it.
  await expect(formOf(mine)).toBeHidden({ timeout: 40_000 });
  await expect(mine.getByTestId('conflict')).toBeHidden();
  await expect(mine.getByTestId('act-unanswered')).toBeHidden();
  await expect(mine.getByTestId('last-done')).toContainText(number);
  deaf = false;
  cut = false;
  await expect(mine.getByTestId('link-banner')).toBeHidden({ timeout: 40_000 });
  expect(await duty.count(number, 'urged')).toBe(1);
});

test('a message that is lost: the same note sent again is one note', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  let mute = false;
  const mine = await desk(browser, 'duty', number, (one) =>
    one.routeWebSocket(/\/socket\.io\//, (link) => {
      const server = link.connectToServer();
      link.onMessage((message) => {
        if (!mute) server.send(message);
      });
    }),
  );
  await press(mine, 'm');
  await mine.keyboard.type('请三班到场');
  mute = true;
  await mine.keyboard.press('Enter');
  await expect(mine.getByTestId('act-unanswered')).toBeVisible({ timeout: 30_000 });
  await expect(mine.getByTestId('comment')).toHaveValue('请三班到场');
  expect(await duty.count(number, 'commented')).toBe(0);
  mute = false;
  await expect(mine.getByTestId('acts-away')).toBeHidden({ timeout: 40_000 });
  await mine.getByTestId('comment').press('Enter');
  await expect(mine.getByTestId('comment')).toHaveValue('');
  expect(await duty.count(number, 'commented')).toBe(1);
});

test('nonsense is held back with what would do, and long and strange words are kept as they are', async ({
  browser,
  page,
}) => {
  const number = await given(page, TO_DISPOSE);
  const mine = await desk(browser, 'leader', number);
  await press(mine, 'Shift+E');
  const lacks = mine.getByTestId('act-lacks');
  await mine.getByTestId('act-text').fill('保障');
  for (const value of ['', '-5', '0', '1e9', '10001', '-0.0001', '1e-400']) {
    await mine.getByTestId('limit-value').fill(value);
    await expect(lacks, value).toHaveText('还差：新时限（大于 0，至多 10000）');
    await mine.getByTestId('limit-value').press('Enter');
  }
  await mine.getByTestId('limit-value').fill('0.5');
  await mine.getByTestId('act-text').fill('   ');
  await expect(lacks).toHaveText('还差：理由');
  await expect(mine.getByTestId('act-send')).toBeDisabled();
  await mine.keyboard.press('Escape');
  expect(await duty.count(number, 'shortened')).toBe(0);

  const family = '👨‍👩‍👧‍👦';
  const strange = `${family}<b>x</b>{name}'"\\ مرحبا ${'超长的理由'.repeat(90)}`;
  await press(mine, 's');
  await mine.getByTestId('act-text').fill(strange);
  await mine.getByTestId('act-text').press('Enter');
  await expect(formOf(mine)).toBeHidden();
  const kept = (await mine.evaluate((text) => text.slice(0, 500), strange)).trim();
  expect((await duty.read(number)).supervisions[0]?.reason).toBe(kept);
  await expect(mine.getByTestId('timeline')).toContainText(kept.slice(0, 300));
  // What cannot be stored does not reach the store, and says so.
  await press(mine, 'u');
  await mine.getByTestId('act-text').fill('看不见\u202e的字');
  await mine.getByTestId('act-text').press('Enter');
  await expect(mine.getByTestId('act-refused')).toContainText('看不见的控制字符');
  await expect(mine.getByTestId('act-text')).toHaveValue('看不见\u202e的字');
  expect(await duty.count(number, 'urged')).toBe(0);
});
