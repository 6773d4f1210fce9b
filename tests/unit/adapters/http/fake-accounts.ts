import type { Account, AccountPort } from '#application/account/account-port.ts';
import type { PeopleImport } from '#application/account/people-import.ts';
import { createAccounts } from '#application/account/accounts.ts';
import { exampleAccount } from '#wire/http/accounts.ts';

/** Accounts in memory, one of them with the id `77`, and ids of those whose sessions were ended. */
export function fakeAccounts(ended: string[] = []): AccountPort {
  const kept = new Map<string, Account>([
    ['77', { ...exampleAccount, id: '77' }],
    [
      'keeper',
      { ...exampleAccount, id: 'keeper', username: 'keeper', role: 'security-administrator', scope: '120000' },
    ],
  ]);
  const put = (id: string, change: Partial<Account>): void => {
    const account = kept.get(id);
    if (account !== undefined) kept.set(id, { ...account, ...change });
  };
  return createAccounts({
    store: {
      async list(_place, { text }, { after, limit }) {
        const found = [...kept.values()].filter(({ username }) => text === null || username.includes(text));
        const page = found.filter(({ username }) => after === null || username > after).slice(0, limit);
        return { accounts: page, total: found.length };
      },
      get: async (id) => kept.get(id) ?? null,
      find: async (usernames) => [...kept.values()].filter(({ username }) => usernames.includes(username)),
      async make(given) {
        if ([...kept.values()].some(({ username }) => username === given.username)) return null;
        const id = `made-${kept.size}`;
        kept.set(id, { ...exampleAccount, ...given, id });
        return id;
      },
      change: async (id, change) => put(id, change),
      setDisabled: async (id, disabled) => put(id, { disabled }),
      setPassword: async (id) => put(id, { givenPassword: true }),
      clearTries: async () => undefined,
      forgetCode: async (id) => put(id, { hasCode: false }),
      sessions: async () => [],
      endSessions: async () => 1,
      countOpen: async (role) => [...kept.values()].filter((one) => one.role === role && !one.disabled).length,
    },
    facts: { isPlace: (code) => /^12\d{4}(\d{3})?$/.test(code), isDepartment: (code) => code === '120104-enforcement' },
    randomPassword: () => 'qF3vX9mLrT2sWd0A',
    onEnded: (id) => ended.push(id),
  });
}

const counts = { rows: 1, added: 1, changed: 0, unchanged: 0, refused: 0 };

/** Files of people, each of one new person. */
export const fakePeople: PeopleImport = {
  template: async (format) => Buffer.from(`template as ${format}`),
  preview: async () => ({ basis: 'b1', counts, changes: [], problems: [] }),
  apply: async () => ({
    counts,
    changes: [{ key: 'li.si', change: 'added', before: null, after: { name: '李四', role: 'dispatcher' } }],
    made: [{ username: 'li.si', name: '李四', password: 'qF3vX9mLrT2sWd0A' }],
    problems: [],
  }),
};
