import type { PlaceScope, Principal, Role } from '#domain/account/role.ts';

/** A role that a person can have. */
export type PersonRole = Exclude<Role, 'screen' | 'source'>;

/** An account as its keeper sees it. Instants in epoch ms. */
export type Account = {
  id: string;
  username: string;
  name: string;
  role: PersonRole;
  scope: PlaceScope;
  /** Of the role `department` alone. */
  department: string | null;
  disabled: boolean;
  /** One of the demo's, which come back at each of its starts. */
  demo: boolean;
  /** It has an authenticator app. */
  hasCode: boolean;
  /** Its password was given by somebody else, and is changed at the next sign-in. */
  givenPassword: boolean;
  createdAt: number;
  signedInAt: number | null;
  lockedUntil: number | null;
  sessions: number;
};

/** An account as colleagues see it. */
export type Person = Pick<Account, 'id' | 'username' | 'name' | 'role' | 'scope' | 'department'>;

export type NewPerson = Pick<Account, 'username' | 'name' | 'role' | 'scope' | 'department'>;
export type AccountChange = Partial<Omit<NewPerson, 'username'>>;

/** A session as it stands. Instants in epoch ms. */
export type Session = {
  id: string;
  createdAt: number;
  seenAt: number;
  expiresAt: number;
  address: string;
  userAgent: string;
};

export type AccountFilter = { text: string | null; role: Role | null; state: 'open' | 'disabled' | 'locked' | null };

/** Why an act on an account was refused. */
export const ACCOUNT_FAULTS = [
  'unknown',
  'taken',
  'username',
  'name',
  'role',
  'scope',
  'out-of-reach',
  'department',
  'own',
  'last',
] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];

export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  readonly fault: AccountFault;
  constructor(fault: AccountFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Accounts of people. All reject with AccountRefused, which leaves everything as it was, or StoreUnavailable. */
export interface AccountPort {
  /** In the order of their user names, after one. Only what lies in the keeper's place. */
  list(
    who: Principal,
    filter: AccountFilter,
    page: { after: string | null; limit: number },
  ): Promise<{ accounts: readonly Account[]; next: string | null; total: number }>;
  /** Makes an account with a password that is given back once and changed at its first sign-in. */
  make(who: Principal, given: NewPerson): Promise<{ account: Account; password: string }>;
  /** Changes what is named; its sessions end where its role, place or department is another. */
  change(who: Principal, id: string, change: AccountChange): Promise<{ was: Account; account: Account }>;
  setDisabled(who: Principal, id: string, disabled: boolean): Promise<Account>;
  /** A new password, given back once and changed at the next sign-in; its sessions end. */
  newPassword(who: Principal, id: string): Promise<{ account: Account; password: string }>;
  /** Ends a lock after wrong tries. */
  unlock(who: Principal, id: string): Promise<Account>;
  /** Forgets the authenticator app: another is set up at the next sign-in; its sessions end. */
  forgetCode(who: Principal, id: string): Promise<Account>;
  sessions(who: Principal, id: string): Promise<{ account: Account; sessions: readonly Session[] }>;
  /** Ends one session, or all where it is null. */
  endSessions(who: Principal, id: string, session: string | null): Promise<{ account: Account; ended: number }>;
}

/** Accounts as a store keeps them. All reject with StoreUnavailable. */
export interface AccountStore {
  list(
    place: PlaceScope,
    filter: AccountFilter,
    page: { after: string | null; limit: number },
  ): Promise<{ accounts: Account[]; total: number }>;
  get(id: string): Promise<Account | null>;
  /** Accounts by their user names, in any order. */
  find(usernames: readonly string[]): Promise<Account[]>;
  /** Null where the user name is taken. */
  make(given: NewPerson, password: string): Promise<string | null>;
  change(id: string, change: AccountChange): Promise<void>;
  setDisabled(id: string, disabled: boolean): Promise<void>;
  setPassword(id: string, password: string): Promise<void>;
  clearTries(username: string): Promise<void>;
  forgetCode(id: string): Promise<void>;
  sessions(id: string): Promise<Session[]>;
  endSessions(id: string, session: string | null): Promise<number>;
  /** How many accounts of a role may sign in. */
  countOpen(role: Role): Promise<number>;
}
