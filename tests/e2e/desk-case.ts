import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Move } from '#wire/command.ts';
import { findCase } from './city.ts';
import { OfficerApi, report } from './officer-api.ts';
import { openAccount, openAs, openSource, type Officer } from './people.ts';

export const LEAD = '120101-sanitation';
export const HELPER = '120101-enforcement';
const CATEGORY = 'gbt30428.2-2013:event:0110';
const TO_FILE: Move[] = [{ move: 'accept' }];
export const TO_DISPATCH: Move[] = [...TO_FILE, { move: 'file', categoryKey: CATEGORY, conditionNo: 1 }];
export const TO_DISPOSE: Move[] = [
  ...TO_DISPATCH,
  { move: 'dispatch', department: LEAD, supporting: [HELPER], note: '' },
];

export let key: string;
export let duty: OfficerApi;
const made = new Map<string, Officer>();
const opened: BrowserContext[] = [];
const errors: string[] = [];

/** Opens a source and signs the duty officer in before a file's tests; closes every desk after each of them. */
export function useCases(): void {
  // Two desks draw two maps without a GPU.
  test.describe.configure({ timeout: 240_000 });
  test.beforeAll(async ({ baseURL }) => {
    key = openSource('desk-forms');
    duty = await OfficerApi.signIn(baseURL ?? '', 'duty');
  });
  test.afterAll(() => duty.close());
  test.afterEach(async () => {
    await Promise.all(opened.splice(0).map((context) => context.close()));
    expect(errors.splice(0)).toEqual([]);
  });
}

/** A post that the demo has nobody for. */
export function officer(role: 'department' | 'collector', department?: string): Officer {
  const name = `forms-${department ?? role}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const account = openAccount(name, role, department ?? null);
  made.set(name, account);
  return account;
}

/** A desk with a case open. What its page complains of fails the test. */
export async function desk(
  browser: Browser,
  who: string | Officer,
  number: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } });
  opened.push(context);
  const page = await context.newPage();
  await prepare?.(page);
  await openAs(page, '/desk', who);
  await expect(page.getByTestId('desk')).toBeVisible();
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await findCase(page, number);
  return page;
}

/** A new case, moved on by the duty officer. */
export async function given(
  page: { request: Parameters<typeof report>[0] },
  moves: readonly Move[] = [],
): Promise<string> {
  const number = await report(page.request, key);
  await duty.move(number, ...moves);
  return number;
}

export const press = (page: Page, name: string) => page.locator('body').press(name);
export const phaseOf = (page: Page) => page.getByTestId('case-phase');
export const formOf = (page: Page) => page.getByTestId('act-form');

/** Types into the open form's text and sends with Enter. */
export async function sendTyped(page: Page, text: string): Promise<void> {
  await page.getByTestId('act-text').focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(formOf(page)).toBeHidden();
}

/** Presses Tab until the element that goes by a test id has the focus: every field is reached without a mouse. */
export async function tabTo(page: Page, id: string): Promise<void> {
  const wanted = page.getByTestId(id).first();
  for (let count = 0; count < 12; count++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

/** Steps down a list of choices that has the focus until a value is chosen. */
export async function stepTo(page: Page, id: string, value: string): Promise<void> {
  const list = page.getByTestId(id);
  await expect(list).toBeFocused();
  for (let count = 0; count < 20 && (await list.inputValue()) !== value; count++)
    await page.keyboard.press('ArrowDown');
  await expect(list).toHaveValue(value);
}
