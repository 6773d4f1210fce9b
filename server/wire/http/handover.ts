import { z } from 'zod';
import { THRESHOLDS } from '#domain/alert/alert.ts';
import { ROLES } from '#domain/account/role.ts';
import { REQUEST_KINDS } from '#domain/case/request-kind.ts';
import { STAGES } from '#domain/case/stage.ts';
import { FEED_STATES } from '#domain/feed/feed-state.ts';
import { SCREEN_LINKS } from '#domain/screen/screen-link.ts';
import { SCENE_KIND_NAMES } from '#domain/wall/scene.ts';
import { epochMs, plainText } from './values.ts';

/** A list of which only the worst are written out; `total` counts all. */
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ total: z.number().int(), items: z.array(item) });
const person = z.object({ id: z.string(), name: z.string() });

const aboutCase = {
  caseNumber: z.string(),
  categoryKey: z.string().nullable(),
  districtCode: z.string().nullable(),
  subdistrictCode: z.string().nullable(),
  department: z.string().nullable(),
  address: z.string(),
  stage: z.enum(STAGES),
  urgent: z.boolean(),
};
const aboutAlert = {
  ...aboutCase,
  alertId: z.number().int(),
  threshold: z.enum(THRESHOLDS),
  supervised: z.boolean(),
  dueAt: epochMs,
  firedAt: epochMs,
};

export const claimSchema = z.object({
  ...aboutAlert,
  by: person,
  since: epochMs,
  returnsAt: epochMs.meta({ description: 'When it goes back by itself unless somebody acts on its case before' }),
});
export const shelvedSchema = z.object({
  ...aboutAlert,
  by: person,
  since: epochMs,
  until: epochMs,
  reason: z.string(),
});
export const standingSchema = z.object({
  ...aboutAlert,
  why: z
    .enum(['standing', 'stale'])
    .meta({ description: 'Raised long ago and not ended; or taken by nobody for long' }),
});

export const PROMISE_KINDS = ['extension', 'urge', 'reply', 'request'] as const;
export const promiseSchema = z.object({
  ...aboutCase,
  kind: z.enum(PROMISE_KINDS),
  no: z.number().int().nullable().meta({ description: 'Of a reply the supervision, of a request its own number' }),
  request: z.enum(REQUEST_KINDS).nullable(),
  what: z.string().meta({ description: 'In the words of who said it' }),
  by: z.string(),
  at: epochMs,
  dueAt: epochMs.nullable().meta({ description: 'By when it was said to be done; null: no instant was named' }),
});

export const silentTeamSchema = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  districtCode: z.string(),
  heardAt: epochMs.nullable(),
});
export const sickFeedSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  state: z.enum(FEED_STATES),
  heardAt: epochMs.nullable(),
});
export const lostScreenSchema = z.object({
  wall: z.string(),
  screen: z.string(),
  label: z.string(),
  link: z.enum(SCREEN_LINKS),
  seenAt: epochMs.nullable(),
});
export const wallNowSchema = z.object({
  wall: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  screens: z.array(z.string()).nullable().meta({ description: 'Null: all of the wall' }),
  scene: z.object({ kind: z.enum(SCENE_KIND_NAMES), target: z.string().optional() }),
  why: z.enum(['presented', 'pushed', 'held', 'playlist']),
  by: z.string().nullable(),
  since: epochMs,
  until: epochMs.nullable().meta({ description: 'Null: until it is taken away' }),
});

export const shiftLoadSchema = z.object({
  officers: z.number().int().meta({ description: 'With an open desk when it was written; nobody counts as one' }),
  raised: z.number().int(),
  perTenMinutes: z.number().meta({ description: 'Alerts an officer in ten minutes, over the shift' }),
  worstTenMinutes: z.number().meta({ description: 'The same in the heaviest ten minutes' }),
  floodShare: z.number().meta({ description: 'Share of the shift in flood, 0 to 1' }),
});
export const shiftCountsSchema = z.object({
  reported: z.number().int(),
  closed: z.number().int(),
  endedOtherwise: z.number().int(),
  timedOut: z.number().int(),
});

/** All that is handed over, as it was when it was written. */
export const handoverContentSchema = z.object({
  format: z.literal('citywall-handover-1'),
  scope: z.string(),
  since: epochMs.meta({ description: 'When the shift began' }),
  sinceWhat: z.enum(['handover', 'hours']).meta({ description: 'From the handover before, or from the usual length' }),
  at: epochMs,
  leaver: z.object({ ...person.shape, role: z.enum(ROLES) }),
  claims: listOf(claimSchema),
  shelved: listOf(shelvedSchema),
  standing: listOf(standingSchema),
  promises: listOf(promiseSchema),
  teams: listOf(silentTeamSchema),
  feeds: listOf(sickFeedSchema),
  screens: listOf(lostScreenSchema),
  walls: listOf(wallNowSchema),
  load: shiftLoadSchema,
  counts: shiftCountsSchema,
  remark: z.string(),
});
export type HandoverContent = z.infer<typeof handoverContentSchema>;
export type HandoverClaim = z.infer<typeof claimSchema>;
export type HandoverPromise = z.infer<typeof promiseSchema>;

export const handoverId = z.string().regex(/^[a-z0-9]{1,40}$/);
export const handoverHash = z.string().regex(/^[0-9a-f]{64}$/);
export const handoverOrderSchema = z.strictObject({ remark: plainText(2_000) });
export const handoverSignSchema = z.strictObject({
  hash: handoverHash.meta({ description: 'Of what was read: another one is refused' }),
});
export const claimsOrderSchema = z.strictObject({ alerts: z.array(z.number().int().positive()).min(1).max(500) });

export const signatureSchema = z.object({
  ...person.shape,
  role: z.enum(ROLES),
  at: epochMs,
  address: z.string(),
});
export type HandoverSignature = z.infer<typeof signatureSchema>;

/** A handover as a list names it. */
export const handoverHeadSchema = z.object({
  id: z.string(),
  scope: z.string(),
  hash: z.string(),
  at: epochMs,
  leaves: signatureSchema,
  comes: signatureSchema.nullable().meta({ description: 'Null: nobody has signed for what was handed over yet' }),
  mine: z.boolean().meta({ description: 'The reader wrote it' }),
  putAwayAt: epochMs.nullable().meta({ description: 'When the reader put it away' }),
});
export type HandoverHead = z.infer<typeof handoverHeadSchema>;

/** What became of a line since it was written. */
export const becameSchema = z.object({
  key: z.string(),
  state: z.enum(['open', 'passed', 'settled']),
  by: z.string().nullable().meta({ description: 'Who has it now' }),
  at: epochMs.nullable().meta({ description: 'When it was settled, where that is known' }),
});
export type Became = z.infer<typeof becameSchema>;

export const handoverSchema = z.object({
  ...handoverHeadSchema.shape,
  content: handoverContentSchema,
  sound: z.boolean().meta({ description: 'What is stored still has the hash that was signed' }),
  now: z.object({ at: epochMs, open: z.number().int(), became: z.array(becameSchema) }),
});
export type HandoverAnswer = z.infer<typeof handoverSchema>;

export const claimResultSchema = z.object({
  alertId: z.number().int(),
  caseNumber: z.string(),
  result: z.enum(['passed', 'had', 'another', 'over', 'not-offered']),
  by: z.string().nullable().meta({ description: 'Who has it instead' }),
});
export type ClaimResult = z.infer<typeof claimResultSchema>;
