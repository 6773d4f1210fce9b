import { AccountRefused, type Account } from '#application/account/account-port.ts';
import { settingDetail } from '#application/query/setting-changes.ts';
import type { Principal } from '#domain/account/role.ts';
import type { accountsOperations } from '#wire/http/operations/accounts.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

const usualPage = 100;

/** Accounts of people. Every act is written down, refused ones too, with what was before and after; passwords never are. */
export function accountsHandlers(
  parts: HttpParts,
): Pick<Handlers, Exclude<keyof typeof accountsOperations, `${string}People${string}`>> {
  const { accounts } = parts.port;
  const act = async <Done extends { account: Account; was?: Account }>(
    who: Principal,
    address: string,
    line: { act: string; subject: string; detail?: Record<string, string | number | null> },
    work: () => Promise<Done>,
  ): Promise<Done> => {
    try {
      const done = await work();
      const { account, was } = done;
      const detail = { ...line.detail, ...(was && settingDetail(factsOf(was), changed(was, account))) };
      await audit(parts, who, address, { ...line, subject: account.username, result: 'done', detail });
      return done;
    } catch (error) {
      const detail = error instanceof AccountRefused ? { ...line.detail, fault: error.fault } : { ...line.detail };
      const result = error instanceof AccountRefused ? 'refused' : 'failed';
      await audit(parts, who, address, { ...line, result, detail });
      throw error instanceof AccountRefused ? refusal(error) : error;
    }
  };
  return {
    async listAccounts({
      principal,
      query: { text = null, role = null, state = null, after = null, limit = usualPage },
    }) {
      const found = await accounts.list(principal, { text, role, state }, { after, limit });
      return { answer: { ...found, accounts: [...found.accounts] } };
    },
    async makeAccount({ principal, body, address }) {
      const { name, role, scope, department } = body;
      const line = { act: 'account.make', subject: body.username, detail: { name, role, scope, department } };
      const { account, password } = await act(principal, address, line, () => accounts.make(principal, body));
      return { answer: { account, password } };
    },
    async changeAccount({ principal, params: { id }, body, address }) {
      const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const line = { act: 'account.change', subject: id };
      const { account } = await act(principal, address, line, () => accounts.change(principal, id, change));
      return { answer: { account, password: null } };
    },
    async actOnAccount({ principal, params: { id }, body, address }) {
      const session = body.act === 'end-sessions' ? body.session : null;
      const line = { act: `account.${body.act}`, subject: id, ...(session !== null && { detail: { session } }) };
      const done = await act<{ account: Account; password?: string }>(principal, address, line, async () => {
        switch (body.act) {
          case 'disable':
          case 'enable':
            return { account: await accounts.setDisabled(principal, id, body.act === 'disable') };
          case 'password':
            return accounts.newPassword(principal, id);
          case 'unlock':
            return { account: await accounts.unlock(principal, id) };
          case 'forget-code':
            return { account: await accounts.forgetCode(principal, id) };
          case 'end-sessions':
            return accounts.endSessions(principal, id, session);
        }
      });
      return { answer: { account: done.account, password: done.password ?? null } };
    },
    async listSessions({ principal, params: { id } }) {
      try {
        const { sessions } = await accounts.sessions(principal, id);
        return { answer: { sessions: [...sessions] } };
      } catch (error) {
        throw error instanceof AccountRefused ? refusal(error) : error;
      }
    },
  };
}

function factsOf({ name, role, scope, department }: Account) {
  return { name, role, scope, department };
}

/** What is another now. */
function changed(was: Account, is: Account): Record<string, string | null> {
  const before: Record<string, string | null> = factsOf(was);
  return Object.fromEntries(Object.entries(factsOf(is)).filter(([name, value]) => before[name] !== value));
}

function refusal({ fault, message }: AccountRefused): ProblemError {
  if (fault === 'unknown') return new ProblemError('not-found', message);
  if (fault === 'out-of-reach') return new ProblemError('not-allowed', message, { at: { field: 'scope' } });
  const field = fault === 'taken' ? 'username' : fault === 'own' || fault === 'last' ? null : fault;
  return new ProblemError('bad-argument', message, field === null ? {} : { at: { field } });
}
