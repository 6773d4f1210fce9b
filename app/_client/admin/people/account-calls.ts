import type { AccountAct, AccountAnswer, AccountDone } from '#wire/http/accounts.ts';
import { postJson } from '../settings/post-json.ts';

export type PersonRole = AccountAnswer['role'];
export type AccountState = 'open' | 'disabled' | 'locked';
/** What is filled in for an account. */
export type PersonForm = Pick<AccountAnswer, 'username' | 'name' | 'role' | 'scope' | 'department'>;

/** Which accounts are looked at; empty texts ask for nothing. */
export type AccountQuestion = {
  readonly text: string;
  readonly role: PersonRole | '';
  readonly state: AccountState | '';
};
export const NO_QUESTION: AccountQuestion = { text: '', role: '', state: '' };

/** Accounts of one page of the table. */
export const PAGE = 200;

/** The address of a page of accounts; `after` is `next` of the page before it, null for the first. */
export function accountsAddress({ text, role, state }: AccountQuestion, after: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (text.trim() !== '') query.set('text', text.trim());
  if (role !== '') query.set('role', role);
  if (state !== '') query.set('state', state);
  if (after !== null) query.set('after', after);
  return `/api/v1/accounts?${query.toString()}`;
}

/** Makes an account. These throw as `ask` does. */
export function makeAccount(form: PersonForm): Promise<AccountDone> {
  return postJson<AccountDone>('/api/v1/accounts', form);
}

/** Changes what is another than it was. */
export function changeAccount(was: AccountAnswer, form: PersonForm): Promise<AccountDone> {
  const change = Object.fromEntries(changedNames(was, form).map((name) => [name, form[name]]));
  return postJson<AccountDone>(`/api/v1/accounts/${encodeURIComponent(was.id)}`, change);
}

export function actOnAccount(id: string, act: AccountAct): Promise<AccountDone> {
  return postJson<AccountDone>(`/api/v1/accounts/${encodeURIComponent(id)}/acts`, act);
}

/** What of an account was changed in its form. */
export function changedNames(was: AccountAnswer, form: PersonForm): ('name' | 'role' | 'scope' | 'department')[] {
  return (['name', 'role', 'scope', 'department'] as const).filter((name) => was[name] !== form[name]);
}
