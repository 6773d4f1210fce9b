import { z } from 'zod';
import {
  accountActSchema,
  accountChangeSchema,
  accountDoneSchema,
  accountsAnswerSchema,
  exampleAccount,
  newAccountSchema,
  PERSON_ROLES,
  sessionsAnswerSchema,
} from '../accounts.ts';
import { operation } from '../operation.ts';
import { countText, foreignId, plainText } from '../values.ts';

const params = z.strictObject({ id: foreignId(64) });

/** Accounts of people, for their keeper. */
export const accountsOperations = {
  listAccounts: operation({
    method: 'GET',
    path: '/api/v1/accounts',
    tag: 'account',
    summary: { zh: '账号列表', en: 'Accounts in the order of their user names' },
    query: z.strictObject({
      text: plainText(60, 1).optional().meta({ description: 'Part of a user name, a name or a department' }),
      role: z.enum(PERSON_ROLES).optional(),
      state: z.enum(['open', 'disabled', 'locked']).optional(),
      after: foreignId(60).optional(),
      limit: countText(1, 500).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: accountsAnswerSchema,
      example: { accounts: [exampleAccount], next: null, total: 1 },
    },
  }),
  makeAccount: operation({
    method: 'POST',
    path: '/api/v1/accounts',
    tag: 'account',
    summary: { zh: '新建账号', en: 'Make an account' },
    description: 'Its password is given back this once, and changed by its owner at the first sign-in.',
    body: {
      kind: 'json',
      schema: newAccountSchema,
      example: { username: 'zhang.san', name: '张三', role: 'dispatcher', scope: '120104' },
    },
    answer: {
      kind: 'json',
      status: 200,
      schema: accountDoneSchema,
      example: { account: exampleAccount, password: 'qF3vX9mLrT2sWd0A' },
    },
    problems: ['bad-argument'],
  }),
  changeAccount: operation({
    method: 'POST',
    path: '/api/v1/accounts/{id}',
    tag: 'account',
    summary: { zh: '修改账号', en: 'Change the name, role, place or department of an account' },
    description: 'Its sessions end where its role, place or department is another.',
    params,
    body: { kind: 'json', schema: accountChangeSchema, example: { role: 'duty-officer' } },
    answer: {
      kind: 'json',
      status: 200,
      schema: accountDoneSchema,
      example: { account: { ...exampleAccount, role: 'duty-officer' }, password: null },
    },
    problems: ['not-found', 'bad-argument'],
  }),
  actOnAccount: operation({
    method: 'POST',
    path: '/api/v1/accounts/{id}/acts',
    tag: 'account',
    summary: { zh: '操作账号', en: 'Disable or open an account, give it a new password, end its sessions' },
    params,
    body: { kind: 'json', schema: accountActSchema, example: { act: 'password' } },
    answer: {
      kind: 'json',
      status: 200,
      schema: accountDoneSchema,
      example: { account: exampleAccount, password: 'qF3vX9mLrT2sWd0A' },
    },
    problems: ['not-found', 'bad-argument'],
  }),
  listSessions: operation({
    method: 'GET',
    path: '/api/v1/accounts/{id}/sessions',
    tag: 'account',
    summary: { zh: '账号的会话', en: 'Where an account is signed in' },
    params,
    answer: {
      kind: 'json',
      status: 200,
      schema: sessionsAnswerSchema,
      example: {
        sessions: [
          {
            id: 's1',
            createdAt: 1_795_341_600_000,
            seenAt: 1_795_343_000_000,
            expiresAt: 1_795_384_800_000,
            address: '10.0.3.17',
            userAgent: 'Mozilla/5.0',
          },
        ],
      },
    },
    problems: ['not-found'],
  }),
} as const;
