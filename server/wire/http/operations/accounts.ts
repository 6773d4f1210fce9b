import { z } from 'zod';
import {
  accountActSchema,
  accountChangeSchema,
  accountDoneSchema,
  accountsAnswerSchema,
  exampleAccount,
  newAccountSchema,
  peopleDoneSchema,
  peoplePreviewSchema,
  PERSON_ROLES,
  sessionsAnswerSchema,
} from '../accounts.ts';
import { operation } from '../operation.ts';
import { countText, foreignId, plainText } from '../values.ts';

const params = z.strictObject({ id: foreignId(64) });

/** Most bytes of a file of people. */
export const MOST_PEOPLE_BYTES = 4 * 1024 * 1024;

const fileName = plainText(200, 1).meta({ description: 'The file’s own name, which says its format' });
const fileQuery = z.strictObject({ name: fileName });
const counts = { rows: 12, added: 9, changed: 1, unchanged: 1, refused: 1 };
const problem = {
  line: 7,
  field: '岗位',
  reason: { zh: '没有“组长”这个岗位', en: '“组长” is no role' },
  hint: { zh: '写 值班长、派遣员 等之一', en: 'write one of duty-officer, dispatcher, …' },
  refuses: true,
};

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
  previewPeople: operation({
    method: 'POST',
    path: '/api/v1/people/preview',
    tag: 'account',
    summary: { zh: '预览人员导入', en: 'What a file of people would do; nothing is stored' },
    description: 'The body is the file itself, CSV or XLSX. Rows that are wrong are left out, the others go in.',
    query: fileQuery,
    body: { kind: 'file', most: MOST_PEOPLE_BYTES },
    answer: {
      kind: 'json',
      status: 200,
      schema: peoplePreviewSchema,
      example: {
        basis: '9f86d081884c7d659a2feaa0c55ad015',
        counts,
        changes: [
          {
            key: 'zhang.san',
            change: 'added',
            before: null,
            after: { name: '张三', role: 'dispatcher', scope: '120104', department: '' },
          },
        ],
        problems: [problem],
      },
    },
    problems: ['list-refused'],
  }),
  importPeople: operation({
    method: 'POST',
    path: '/api/v1/people',
    tag: 'account',
    summary: { zh: '导入人员', en: 'Make and change the accounts of a file that was previewed' },
    description: 'New accounts come back with their first passwords, this once.',
    query: z.strictObject({ name: fileName, basis: plainText(64, 1).meta({ description: '`basis` of the preview' }) }),
    body: { kind: 'file', most: MOST_PEOPLE_BYTES },
    answer: {
      kind: 'json',
      status: 200,
      schema: peopleDoneSchema,
      example: {
        counts,
        made: [{ username: 'zhang.san', name: '张三', password: 'qF3vX9mLrT2sWd0A' }],
        problems: [problem],
      },
    },
    problems: ['list-refused'],
  }),
  getPeopleProblems: operation({
    method: 'POST',
    path: '/api/v1/people/rejected',
    tag: 'account',
    summary: { zh: '下载问题行', en: 'What is wrong with a file of people, row by row, as CSV' },
    query: fileQuery,
    body: { kind: 'file', most: MOST_PEOPLE_BYTES },
    answer: { kind: 'file', status: 200, contentTypes: ['text/csv'] },
    problems: ['list-refused'],
  }),
  getPeopleTemplate: operation({
    method: 'GET',
    path: '/api/v1/people/template',
    tag: 'account',
    summary: { zh: '人员模板', en: 'A file with the columns of people and an example row' },
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']) }),
    answer: {
      kind: 'file',
      status: 200,
      contentTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
  }),
} as const;
