import { z } from 'zod';
import { TASK_KINDS } from '#domain/task/task.ts';
import { exampleSummary } from '../examples.ts';
import { operation } from '../operation.ts';
import { coverageAnswerSchema, tasksAnswerSchema, taskTakenSchema } from '../task.ts';
import { countText, flagText, foreignId, placeCode } from '../values.ts';

const place = placeCode.optional().meta({ description: 'Code of a place: it and all below it' });

/** What collectors have to do, and where they were. */
export const taskOperations = {
  listTasks: operation({
    method: 'GET',
    path: '/api/v1/tasks',
    tag: 'cases',
    summary: { zh: '核实核查任务列表', en: 'Verification and check tasks' },
    description:
      'Open ones soonest due first; `open=0` lists ended ones, newest first. They end with the moves verify and check.',
    query: z.strictObject({
      place,
      responsibilityGrid: foreignId(40).optional().meta({ description: 'Code of a responsibility grid' }),
      kind: z.enum(TASK_KINDS).optional(),
      collector: foreignId(60).optional(),
      open: flagText.optional(),
      limit: countText(1, 500).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: tasksAnswerSchema,
      example: {
        tasks: [
          {
            id: 12,
            kind: 'check',
            status: 'assigned',
            case: exampleSummary,
            instance: 5,
            collector: 'C-120101-004',
            assignedHow: 'responsible',
            responsibilityGrid: 'ZR-001',
            createdAt: 1795309600000,
            assignedAt: 1795309600000,
            takenAt: null,
            dueAt: 1795311400000,
            endedAt: null,
          },
        ],
      },
    },
  }),
  takeTask: operation({
    method: 'POST',
    path: '/api/v1/tasks/{id}/take',
    tag: 'cases',
    summary: { zh: '接收任务', en: 'Take a task up' },
    params: z.strictObject({ id: countText(1, 999_999_999) }),
    answer: { kind: 'json', status: 200, schema: taskTakenSchema, example: { id: 12 } },
    problems: ['not-found'],
  }),
  getCoverage: operation({
    method: 'GET',
    path: '/api/v1/coverage',
    tag: 'city',
    summary: { zh: '巡查覆盖率', en: 'Which share of the unit grids collectors on duty were in' },
    query: z.strictObject({ place, hours: countText(1, 720).optional().meta({ description: '8 when left out' }) }),
    answer: {
      kind: 'json',
      status: 200,
      schema: coverageAnswerSchema,
      example: {
        places: [
          { place: '120101', since: 1795276800000, grids: 912, visited: 730, share: 0.8, collectors: 24, onDuty: 21 },
        ],
      },
    },
    problems: ['not-found'],
  }),
} as const;
