import { z } from 'zod';
import { COMPONENT_STATES } from '#domain/component/component.ts';
import {
  componentAnswerSchema,
  componentCodeText,
  componentsAnswerSchema,
  pageEndText,
  componentSearchSchema,
  nearComponentsAnswerSchema,
  registerSummarySchema,
} from '../component.ts';
import { exampleSummary } from '../examples.ts';
import { operation } from '../operation.ts';
import { countText, degreesText, flagText, foreignId, placeCode } from '../values.ts';

/** Widest box that is answered, degrees: about 2 km at the latitude of Tianjin. */
export const MOST_BOX_DEGREES = 0.025;
/** Most components of one box. */
export const MOST_IN_BOX = 4_000;
/** How far away a component may be to be suggested, metres. */
export const MOST_NEAR_METRES = 500;

const box = z
  .string()
  .regex(/^(?:-?\d{1,3}(?:\.\d{1,12})?,){3}-?\d{1,3}(?:\.\d{1,12})?$/, { error: 'is not west,south,east,north' })
  .transform((text) => text.split(',').map(Number) as [number, number, number, number])
  .meta({ description: `west,south,east,north in degrees, at most ${MOST_BOX_DEGREES} wide and high` });

const placed = {
  code: '1201010101000123',
  categoryKey: 'gbt30428.2-2013:component:0101',
  position: exampleSummary.position,
  state: 'intact' as const,
  simulated: false,
};

const registered = {
  ...placed,
  scheme: '6-2-2-6',
  name: '上水井盖',
  owner: '自来水集团',
  maintainer: '自来水集团',
  supervisor: '城管委',
  gridCode: '120101001001007',
  installedOn: '2019-05-01',
  changedOn: null,
  accuracy: 'A' as const,
  source: '普查',
  note: '',
};

/** The register of components (GB/T 30428.2). */
export const componentOperations = {
  listComponents: operation({
    method: 'GET',
    path: '/api/v1/components',
    tag: 'city',
    summary: { zh: '范围内的部件', en: 'Components in a small box, with an ETag' },
    description: 'For a map that is near. A box that is too large, or holds too many, is refused: go nearer.',
    query: z.strictObject({ bbox: box }),
    answer: {
      kind: 'json',
      status: 200,
      schema: componentsAnswerSchema,
      example: { version: '1', components: [placed] },
    },
    problems: ['too-many-items'],
  }),
  nearComponents: operation({
    method: 'GET',
    path: '/api/v1/components/near',
    tag: 'city',
    summary: { zh: '附近的部件', en: 'Components near a point, nearest first' },
    description: 'A suggestion of what a report may be about; nothing is tied by it.',
    query: z.strictObject({
      lon: degreesText,
      lat: degreesText,
      category: foreignId(200).optional(),
      within: countText(1, MOST_NEAR_METRES).optional(),
      limit: countText(1, 50).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: nearComponentsAnswerSchema,
      example: { components: [{ ...placed, metres: 12.4 }] },
    },
  }),
  searchComponents: operation({
    method: 'GET',
    path: '/api/v1/components/search',
    tag: 'city',
    summary: { zh: '查询部件台账', en: 'The register, page by page' },
    description: 'By code. With `withCases=true` only those that a case names, the ones with the most cases first.',
    query: z.strictObject({
      category: foreignId(200).optional(),
      place: placeCode.optional().meta({ description: 'A district, or by its unit grid a smaller place' }),
      owner: foreignId(200).optional(),
      state: z.enum(COMPONENT_STATES).optional(),
      text: foreignId(100).optional().meta({ description: 'Part of a code, name, department or note' }),
      withCases: flagText.optional(),
      after: pageEndText.optional(),
      limit: countText(1, 500).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: componentSearchSchema,
      example: { total: 1, components: [{ ...registered, cases: 2 }], next: null },
    },
  }),
  summariseComponents: operation({
    method: 'GET',
    path: '/api/v1/components/summary',
    tag: 'city',
    summary: { zh: '部件台账概况', en: 'How many components there are of what' },
    answer: {
      kind: 'json',
      status: 200,
      schema: registerSummarySchema,
      example: {
        total: 2,
        simulated: 0,
        categories: [{ key: placed.categoryKey, count: 2 }],
        owners: [{ name: '自来水集团', count: 2 }],
        states: [{ state: 'intact', count: 2 }],
        districts: [{ code: '120101', count: 2 }],
      },
    },
  }),
  getComponent: operation({
    method: 'GET',
    path: '/api/v1/components/{code}',
    tag: 'city',
    summary: { zh: '部件详情与历史案件', en: 'One component with its own history of cases' },
    params: z.strictObject({ code: componentCodeText }),
    answer: {
      kind: 'json',
      status: 200,
      schema: componentAnswerSchema,
      example: {
        component: registered,
        cases: [exampleSummary],
      },
    },
    problems: ['not-found'],
  }),
} as const;
