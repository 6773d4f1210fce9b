import { z } from 'zod';
import { DISPOSITIONS } from '#domain/alert/alert.ts';
import type { Fault } from '#domain/case/argument-fault.ts';
import { REQUEST_KINDS } from '#domain/case/request-kind.ts';
import { MOST_LEVELS } from '#domain/case/supervision-level.ts';
import { limitUnits } from '#domain/clock/limit.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Beyond it nothing is planned, and far beyond it no calendar has days. */
const LAST_INSTANT = Date.UTC(2200, 0, 1);
/** An instant of a person's choosing, epoch ms; null chooses none. */
const chosenInstant = () => z.number().int().max(LAST_INSTANT).nullable().default(null);

/**
 * Moves a person may ask for on a case. `expected` is the moveVersion the officer decided on: when somebody moved the
 * case since, nothing is written and the answer says who did what.
 */
export const moveSchema = z.discriminatedUnion('move', [
  z.object({ move: z.literal('accept') }),
  z.object({ move: z.literal('decline'), reason: text(500) }),
  z.object({ move: z.literal('verify'), found: z.boolean(), media: z.array(z.string().max(200)).max(9).default([]) }),
  z.object({
    move: z.literal('file'),
    categoryKey: z.string().max(80),
    conditionNo: z.number().int().min(1).max(9_999),
  }),
  z.object({
    move: z.literal('dispatch'),
    department: z.string().max(40),
    supporting: z.array(z.string().max(40)).max(5).default([]),
    note: z.string().max(500).default(''),
  }),
  z.object({
    move: z.literal('pass'),
    to: z.string().max(20).meta({ description: 'Code of the district whose centre files it' }),
    note: z.string().max(500).default(''),
  }),
  z.object({
    move: z.literal('self-handle'),
    note: z.string().max(1000).default(''),
    media: z.array(z.string().max(200)).max(9).default([]),
  }),
  z.object({ move: z.literal('support'), note: text(1000), media: z.array(z.string().max(200)).max(9).default([]) }),
  z.object({ move: z.literal('return'), reason: text(500) }),
  z.object({
    move: z.literal('feed-back'),
    note: z.string().max(1000).default(''),
    media: z.array(z.string().max(200)).max(9).default([]),
  }),
  z.object({
    move: z.literal('check'),
    passed: z.boolean(),
    note: z.string().max(500).default(''),
    media: z.array(z.string().max(200)).max(9).default([]),
  }),
  z.object({ move: z.literal('rework'), reason: text(500) }),
  z.object({ move: z.literal('extend'), reason: text(500) }),
  z.object({
    move: z.literal('shorten'),
    limit: z
      .object({ value: z.number().positive().max(10_000), unit: z.enum(limitUnits) })
      .meta({ description: 'The limit instead of the one in force, counted from where the disposal began' }),
    reason: text(500),
  }),
  z.object({ move: z.literal('suspend'), reason: text(500), until: chosenInstant() }),
  z.object({ move: z.literal('resume'), reason: z.string().max(500).default('') }),
  z.object({
    move: z.literal('supervise'),
    level: z
      .number()
      .int()
      .min(1)
      .max(MOST_LEVELS)
      .nullable()
      .default(null)
      .meta({ description: 'Null: 1, or one above what it is under already, as far as the post may go' }),
    reason: text(500),
    replyBy: chosenInstant().meta({ description: 'By when a reply is demanded, epoch ms; null demands none' }),
  }),
  z.object({ move: z.literal('reply'), supervision: z.number().int().min(1).max(999), text: text(1000) }),
  z.object({ move: z.literal('lift-supervision'), reason: text(500) }),
  z.object({ move: z.literal('urge'), note: z.string().max(500).default('') }),
  z.object({ move: z.literal('send-team'), team: z.string().max(40), note: z.string().max(500).default('') }),
  z.object({
    move: z.literal('comment'),
    text: text(2000),
    mentions: z
      .array(z.string().min(1).max(64))
      .max(20)
      .optional()
      .meta({ description: 'Ids of the accounts that it names; each must be able to see the case' }),
    media: z.array(z.string().max(200)).max(9).optional(),
  }),
  z.object({
    move: z.literal('join'),
    to: z.string().max(40).meta({ description: 'Number of the case that it is a duplicate of' }),
    reason: text(500),
  }),
  z.object({ move: z.literal('void'), reason: text(500) }),
  z.object({
    move: z.literal('ask'),
    kind: z
      .enum(REQUEST_KINDS)
      .meta({ description: 'extension 延期, return 回退, suspension 挂账, void 作废, appeal 申诉' }),
    reason: text(500),
    until: chosenInstant().meta({ description: 'Wished end of a suspension, epoch ms; null leaves it open' }),
    instance: z
      .number()
      .int()
      .nullable()
      .default(null)
      .meta({ description: 'Of an appeal: number of the late passage; null takes the newest' }),
  }),
  z.object({
    move: z.literal('answer'),
    request: z.number().int().min(1).max(999).meta({ description: "The request's number within the case" }),
    granted: z.boolean(),
    reason: text(500),
  }),
  z.object({ move: z.literal('close'), note: z.string().max(500).default(''), forced: z.boolean().default(false) }),
]);
export type Move = z.infer<typeof moveSchema>;
export type MoveName = Move['move'];

/** Body of POST /api/v1/cases/{number}/moves and of the socket's `move` command. */
export const moveRequestSchema = z.object({
  /** Chosen by the caller; the same id twice is one act. */
  requestId: z.string().min(1).max(64),
  expected: z.number().int().nonnegative().nullable().default(null),
  move: moveSchema,
});
export type MoveRequest = z.infer<typeof moveRequestSchema>;

/** Why an alert is put aside and until when, epoch ms. */
export const shelfOrderSchema = z.object({ reason: text(200), until: z.number().int().max(LAST_INSTANT) });

/** Why an alert is closed by hand; what is none of the usual reasons is said. */
export const closeOrderSchema = z
  .object({ kind: z.enum(DISPOSITIONS), note: z.string().trim().max(200).default('') })
  .refine(({ kind, note }) => kind !== 'other' || note !== '', { path: ['note'], message: 'say why' });

export const commandSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('move'), caseNumber: z.string().max(40), request: moveRequestSchema }),
  z.object({ name: z.literal('take'), alertId: z.number().int().positive() }),
  z.object({ name: z.literal('release'), alertId: z.number().int().positive() }),
  z.object({ name: z.literal('close'), alertId: z.number().int().positive(), order: closeOrderSchema }),
  z.object({ name: z.literal('shelve'), alertId: z.number().int().positive(), order: shelfOrderSchema }),
]);
export type Command = z.infer<typeof commandSchema>;

/** Why a command was not carried out. Every kind has a sentence in both catalogues (`refusal.<code>`). */
export const REFUSALS = [
  'illegal-move',
  'not-allowed',
  'not-found',
  'version-conflict',
  'already-taken',
  'bad-argument',
  'limit-reached',
  'store-unavailable',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export type Refusal = {
  code: RefusalCode;
  /** English sentence for logs and API users; screens translate `code`. */
  message: string;
  /** For bad-argument: what does not fit, where it is the case that it does not fit. */
  why?: Fault;
  /** Moves legal now for this caller, for illegal-move. */
  legal?: MoveName[];
  /** For version-conflict and already-taken: who did what when. */
  other?: { name: string; what: string; at: number };
};

export type CommandResult =
  { ok: true; caseNumber: string; version: number; moveVersion: number } | { ok: false; refusal: Refusal };
