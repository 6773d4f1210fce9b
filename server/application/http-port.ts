import type { PasswordFault } from '#domain/account/password.ts';
import type { Principal } from '#domain/account/role.ts';
import type { ScreenPlace } from '#domain/screen/screen.ts';

/** Who stands behind a request's headers. Null: nobody. Rejects with StoreUnavailable when that cannot be looked up. */
export interface IdentityPort {
  principalOf(headers: Headers): Promise<Principal | null>;
  /**
   * Whether the session that somebody came in by still stands and gives the same: false where it ended or the account is
   * another now. Asking does not count as use, and unused it may be: whoever watches alerts must not lose sight of them.
   * True for whoever came in by a key.
   */
  holds(headers: Headers, who: Principal): Promise<boolean>;
  /** The read-only principal of a screen's key; null when it is unknown, revoked, or of another wall or screen. */
  screenOf(key: string, wall: string, name: string): Promise<Principal | null>;
  /**
   * The screen of this very place that a browser keeps a key for. revoked: it keeps one that is good no more, and is
   * nobody else then either. none: it keeps no key of this place.
   */
  screenAt(headers: Headers, place: ScreenPlace): Promise<Principal | 'revoked' | 'none'>;
}

/** What somebody gave to sign in; `code` and `newPassword` where the answer before asked for them. */
export type SignInGiven = {
  username: string;
  password: string;
  code?: string | undefined;
  newPassword?: string | undefined;
  /** New backup codes are wanted; those of before are no longer good then. */
  newBackupCodes?: boolean | undefined;
  address: string;
  userAgent: string;
};

/**
 * Signed in, with the cookies to set, or why not. `backupCodes`: codes that were made now, for this one time to be shown.
 * `backupCodesLeft`: one was used instead of a code of the app, and so many are left. `wrong`: the user name or the password. `locked`: too many wrong tries,
 * until an instant (epoch ms). `code`: a code of the authenticator app is needed. `set-up`: such an app has to be set up
 * with this address, and its first code given. `new-password`: the password is one that somebody else gave; `fault` says
 * what is wrong with the new one, null where there is none yet.
 */
export type SignInResult =
  | { done: true; setCookies: string[]; backupCodes?: string[]; backupCodesLeft?: number }
  | { done: false; why: 'wrong' | 'disabled' | 'code' | 'wrong-code' }
  | { done: false; why: 'locked'; until: number }
  | { done: false; why: 'set-up'; totpUri: string }
  | { done: false; why: 'new-password'; fault: PasswordFault | 'same' | null; least: number };

/** The first who keeps accounts, with the code that a start printed. */
export type FirstGiven = { code: string; username: string; name: string; password: string };

/** Made, or why not. `kept`: somebody keeps accounts already. `code`: it is none that a start printed, or too old. */
export type FirstResult =
  | { done: true; id: string; scope: string }
  | { done: false; why: 'kept' | 'code' | 'username' | 'taken' }
  | { done: false; why: 'password'; fault: PasswordFault; least: number };

/**
 * Signing in and out. `handle` takes and gives web requests and responses, cookies included; the request's address is in the
 * header `x-citywall-address`, which the HTTP adapter alone sets. Rejects with StoreUnavailable when it cannot say.
 */
export interface SignInPort {
  /** Rejects with StoreUnavailable when it cannot say. */
  signIn(given: SignInGiven): Promise<SignInResult>;
  /** Makes the first account that keeps accounts. Rejects with StoreUnavailable. */
  makeFirst(given: FirstGiven): Promise<FirstResult>;
  /** What is wrong with a new password of an account; null when it may be used. */
  faultOfPassword(password: string, username: string): PasswordFault | null;
  handle(request: Request): Promise<Response>;
}

/** What of a batch a source sent came to what. */
export type IngestCount = { accepted: number; duplicates: number; rejected: number };

/** Counters and timings of the HTTP ways, and the page Prometheus reads. */
export interface HttpTelemetry {
  /** `operation` is an operationId, or `unknown`: a closed set, so that the number of series is bounded. */
  answered(operation: string, status: number, seconds: number): void;
  ingested(kind: 'reports' | 'case-events' | 'positions', source: string, count: IngestCount): void;
  exposition(): Promise<{ contentType: string; text: string }>;
}

/** What adapters log through; pino's logger is one. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
