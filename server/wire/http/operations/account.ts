import { z } from 'zod';
import { REQUEST_KINDS } from '#domain/case/request-kind.ts';
import { meSchema } from '../me.ts';
import { operation } from '../operation.ts';
import { foreignId, plainText } from '../values.ts';

/** A sign-in's answer. The session itself is the cookie, which no script can read. */
export const signedInSchema = z.object({
  user: z.object({ username: z.string(), name: z.string() }),
  backupCodes: z
    .array(z.string())
    .optional()
    .meta({ description: 'Made now, good once each where the authenticator app is lost; never told again' }),
});

const password = z.string().min(1).max(128);

/** Signing in and out, and who one is. */
export const accountOperations = {
  signIn: operation({
    method: 'POST',
    path: '/api/auth/sign-in/username',
    tag: 'account',
    summary: { zh: '登录', en: 'Sign in' },
    description:
      'Sets the session cookie. Wrong tries lock the account, and many the address, for a while. Where more is needed the ' +
      'refusal `more-needed` says what: `code`, `set-up` with the address for an authenticator app, or `new-password`; ' +
      'the same call is sent again with it.',
    body: {
      kind: 'json',
      schema: z.strictObject({
        username: z.string().min(1).max(60),
        password,
        code: z
          .string()
          .regex(/^(?:\d{6}|[0-9a-z](?:[ -]?[0-9a-z]){23})$/i)
          .optional()
          .meta({ description: 'Of the authenticator app, where the answer before asked for it; or a backup code' }),
        newBackupCodes: z.boolean().optional().meta({
          description: 'Make new backup codes; with a code of the app alone. The ones before are no longer good',
        }),
        newPassword: password.optional().meta({ description: 'Where the password was given by somebody else' }),
        rememberMe: z.boolean().optional(),
      }),
      example: { username: 'duty', password: 'citywall-demo' },
    },
    answer: {
      kind: 'json',
      status: 200,
      schema: signedInSchema,
      example: { user: { username: 'duty', name: '值班长' } },
    },
    problems: ['not-signed-in', 'more-needed', 'not-allowed', 'bad-argument'],
  }),
  makeFirstAdministrator: operation({
    method: 'POST',
    path: '/api/v1/first-administrator',
    tag: 'account',
    summary: { zh: '建立首个安全管理员', en: 'Make the first security administrator' },
    description:
      'With the code that a start without the demo prints while nobody keeps accounts; good for a day and for one ' +
      'account, which then makes all others.',
    body: {
      kind: 'json',
      schema: z.strictObject({ code: foreignId(60), username: foreignId(60), name: plainText(60, 1), password }),
      example: { code: 'kL9vR2mQ7tXw4sZb1nYc', username: 'security', name: '安全管理员', password: 'heping-luffa-77' },
    },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ username: z.string() }),
      example: { username: 'security' },
    },
    problems: ['not-allowed', 'bad-argument'],
  }),
  signOut: operation({
    method: 'POST',
    path: '/api/auth/sign-out',
    tag: 'account',
    summary: { zh: '退出登录', en: 'Sign out' },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ success: z.boolean() }),
      example: { success: true },
    },
  }),
  changePassword: operation({
    method: 'POST',
    path: '/api/auth/change-password',
    tag: 'account',
    summary: { zh: '修改密码', en: 'Change the own password' },
    description: 'Every other session of the account ends.',
    body: {
      kind: 'json',
      schema: z.strictObject({ currentPassword: password, newPassword: z.string().min(10).max(128) }),
      example: { currentPassword: 'citywall-demo', newPassword: 'heping-luffa-77' },
    },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.object({ changed: z.literal(true) }),
      example: { changed: true },
    },
    problems: ['bad-argument'],
  }),
  getMe: operation({
    method: 'GET',
    path: '/api/v1/me',
    tag: 'account',
    summary: { zh: '当前身份', en: 'Who is asking' },
    answer: {
      kind: 'json',
      status: 200,
      schema: meSchema,
      example: {
        kind: 'person',
        id: 'p1',
        name: '值班长',
        role: 'duty-officer',
        scope: '120000',
        department: null,
        answers: [...REQUEST_KINDS],
      },
    },
  }),
} as const;
