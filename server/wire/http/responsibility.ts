import { z } from 'zod';
import { DUTY_STATES } from '#domain/responsibility/patrol.ts';
import { LEVELS } from '../level.ts';
import { epochMs } from './values.ts';

/** 责任网格: the unit grids that one collector, post or unit answers for. */
const facts = {
  code: z.string().meta({ description: "The city's own; no place code" }),
  name: z.object({ zh: z.string(), en: z.string() }),
  person: z.string().meta({ description: 'Person or post; empty where nobody is named or it lies out of reach' }),
  collector: z.string().nullable().meta({ description: 'As positions carry it' }),
  departmentCode: z.string().nullable(),
  approximate: z.boolean().meta({ description: 'Computed for a demonstration' }),
  place: z.string().meta({ description: 'The smallest place that has all of it' }),
};

export const responsibilityGridSchema = z.object({
  ...facts,
  unitGrids: z.array(z.string()).readonly().meta({ description: 'Codes of its unit grids' }),
});

export const responsibilityGridsAnswerSchema = z.object({
  total: z.number().int(),
  grids: z.array(responsibilityGridSchema),
});

const counted = z.number().int().min(0);
const share = z.number().min(0).max(1).nullable();

export const patrolledPlaceSchema = z.object({
  place: z.string(),
  level: z.enum(LEVELS),
  nameZh: z.string(),
  nameEn: z.string(),
  responsibilityGrids: counted,
  unitGrids: counted.meta({ description: 'All unit grids of the place' }),
  assigned: counted.meta({ description: 'Unit grids that lie in a responsibility grid' }),
  visited: counted.meta({ description: 'Of those assigned' }),
  share: share.meta({ description: 'visited / assigned' }),
  untouched: counted.meta({ description: 'Responsibility grids of which no unit grid was visited' }),
  onDuty: counted.meta({ description: 'Responsibility grids whose own collector is on duty' }),
  inPlace: counted.meta({ description: 'Responsibility grids whose own collector is on duty inside' }),
});

export const patrolledGridSchema = z.object({
  ...facts,
  unitGrids: counted,
  visited: counted,
  share,
  lastVisitAt: epochMs.nullable(),
  collectorName: z.object({ zh: z.string(), en: z.string() }).nullable().meta({ description: 'As the roster has it' }),
  duty: z.enum(DUTY_STATES),
  collectorsInside: counted.meta({ description: 'Collectors on duty that are in it now, whosever it is' }),
  geometry: z.unknown().optional().meta({ description: 'GeoJSON around its unit grids, only where it was asked for' }),
});

/** Which share of their unit grids collectors on duty were in, by responsibility grid. */
export const patrolAnswerSchema = z.object({
  since: epochMs,
  places: z.array(patrolledPlaceSchema).readonly().meta({ description: 'The place itself first, then each below it' }),
  total: counted,
  grids: z.array(patrolledGridSchema).readonly().meta({ description: 'Least patrolled first' }),
});

export type PatrolAnswer = z.infer<typeof patrolAnswerSchema>;
export type PatrolledGridAnswer = z.infer<typeof patrolledGridSchema>;
export type PatrolledPlaceAnswer = z.infer<typeof patrolledPlaceSchema>;
