import { z } from 'zod';
import { DISPOSITIONS, RETURN_CAUSES, THRESHOLDS } from '#domain/alert/alert.ts';
import { STAGES } from '#domain/case/stage.ts';
import { epochMs } from './values.ts';

export const shelvingSchema = z.object({
  until: epochMs,
  at: epochMs,
  by: z.string(),
  byName: z.string(),
  reason: z.string(),
});
export const returnSchema = z.object({
  why: z.enum(RETURN_CAUSES),
  at: epochMs,
  from: z.string(),
  fromName: z.string(),
});

export const dispositionSchema = z.object({
  kind: z.enum(DISPOSITIONS),
  note: z.string(),
  by: z.string(),
  byName: z.string(),
  at: epochMs,
});

/** An alert that waits for somebody, with what a list shows of its case; the same row as the `alerts` topic. */
export const alertRowSchema = z.object({
  id: z.number().int(),
  caseId: z.number().int(),
  caseNumber: z.string(),
  instance: z.number().int(),
  round: z.number().int(),
  threshold: z.enum(THRESHOLDS),
  status: z.enum(['open', 'taken', 'shelved']),
  basis: z.enum(['working', 'continuous']),
  dueAt: epochMs,
  firedAt: epochMs,
  takenBy: z.string().nullable(),
  takenByName: z.string().nullable(),
  takenAt: epochMs.nullable(),
  shelved: shelvingSchema.nullable(),
  returned: returnSchema.nullable(),
  stage: z.enum(STAGES),
  categoryKey: z.string().nullable(),
  conditionNo: z.number().int().nullable(),
  districtCode: z.string().nullable(),
  subdistrictCode: z.string().nullable(),
  department: z.string().nullable(),
  address: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  urgent: z.boolean(),
  supervised: z.boolean(),
  caseVersion: z.number().int(),
  moveVersion: z.number().int(),
});

/** Worst first; `total` counts all that the filter lets through. */
export const alertsAnswerSchema = z.object({ total: z.number().int(), alerts: z.array(alertRowSchema) });
