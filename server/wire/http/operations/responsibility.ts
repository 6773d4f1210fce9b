import { z } from 'zod';
import { operation } from '../operation.ts';
import { patrolAnswerSchema, responsibilityGridsAnswerSchema } from '../responsibility.ts';
import { countText, placeCode } from '../values.ts';

const place = placeCode
  .optional()
  .meta({ description: "Code of a place: it and all below it; left out, one's own reach" });
/** As many as a large city has. */
const MOST = 10_000;

export const exampleResponsibilityGrid = {
  code: 'ZR-001',
  name: { zh: '花园路第一责任网格', en: 'Huayuan Road 1' },
  person: '花园路巡查岗',
  collector: 'C-120101-004',
  departmentCode: null,
  approximate: false,
  place: '120101001001',
  unitGrids: ['120101001001001', '120101001001002'],
};

/** 责任网格: who answers for which unit grids, and how they are patrolled. */
export const responsibilityOperations = {
  listResponsibilityGrids: operation({
    method: 'GET',
    path: '/api/v1/responsibility-grids',
    tag: 'city',
    summary: { zh: '责任网格列表', en: 'Responsibility grids with their unit grids' },
    query: z.strictObject({ place, limit: countText(1, MOST).optional() }),
    answer: {
      kind: 'json',
      status: 200,
      schema: responsibilityGridsAnswerSchema,
      example: { total: 1, grids: [exampleResponsibilityGrid] },
    },
    problems: ['not-found'],
  }),
  getPatrol: operation({
    method: 'GET',
    path: '/api/v1/coverage/responsibility-grids',
    tag: 'city',
    summary: { zh: '责任网格巡查覆盖', en: 'Which share of each responsibility grid collectors on duty were in' },
    description:
      'A unit grid is covered when a collector on duty, whoever it was, was in it within the hours asked for. `duty` is ' +
      "how the responsibility grid's own collector stands by the latest position.",
    query: z.strictObject({
      place,
      hours: countText(1, 720).optional().meta({ description: '8 when left out' }),
      limit: countText(1, MOST).optional(),
      geometry: z.enum(['0', '1']).optional().meta({ description: 'With an outline of each responsibility grid' }),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: patrolAnswerSchema,
      example: {
        since: 1795276800000,
        places: [
          {
            place: '120101001001',
            level: 'community',
            nameZh: '花园路社区',
            nameEn: 'Huayuan Road',
            responsibilityGrids: 1,
            unitGrids: 30,
            assigned: 26,
            visited: 13,
            share: 0.5,
            untouched: 0,
            onDuty: 1,
            inPlace: 1,
          },
        ],
        total: 1,
        grids: [
          {
            ...exampleResponsibilityGrid,
            unitGrids: 26,
            visited: 13,
            share: 0.5,
            lastVisitAt: 1795300000000,
            collectorName: { zh: '和平采集04组', en: 'Heping Patrol 04' },
            duty: 'in-place',
            collectorsInside: 1,
          },
        ],
      },
    },
    problems: ['not-found'],
  }),
} as const;
