import { expect, test } from '@playwright/test';
import {
  desk,
  duty,
  formOf,
  given,
  HELPER,
  key,
  LEAD,
  officer,
  phaseOf,
  press,
  sendTyped,
  stepTo,
  tabTo,
  TO_DISPATCH,
  TO_DISPOSE,
  useCases,
} from './desk-case.ts';
import { OfficerApi, report } from './officer-api.ts';

// Every form of the bar by keys alone: what the officer does, what the server then holds, what another desk sees.
useCases();

test('a report without a place is passed to a district, once', async ({ browser, page }) => {
  const number = await report(page.request, key, { position: null, address: '热线只说了路名' });
  const mine = await desk(browser, 'operator', number);
  const seen = await desk(browser, 'duty', number);
  await press(mine, 'f');
  await expect(mine.getByTestId('pass-to')).toBeFocused();
  await expect(mine.getByTestId('act-send')).toBeDisabled();
  await expect(mine.getByTestId('act-lacks')).toHaveText('还差：转往的区');
  await stepTo(mine, 'pass-to', '120104');
  await sendTyped(mine, '请南开区核实地点');
  await expect(seen.getByTestId('timeline')).toContainText('转办至南开区：请南开区核实地点');
  const { passed, summary } = await duty.read(number);
  expect(passed).toMatchObject({ to: '120104' });
  expect(summary.place.districtCode).toBe('120104');
  await expect(mine.getByTestId('act-pass')).toBeHidden();
  await press(mine, 'f');
  await expect(formOf(mine)).toBeHidden();
});

test('what was put right on the spot is closed after its audit', async ({ browser, page }) => {
  const number = await given(page);
  const collector = await desk(browser, officer('collector'), number);
  const seen = await desk(browser, 'duty', number);
  await press(collector, 'z');
  await sendTyped(collector, '已顺手扶正');
  await expect(seen.getByTestId('timeline')).toContainText('自行处置：已顺手扶正');
  await press(seen, 'c');
  await sendTyped(seen, '照片相符');
  await expect(phaseOf(collector)).toHaveText('已结案');
  expect(await duty.read(number)).toMatchObject({ selfHandled: true, forced: false, summary: { phase: 'closed' } });
});

test('a dispatch names who supports, and they say what they did', async ({ browser, page }) => {
  const number = await given(page, TO_DISPATCH);
  const mine = await desk(browser, 'dispatch', number);
  await press(mine, 'd');
  await expect(mine.getByTestId('department')).toBeFocused();
  await mine.getByTestId('department').fill('和平区环卫');
  await mine.keyboard.press('Enter');
  await tabTo(mine, 'supporting');
  await mine.keyboard.type('和平区综合执法');
  await mine.keyboard.press('Enter');
  await expect(mine.getByTestId('supporting-chosen')).toHaveCount(1);
  // Taken away and chosen once more, still by keys, which never fall through to the desk.
  await tabTo(mine, 'supporting-chosen');
  await mine.keyboard.press('Enter');
  await expect(mine.getByTestId('supporting-chosen')).toHaveCount(0);
  await expect(mine.getByTestId('supporting')).toBeFocused();
  await mine.keyboard.type('和平区综合执法');
  await mine.keyboard.press('Enter');
  await expect(mine.getByTestId('supporting-chosen')).toHaveCount(1);
  await tabTo(mine, 'act-text');
  await sendTyped(mine, '环卫主责，执法协办');
  await expect(phaseOf(mine)).toHaveText('处置中');
  const { supporting, summary } = await duty.read(number);
  expect([summary.department, ...supporting]).toEqual([LEAD, HELPER]);

  const helper = await desk(browser, officer('department', HELPER), number);
  await press(helper, 'Shift+G');
  await sendTyped(helper, '已劝离商贩');
  await expect(mine.getByTestId('timeline')).toContainText('协办反馈：已劝离商贩');
  expect((await duty.read(number)).supportFeedback).toMatchObject([{ department: HELPER, note: '已劝离商贩' }]);
  await expect(phaseOf(helper)).toHaveText('处置中');
});

test('a supervision demands a reply, the department gives it, and it is lifted', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  const mine = await desk(browser, 'leader', number);
  const lead = await desk(browser, officer('department', LEAD), number);
  await press(mine, 's');
  await mine.getByTestId('act-text').fill('市民连续反映');
  await tabTo(mine, 'reply-by');
  await mine.keyboard.type('24');
  await expect(mine.getByTestId('reply-by')).toHaveValue('day');
  await mine.getByTestId('act-text').press('Enter');
  await expect(lead.getByTestId('supervisions')).toContainText('领导：市民连续反映');
  await expect(lead.getByTestId('supervisions')).toContainText('前回复');
  const [asked] = (await duty.read(number)).supervisions;
  expect((asked?.replyBy ?? 0) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);

  await press(lead, 'Shift+R');
  await expect(lead.getByTestId('reply-supervision')).toContainText('市民连续反映');
  await sendTyped(lead, '今晚八点前清完');
  await expect(mine.getByTestId('supervisions')).toContainText('已回复： 今晚八点前清完');
  await expect(lead.getByTestId('act-reply')).toBeHidden();
  await press(mine, 'Shift+S');
  await sendTyped(mine, '已答复');
  await expect(lead.getByTestId('standing')).not.toContainText('督办');
  expect((await duty.read(number)).summary.supervisionLevel).toBe(0);
});

test('a leader shortens a limit; a longer one is refused with why and what would do', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  const mine = await desk(browser, 'leader', number);
  const seen = await desk(browser, 'duty', number);
  const due = (await duty.read(number)).summary.stageClock?.dueAt ?? 0;
  await press(mine, 'Shift+E');
  await expect(mine.getByTestId('limit-value')).toBeFocused();
  await mine.keyboard.type('900');
  await mine.getByTestId('act-text').fill('重大活动保障');
  await mine.getByTestId('act-text').press('Enter');
  const refused = mine.getByTestId('act-refused');
  await expect(refused).toContainText('缩时没有办成');
  await expect(refused).toContainText('须比现行时限短');
  await expect(mine.getByTestId('act-text')).toHaveValue('重大活动保障');
  expect((await duty.read(number)).summary.stageClock?.dueAt).toBe(due);
  await mine.getByTestId('limit-value').fill('1');
  await mine.getByTestId('act-text').press('Enter');
  await expect(formOf(mine)).toBeHidden();
  await expect(refused).toBeHidden();
  await expect(seen.getByTestId('timeline')).toContainText('重大活动保障');
  expect((await duty.read(number)).summary.stageClock?.dueAt).toBeLessThan(due);
});

test('duplicates are suggested, joined by keys, and lead to one another', async ({ browser, page }) => {
  const place = { position: { lon: 117.1913, lat: 39.1201 } };
  const kept = await report(page.request, key, place);
  const number = await report(page.request, key, place);
  const mine = await desk(browser, 'operator', number);
  const seen = await desk(browser, 'duty', kept);
  await press(mine, 'Shift+J');
  await expect(mine.getByTestId('join-to')).toBeFocused();
  for (const [to, why] of [
    [number, '不能并入自己'],
    ['E9999-20200101-000001', '没有案号'],
  ] as const) {
    await mine.getByTestId('join-to').fill(to);
    await mine.getByTestId('act-text').fill('同一处');
    await mine.getByTestId('act-text').press('Enter');
    await expect(mine.getByTestId('act-refused')).toContainText(why);
  }
  const likely = mine.getByTestId('likely-duplicates').getByRole('button', { name: kept });
  await likely.focus();
  await mine.keyboard.press('Enter');
  await expect(mine.getByTestId('join-to')).toHaveValue(kept);
  await mine.getByTestId('act-text').press('Enter');
  await expect(phaseOf(mine)).toHaveText('不予受理');
  await expect(seen.getByTestId('duplicates')).toContainText(number);
  expect(await duty.read(number)).toMatchObject({ duplicateOf: kept });
  expect((await duty.read(kept)).duplicates).toEqual([number]);
  await seen.getByTestId('duplicates').getByRole('button').focus();
  await seen.keyboard.press('Enter');
  await expect(seen.getByTestId('case-number')).toHaveText(number);
  await expect(seen.getByTestId('duplicate-of')).toContainText(kept);
});

test('closing by force asks twice and is marked as such', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  const mine = await desk(browser, 'leader', number);
  const seen = await desk(browser, 'duty', number);
  await press(mine, 'Shift+C');
  await mine.getByTestId('act-text').fill('片区整体拆迁');
  await mine.getByTestId('act-text').press('Enter');
  await expect(mine.getByTestId('act-send')).toContainText(`确认强制结案 ${number}`);
  expect((await duty.read(number)).summary.phase).toBe('dispose');
  await mine.getByTestId('act-text').press('Enter');
  await expect(phaseOf(seen)).toHaveText('已结案');
  await expect(seen.getByTestId('timeline')).toContainText('强制结案：片区整体拆迁');
  expect(await duty.read(number)).toMatchObject({ forced: true, selfHandled: false });
});

test('a suspension ends by itself or by hand', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  const mine = await desk(browser, 'dispatch', number);
  const seen = await desk(browser, 'duty', number);
  await press(mine, 'p');
  await mine.getByTestId('act-text').fill('等产权单位');
  await tabTo(mine, 'act-until');
  await mine.keyboard.type('7');
  await expect(mine.getByTestId('act-until')).toHaveValue('7');
  await mine.getByTestId('act-text').press('Enter');
  await expect(seen.getByTestId('standing')).toContainText('挂账');
  const { suspended } = await duty.read(number);
  expect(((suspended?.until ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);
  await press(mine, 'p');
  await sendTyped(mine, '产权单位已到场');
  await expect(seen.getByTestId('timeline')).toContainText('恢复：产权单位已到场');
  expect((await duty.read(number)).suspended).toBeNull();
});

test('what a post may not do it asks for: refused once, granted once', async ({ browser, page }) => {
  const number = await given(page, TO_DISPOSE);
  const mine = await desk(browser, 'dispatch', number);
  const seen = await desk(browser, 'duty', number);
  for (const [verdict, phase] of [
    [false, '处置中'],
    [true, '已作废'],
  ] as const) {
    await press(mine, 'q');
    await expect(mine.getByTestId('ask-kind')).toHaveValue('void');
    await sendTyped(mine, '现场并无此物');
    await expect(seen.getByTestId('waiting-requests')).toContainText('作废·派遣员：现场并无此物');
    await press(seen, 'w');
    await expect(seen.getByTestId('answer-request')).toContainText('现场并无此物');
    await tabTo(seen, `verdict-${String(verdict)}`);
    await seen.keyboard.press('Space');
    await sendTyped(seen, verdict ? '属实' : '请附照片');
    await expect(phaseOf(mine)).toHaveText(phase);
    await expect(mine.getByTestId('waiting-requests')).toBeHidden();
  }
  const { requests } = await duty.read(number);
  expect(requests.map(({ kind, status }) => [kind, status])).toEqual([
    ['void', 'refused'],
    ['void', 'granted'],
  ]);
});

test('a late disposal is appealed against, and left out of the score', async ({ browser, page, baseURL }) => {
  const number = await given(page, TO_DISPOSE);
  const leader = await OfficerApi.signIn(baseURL ?? '', 'leader');
  const { clocks } = await duty.read(number);
  const began = clocks.find(({ stage }) => stage === 'dispose')?.startedAt ?? 0;
  const value = (Date.now() - began + 4_000) / 60_000;
  await leader.move(number, { move: 'shorten', limit: { value, unit: 'minute' }, reason: '立即' });
  await leader.close();
  const lamp = async () => (await duty.read(number)).clocks.find(({ stage }) => stage === 'dispose')?.lamp;
  await expect.poll(lamp, { timeout: 30_000 }).toBe('red');
  await duty.move(number, { move: 'feed-back', note: '已清', media: [] });
  const lead = await desk(browser, officer('department', LEAD), number);
  const seen = await desk(browser, 'leader', number);
  await press(lead, 'q');
  await stepTo(lead, 'ask-kind', 'appeal');
  await sendTyped(lead, '当日全区停电');
  await expect(seen.getByTestId('waiting-requests')).toContainText('超时申诉');
  await press(seen, 'w');
  await tabTo(seen, 'verdict-true');
  await seen.keyboard.press('Space');
  await sendTyped(seen, '停电属实');
  await expect(lead.getByTestId('timeline')).toContainText('超时免予考核');
  const { passages } = await duty.read(number);
  expect(passages.find(({ stage }) => stage === 'dispose')?.exempted).toMatchObject({ reason: '当日全区停电' });
});
