import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type pg from 'pg';
import type { Log } from '#application/http-port.ts';
import { MOST_PASSWORD } from '#domain/account/password.ts';
import type { SignInRules } from '#domain/account/sign-in-rules.ts';
import { isUserName } from '#domain/account/user-name.ts';
import { deviceCodes, screenKeys } from './device-codes.ts';

/** Names of cookies begin with this; the session's is `citywall.session_token`. */
export const COOKIE_PREFIX = 'citywall';
export const SESSION_COOKIE = `${COOKIE_PREFIX}.session_token`;
/** What the library believes to be its address. Requests are handed to it under this one, whatever browsers see. */
export const LIBRARY_ORIGIN = 'http://citywall';

export type LibraryOptions = {
  pool: pg.Pool;
  /** Signs cookies; all servers of one database share it. */
  secret: string;
  /** Browsers reach this server through TLS: cookies go over nothing else. */
  secure: boolean;
  rules: SignInRules;
  log: Log;
};

/** The sign-in library on our own tables and names: passwords by scrypt, sessions in Postgres. */
export function libraryOptions({ pool, secret, secure, rules, log }: LibraryOptions) {
  return {
    appName: 'Citywall',
    baseURL: LIBRARY_ORIGIN,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    // The HTTP adapter limits attempts by account and address before the library sees them.
    rateLimit: { enabled: false },
    // What a password must be is checked before the library sees it.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: MOST_PASSWORD },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 2,
        maxUsernameLength: 60,
        // Its own rule knows neither 张三 nor a dash.
        usernameValidator: isUserName,
      }),
      twoFactor({
        issuer: 'Citywall',
        // Hashes of ours, and as such kept as they are (backup-codes.ts).
        backupCodeOptions: { storeBackupCodes: 'plain' },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'account_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      deviceCodes(),
      screenKeys(),
    ],
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        scope: { type: 'string', required: true, input: false },
        department: { type: 'string', required: false, input: false },
        demo: { type: 'boolean', required: true, input: false, defaultValue: false },
        disabled: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    session: {
      modelName: 'session',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { seenAt: { type: 'date', required: false, input: false, fieldName: 'seen_at' } },
      expiresIn: Math.round(rules.sessionMs / 1_000),
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id',
        accountId: 'provider_account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      ipAddress: { ipAddressHeaders: ['x-citywall-address'] },
    },
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(pool, session.userId) } } },
    logger: {
      level: 'warn',
      log: (level, message) => (level === 'error' ? log.error({}, message) : log.debug({}, message)),
    },
  } satisfies BetterAuthOptions;
}

export function createLibrary(options: LibraryOptions) {
  return betterAuth(libraryOptions(options));
}
export type Library = ReturnType<typeof createLibrary>;

/** A disabled account's password is still right, but opens nothing. */
async function refuseDisabled(pool: pg.Pool, accountId: string): Promise<void> {
  const { rows } = await pool.query<{ disabled: boolean }>('SELECT disabled FROM account WHERE id = $1', [accountId]);
  if (rows[0]?.disabled !== false) throw new APIError('FORBIDDEN', { message: 'this account is disabled' });
}
