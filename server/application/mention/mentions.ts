import type { Principal } from '#domain/account/role.ts';
import type { CaseState } from '#domain/case/case.ts';
import type { Refusal } from '#wire/command.ts';
import { READERS } from '#wire/http/access.ts';
import type { Person } from '../account/account-port.ts';
import { departmentOf, reachOf, type Reach } from '../query/reach.ts';

/** A comment that names somebody. Instants in epoch ms; `readAt` null: not read yet. */
export type Mention = {
  readonly caseId: number;
  readonly caseNumber: string;
  readonly eventId: string;
  readonly at: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly readAt: number | null;
};
export type MentionKey = Pick<Mention, 'caseId' | 'eventId'>;

/** Comments that name accounts, as the log has them. Rejects with StoreUnavailable. */
export interface MentionStore {
  /** Those that name an account, on cases within its reach, newest first; `unread` counts all that are not read. */
  of(account: string, reach: Reach, limit: number): Promise<{ unread: number; mentions: Mention[] }>;
  /** Marks mentions of an account as read; how many were not before. */
  markRead(account: string, read: readonly MentionKey[], at: number): Promise<number>;
}

/** Accounts that can be named. Rejects with StoreUnavailable. */
export interface PeopleFinder {
  /** Accounts that may sign in, of some ids. */
  byIds(ids: readonly string[]): Promise<Person[]>;
  /** Accounts that may sign in, whose place covers one of `places` and, of a department, whose department is named. */
  seers(
    of: { readonly places: readonly string[]; readonly departments: readonly string[] },
    text: string,
    limit: number,
  ): Promise<Person[]>;
}

/** What may be asked about mentions. All reject with StoreUnavailable. */
export interface MentionPort {
  /** Whom a comment on a case may name, best fit first; null where the case is out of the asker's reach. */
  people(who: Principal, caseNumber: string, text: string): Promise<readonly Person[] | null>;
  list(who: Principal, limit: number): Promise<{ unread: number; mentions: readonly Mention[] }>;
  markRead(who: Principal, read: readonly MentionKey[]): Promise<number>;
}

type Parts = {
  readonly store: MentionStore;
  readonly finder: PeopleFinder;
  /** A case by its number, null where there is none within a reach. */
  readonly caseOf: (number: string, reach: Reach) => Promise<{ readonly state: CaseState } | null>;
  readonly now: () => number;
};

/** So many people are offered at once. */
const MOST_OFFERED = 12;

/** Who may be named in a comment, and who was. */
export function createMentions({ store, finder, caseOf, now }: Parts): MentionPort {
  return {
    async people(who, caseNumber, text) {
      const found = await caseOf(caseNumber, reachOf(who));
      if (found === null) return null;
      const { place, department, supporting } = found.state;
      const places = [place.districtCode, place.subdistrictCode].filter((code) => code !== null);
      const departments = [department, ...supporting].filter((code) => code !== null);
      const seers = await finder.seers({ places, departments }, text.trim(), MOST_OFFERED);
      return seers.filter(({ id }) => id !== who.id);
    },
    list: (who, limit) => store.of(who.id, reachOf(who), limit),
    markRead: (who, read) => store.markRead(who.id, read, now()),
  };
}

/**
 * Why a comment may not name somebody: there is no such account, or it may not see the case. The case is read as that
 * account would read it. Null where all may be named. Rejects with StoreUnavailable.
 */
export async function refuseMentions(
  { finder, caseOf }: Pick<Parts, 'finder' | 'caseOf'>,
  caseNumber: string,
  ids: readonly string[],
): Promise<Refusal | null> {
  const people = new Map((await finder.byIds(ids)).map((person) => [person.id, person]));
  for (const id of ids) {
    const person = people.get(id);
    if (person === undefined) return refusal('no-person', id, `there is no account ${id} that may be named`);
    const { role, scope, department } = person;
    const principal: Principal = { kind: 'person', id, name: person.name, role, scope, department };
    const sees = READERS.some((one) => one === role) && (role !== 'department' || departmentOf(principal) !== null);
    if (!sees || (await caseOf(caseNumber, reachOf(principal))) === null)
      return refusal('mention-out-of-reach', person.name, `${person.name} may not see this case`);
  }
  return null;
}

function refusal(fault: 'no-person' | 'mention-out-of-reach', about: string, message: string): Refusal {
  return { code: 'bad-argument', message, why: { fault, about } };
}
