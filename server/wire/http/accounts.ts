import { z } from 'zod';
import { ROLES } from '#domain/account/role.ts';
import { listChangeSchema, listProblemSchema, MOST_SHOWN } from './lists.ts';
import { epochMs, foreignId, placeCode, plainText } from './values.ts';

/** Roles that a person can have. */
export const PERSON_ROLES = ROLES.filter((role) => role !== 'screen' && role !== 'source');

export const accountSchema = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.enum(PERSON_ROLES),
  scope: z.string().meta({ description: 'Code of the place whose data it may see and act on' }),
  department: z.string().nullable(),
  disabled: z.boolean(),
  demo: z.boolean(),
  hasCode: z.boolean().meta({ description: 'It has an authenticator app' }),
  givenPassword: z.boolean().meta({ description: 'Its password was given by somebody else and is changed at sign-in' }),
  createdAt: epochMs,
  signedInAt: epochMs.nullable(),
  lockedUntil: epochMs.nullable().meta({ description: 'Locked after wrong tries until then' }),
  sessions: z.number().int(),
});
export type AccountAnswer = z.infer<typeof accountSchema>;

export const accountsAnswerSchema = z.object({
  accounts: z.array(accountSchema),
  next: z.string().nullable().meta({ description: 'Ask with it as `after` for the next page' }),
  total: z.number().int(),
});
export type AccountsAnswer = z.infer<typeof accountsAnswerSchema>;

const username = foreignId(60).meta({ description: '2 to 60 letters, digits, `_ . @ -`; its case does not matter' });
const personName = plainText(60, 1);
const department = foreignId(40).nullable();

export const newAccountSchema = z.strictObject({
  username,
  name: personName,
  role: z.enum(PERSON_ROLES),
  scope: placeCode,
  department: department.default(null),
});

export const accountChangeSchema = z.strictObject({
  name: personName.optional(),
  role: z.enum(PERSON_ROLES).optional(),
  scope: placeCode.optional(),
  department: department.optional(),
});

export const accountActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('disable') }),
  z.strictObject({ act: z.literal('enable') }),
  z.strictObject({ act: z.literal('password') }),
  z.strictObject({ act: z.literal('unlock') }),
  z.strictObject({ act: z.literal('forget-code') }),
  z.strictObject({
    act: z.literal('end-sessions'),
    session: z.string().max(64).nullable().default(null).meta({ description: 'One session; all where it is null' }),
  }),
]);
export type AccountAct = z.input<typeof accountActSchema>;

/** An account after an act, with its new password where the act gave one: it is shown this once. */
export const accountDoneSchema = z.object({ account: accountSchema, password: z.string().nullable() });
export type AccountDone = z.infer<typeof accountDoneSchema>;

export const sessionsAnswerSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      createdAt: epochMs,
      seenAt: epochMs,
      expiresAt: epochMs,
      address: z.string(),
      userAgent: z.string(),
    }),
  ),
});
export type SessionsAnswer = z.infer<typeof sessionsAnswerSchema>;

const peopleCountsSchema = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int().meta({ description: 'Rows that are left out' }),
});

export const peoplePreviewSchema = z.object({
  basis: z.string().meta({ description: 'What the file was compared with: give it back when it is applied' }),
  counts: peopleCountsSchema,
  changes: z.array(listChangeSchema).max(MOST_SHOWN),
  problems: z.array(listProblemSchema).max(MOST_SHOWN),
});
export type PeoplePreviewAnswer = z.infer<typeof peoplePreviewSchema>;

export const peopleDoneSchema = z.object({
  counts: peopleCountsSchema,
  made: z
    .array(z.object({ username: z.string(), name: z.string(), password: z.string() }))
    .meta({ description: 'New accounts with their first passwords, given back this once' }),
  problems: z.array(listProblemSchema).max(MOST_SHOWN),
});
export type PeopleDoneAnswer = z.infer<typeof peopleDoneSchema>;

export const exampleAccount: AccountAnswer = {
  id: '3f0f1c1a-6f0e-4a55-9f39-7d1b3c0d8a11',
  username: 'zhang.san',
  name: '张三',
  role: 'dispatcher',
  scope: '120104',
  department: null,
  disabled: false,
  demo: false,
  hasCode: false,
  givenPassword: true,
  createdAt: 1_795_341_600_000,
  signedInAt: null,
  lockedUntil: null,
  sessions: 0,
};
