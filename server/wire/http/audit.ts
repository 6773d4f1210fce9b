import { z } from 'zod';
import { ROLES } from '#domain/account/role.ts';
import { epochMs } from './values.ts';

export const AUDIT_RESULTS = ['done', 'refused', 'failed'] as const;

/** A line of the audit as its reader sees it. */
export const auditLineSchema = z.object({
  no: z.number().int().meta({ description: 'Its number in the chain, from 1 without gaps' }),
  hash: z.string().meta({ description: 'SHA-256 over the hash of the line before and its own content' }),
  at: epochMs,
  actor: z.object({ kind: z.enum(['person', 'source', 'system']), id: z.string(), name: z.string() }),
  role: z.enum([...ROLES, 'nobody']),
  act: z.string(),
  subject: z.string(),
  result: z.enum(AUDIT_RESULTS),
  detail: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .meta({ description: 'Where a value was changed: the new one under its name, the one before under `was.` and it' }),
  address: z.string(),
});

export const auditAnswerSchema = z.object({
  lines: z.array(auditLineSchema),
  nextCursor: z.string().nullable(),
});
export type AuditAnswer = z.infer<typeof auditAnswerSchema>;

export const auditFactsSchema = z.object({
  acts: z.array(z.string()).meta({ description: 'Every act that occurs' }),
  keptDays: z.number().int().nullable().meta({ description: 'Lines are removed after so many days; null: never' }),
});
export type AuditFacts = z.infer<typeof auditFactsSchema>;

export const auditVerifiedSchema = z.object({
  sound: z.boolean(),
  lines: z.number().int(),
  first: z.number().int().nullable(),
  end: z.object({ no: z.number().int(), hash: z.string() }),
  fault: z
    .object({
      kind: z.enum(['changed', 'missing', 'loose', 'behind-end', 'end', 'noted']),
      no: z.number().int().meta({ description: 'The first line that is wrong or missing' }),
      message: z.string(),
    })
    .nullable(),
});
export type AuditVerified = z.infer<typeof auditVerifiedSchema>;

export const exampleAuditLine: z.input<typeof auditLineSchema> = {
  no: 4211,
  hash: '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92',
  at: 1_795_341_600_000,
  actor: { kind: 'person', id: 'p1', name: '值班长' },
  role: 'duty-officer',
  act: 'case.reporter',
  subject: 'E0110-20261122-000042',
  result: 'done',
  detail: { read: 'name, phone' },
  address: '10.0.3.17',
};
