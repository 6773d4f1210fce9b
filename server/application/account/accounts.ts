import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { isUserName } from '#domain/account/user-name.ts';
import {
  AccountRefused,
  type Account,
  type AccountPort,
  type AccountStore,
  type NewPerson,
  type PersonRole,
} from './account-port.ts';

/** What accounts refer to. */
export type AccountFacts = {
  /** Whether a code is the city's, a district's or a subdistrict's in force. */
  isPlace(code: string): boolean;
  /** Whether a code is a department's that is in use. */
  isDepartment(code: string): boolean;
};

type Parts = {
  store: AccountStore;
  facts: AccountFacts;
  /** A password that nobody chose. */
  randomPassword: () => string;
  /** Somebody's sessions have ended: what they opened is closed. */
  onEnded: (accountId: string) => void;
};

/** What the keeper of accounts may do. Nobody is given more than the keeper's own place, and the last keeper stays. */
export function createAccounts({ store, facts, randomPassword, onEnded }: Parts): AccountPort {
  const find = async (who: Principal, id: string): Promise<Account> => {
    const account = await store.get(id);
    // What lies elsewhere is not there, as with cases.
    if (account === null || !covers(who.scope, account.scope))
      throw new AccountRefused('unknown', 'there is no such account');
    return account;
  };
  const again = async (id: string): Promise<Account> => {
    const account = await store.get(id);
    if (account === null) throw new AccountRefused('unknown', 'the account is gone');
    return account;
  };
  const end = async (id: string): Promise<void> => {
    await store.endSessions(id, null);
    onEnded(id);
  };
  /** The keeper does not lock out herself, nor the last who could let others in again. */
  const keepOne = async (who: Principal, account: Account): Promise<void> => {
    if (account.id === who.id)
      throw new AccountRefused('own', 'nobody changes the role or place of the own account, or disables it');
    if (account.role === 'security-administrator' && !account.disabled && (await store.countOpen(account.role)) <= 1) {
      throw new AccountRefused('last', 'this is the last security administrator: make another one first');
    }
  };
  return {
    async list(who, filter, { after, limit }) {
      const { accounts, total } = await store.list(who.scope, filter, { after, limit: limit + 1 });
      const page = accounts.slice(0, limit);
      return { accounts: page, total, next: accounts.length > limit ? (page.at(-1)?.username ?? null) : null };
    },
    async make(who, given) {
      checkPerson(who, given, facts);
      const password = randomPassword();
      const id = await store.make({ ...given, username: given.username.toLowerCase() }, password);
      if (id === null) throw new AccountRefused('taken', `the user name ${given.username} is taken`);
      return { account: await again(id), password };
    },
    async change(who, id, change) {
      const was = await find(who, id);
      const is: NewPerson = { ...was, ...change };
      if (change.role !== undefined && change.role !== 'department' && change.department === undefined)
        is.department = null;
      checkPerson(who, is, facts);
      const isOther = is.role !== was.role || is.scope !== was.scope || is.department !== was.department;
      if (isOther) await keepOne(who, was);
      await store.change(id, { name: is.name, role: is.role, scope: is.scope, department: is.department });
      if (isOther) await end(id);
      return { was, account: await again(id) };
    },
    async setDisabled(who, id, disabled) {
      const account = await find(who, id);
      if (disabled) await keepOne(who, account);
      await store.setDisabled(id, disabled);
      if (disabled) await end(id);
      return again(id);
    },
    async newPassword(who, id) {
      await find(who, id);
      const password = randomPassword();
      await store.setPassword(id, password);
      await end(id);
      return { account: await again(id), password };
    },
    async unlock(who, id) {
      const { username } = await find(who, id);
      await store.clearTries(username);
      return again(id);
    },
    async forgetCode(who, id) {
      await find(who, id);
      await store.forgetCode(id);
      await end(id);
      return again(id);
    },
    async sessions(who, id) {
      const account = await find(who, id);
      return { account, sessions: await store.sessions(id) };
    },
    async endSessions(who, id, session) {
      await find(who, id);
      const ended = await store.endSessions(id, session);
      if (ended > 0) onEnded(id);
      return { account: await again(id), ended };
    },
  };
}

/** @throws AccountRefused naming the first thing that does not fit. */
export function checkPerson(who: Principal, given: NewPerson, facts: AccountFacts): void {
  const { username, name, role, scope, department } = given;
  if (!isUserName(username)) {
    throw new AccountRefused('username', `${username}: 2 to 60 letters, digits, _ . @ or - without spaces`);
  }
  if (name.trim() === '') throw new AccountRefused('name', 'a name is needed');
  if (!facts.isPlace(scope)) throw new AccountRefused('scope', `${scope} is no city, district or subdistrict in force`);
  if (!covers(who.scope, scope)) throw new AccountRefused('out-of-reach', `${scope} lies outside ${who.scope}`);
  checkDepartment(role, department, facts);
}

function checkDepartment(role: PersonRole, department: string | null, facts: AccountFacts): void {
  if ((role === 'department') !== (department !== null)) {
    throw new AccountRefused('department', 'a department goes with the role of that name, and with no other');
  }
  if (department !== null && !facts.isDepartment(department)) {
    throw new AccountRefused('department', `there is no department ${department} in use`);
  }
}
