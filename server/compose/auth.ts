import type { Pool } from 'pg';
import type { Config } from '#config';
import { createAuth, type Auth } from '#adapters/auth/auth.ts';
import { keptSecret } from '#adapters/postgres/kept-secret.ts';
import type { Log } from '#application/http-port.ts';
import type { SignInRules } from '#domain/account/sign-in-rules.ts';

const MINUTE_MS = 60_000;

/** Who comes in, by the settings, and the secret that signs sessions and keys. */
export async function openAuth(config: Config, pool: Pool, log: Log): Promise<{ auth: Auth; secret: string }> {
  const secret = config.authSecret ?? (await keptSecret(config.dataDirectory, 'auth.secret'));
  const auth = createAuth({ pool, secret, publicUrl: config.publicUrl, rules: signInRules(config), log });
  return { auth, secret };
}

/** How people sign in, by the settings: in the demo, whose password is printed, as easy as can be. */
export function signInRules(
  config: Pick<Config, 'demo' | 'totp' | 'sessionHours' | 'idleMinutes' | 'signInTries' | 'lockMinutes'>,
): SignInRules {
  const { demo, totp, sessionHours, idleMinutes, signInTries, lockMinutes } = config;
  return {
    password: demo ? { least: 10, refuseCommon: false } : { least: 12, refuseCommon: true },
    lock: { tries: signInTries, lockMs: lockMinutes * MINUTE_MS },
    idleMs: idleMinutes === 0 ? null : idleMinutes * MINUTE_MS,
    sessionMs: sessionHours * 60 * MINUTE_MS,
    totp: totp ?? (demo ? 'off' : 'privileged'),
  };
}

/**
 * Lines that tell whoever starts a server without the demo how the first account is made, where nobody keeps accounts
 * yet; none otherwise.
 */
export async function firstLines(auth: Pick<Auth, 'offerFirst'>, demo: boolean, url: string): Promise<string[]> {
  const code = demo ? null : await auth.offerFirst();
  if (code === null) return [];
  return [
    'nobody keeps accounts yet: open this once, within a day, and make the first security administrator',
    `${url}/first?code=${code}`,
  ];
}
