import { z } from 'zod';
import { ASSIGNED_HOW, TASK_KINDS, TASK_STATUSES } from '#domain/task/task.ts';
import { caseSummarySchema } from './case.ts';
import { epochMs } from './values.ts';

/** A collector's task with its case. */
export const taskSchema = z.object({
  id: z.number().int(),
  kind: z.enum(TASK_KINDS).meta({ description: 'verify 核实: is the report true? check 核查: is the repair done?' }),
  status: z.enum(TASK_STATUSES),
  case: caseSummarySchema,
  instance: z.number().int().meta({ description: 'The passage of the case that it belongs to' }),
  collector: z.string().nullable(),
  assignedHow: z.enum(ASSIGNED_HOW).nullable().meta({
    description: 'responsible: of the responsibility grid; nearest: of those on duty in the district',
  }),
  responsibilityGrid: z.string().nullable().meta({ description: 'Code of the one that the case lies in now' }),
  createdAt: epochMs,
  assignedAt: epochMs.nullable(),
  takenAt: epochMs.nullable(),
  dueAt: epochMs.nullable().meta({ description: "The stage's due instant; as judged once it has ended" }),
  endedAt: epochMs.nullable(),
});
export const tasksAnswerSchema = z.object({ tasks: z.array(taskSchema) });

/** Which share of a place's unit grids collectors on duty were in. */
export const coverageAnswerSchema = z.object({
  places: z
    .array(
      z.object({
        place: z.string(),
        since: epochMs,
        grids: z.number().int(),
        visited: z.number().int(),
        share: z.number().nullable(),
        collectors: z.number().int(),
        onDuty: z.number().int(),
      }),
    )
    .meta({ description: 'The place itself first, then each right below it' }),
});
export const taskTakenSchema = z.object({ id: z.number().int() });
