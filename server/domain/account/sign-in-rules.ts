import type { LockRules } from './lock-out.ts';
import type { PasswordRules } from './password.ts';
import type { Role } from './role.ts';

/** Whose sign-in needs a code of an authenticator app beside the password. */
export type TotpRule = 'off' | 'privileged' | 'all';

/** Those who run the platform: what they can do reaches everybody. */
export const PRIVILEGED: readonly Role[] = ['administrator', 'security-administrator', 'auditor'];

/** How people sign in and how long they stay signed in. */
export type SignInRules = {
  readonly password: PasswordRules;
  readonly lock: LockRules;
  /** After so long without a request a session ends; null: never for that. Ms. */
  readonly idleMs: number | null;
  /** After so long a session ends, used or not. Ms. */
  readonly sessionMs: number;
  readonly totp: TotpRule;
};

/** Where nobody set others. */
export const USUAL_RULES: SignInRules = {
  password: { least: 10, refuseCommon: false },
  lock: { tries: 5, lockMs: 15 * 60_000 },
  idleMs: null,
  sessionMs: 12 * 3_600_000,
  totp: 'off',
};

/** Whether a role's sign-in needs a code. */
export function needsCode(role: Role, rule: TotpRule): boolean {
  return rule === 'all' || (rule === 'privileged' && PRIVILEGED.includes(role));
}
