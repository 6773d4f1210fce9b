import { z } from 'zod';
import { ALERT_STATUSES, THRESHOLDS } from '#domain/alert/alert.ts';
import { PHASES, type Phase } from '#domain/case/stage.ts';
import { LEVELS } from '../../level.ts';
import { alertsAnswerSchema } from '../alert.ts';
import { caseDetailSchema, casesAnswerSchema } from '../case.ts';
import { dictionarySchema } from '../dictionary.ts';
import { exampleAlertRow, exampleDetail, exampleFigures, exampleSummary } from '../examples.ts';
import { figuresSchema } from '../figures.ts';
import { operation } from '../operation.ts';
import { locateAnswerSchema, placesAnswerSchema } from '../place.ts';
import { teamsAnswerSchema } from '../team.ts';
import { countText, degreesText, flagText, foreignId, instantText, placeCode, plainText } from '../values.ts';
import { exampleResponsibilityGrid } from './responsibility.ts';

const phases = z
  .string()
  .max(120)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(PHASES)))
  .meta({ description: `One or more, with commas between: ${PHASES.join(', ')}` });
const place = placeCode.optional().meta({ description: 'Code of a place: it and all below it' });

const outlinesAt = instantText
  .optional()
  .meta({ description: 'By the outlines of this instant; without it, those in use' });

export const caseNumberParams = z.strictObject({ number: foreignId(40) });

/** What may be asked of the city. */
export const readOperations = {
  listCases: operation({
    method: 'GET',
    path: '/api/v1/cases',
    tag: 'cases',
    summary: { zh: '案件列表', en: 'List cases' },
    description: 'Newest first, within the reach of who asks. All conditions must hold.',
    query: z.strictObject({
      place,
      category: foreignId(200).optional(),
      phase: phases.optional().transform((list): Phase[] | undefined => list),
      source: foreignId(60).optional(),
      overdue: flagText.optional(),
      open: flagText.optional(),
      since: instantText.optional(),
      until: instantText.optional(),
      text: plainText(80, 2).optional(),
      cursor: z.string().max(80).optional(),
      limit: countText(1, 500).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: casesAnswerSchema,
      example: { cases: [exampleSummary], nextCursor: 'MTA0Mg' },
    },
  }),
  getCase: operation({
    method: 'GET',
    path: '/api/v1/cases/{number}',
    tag: 'cases',
    summary: { zh: '案件详情', en: 'One case with its timeline and explained clocks' },
    params: caseNumberParams,
    answer: { kind: 'json', status: 200, schema: caseDetailSchema, example: exampleDetail },
    problems: ['not-found'],
  }),
  listAlerts: operation({
    method: 'GET',
    path: '/api/v1/alerts',
    tag: 'alerts',
    summary: { zh: '告警列表', en: 'List alerts, worst first' },
    query: z.strictObject({
      place,
      status: z.enum(ALERT_STATUSES).exclude(['resolved']).optional(),
      threshold: z.enum(THRESHOLDS).optional(),
      limit: countText(1, 500).optional(),
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: alertsAnswerSchema,
      example: { total: 58, alerts: [exampleAlertRow] },
    },
  }),
  listPlaces: operation({
    method: 'GET',
    path: '/api/v1/places',
    tag: 'city',
    summary: { zh: '区域列表', en: 'Places of the city, with outlines on request' },
    query: z.strictObject({
      level: z.enum(LEVELS).optional(),
      parent: placeCode.optional(),
      geometry: z.enum(['0', '1']).optional(),
      at: outlinesAt,
    }),
    answer: {
      kind: 'json',
      status: 200,
      schema: placesAnswerSchema,
      example: {
        places: [
          {
            code: '120101',
            parentCode: '120000',
            level: 'district',
            nameZh: '和平区',
            nameEn: 'Heping',
            approximate: false,
            hosting: 'central',
            areaM2: 9_980_000,
            lon: 117.195,
            lat: 39.119,
            population: null,
          },
        ],
      },
    },
  }),
  locate: operation({
    method: 'GET',
    path: '/api/v1/locate',
    tag: 'city',
    summary: {
      zh: '查询坐标所在网格',
      en: 'The unit grid, responsibility grid, community, subdistrict, district of a point',
    },
    query: z.strictObject({ lon: degreesText, lat: degreesText, datum: plainText(20).optional(), at: outlinesAt }),
    answer: {
      kind: 'json',
      status: 200,
      schema: locateAnswerSchema,
      example: {
        lon: 117.1983,
        lat: 39.1322,
        place: exampleSummary.place,
        responsibilityGrid: exampleResponsibilityGrid,
      },
    },
  }),
  listTeams: operation({
    method: 'GET',
    path: '/api/v1/teams',
    tag: 'city',
    summary: { zh: '人员与车辆', en: 'Teams with their latest positions' },
    query: z.strictObject({ place }),
    answer: {
      kind: 'json',
      status: 200,
      schema: teamsAnswerSchema,
      example: {
        teams: [
          {
            code: 'C-120101-004',
            kind: 'collector',
            nameZh: '和平采集4',
            nameEn: 'Heping collector 4',
            districtCode: '120101',
            department: null,
            simulated: true,
            fix: {
              lon: 117.1983,
              lat: 39.1322,
              at: 1795316800000,
              heading: 270,
              speed: 1.4,
              receivedAt: 1795316800120,
            },
          },
        ],
      },
    },
  }),
  getFigures: operation({
    method: 'GET',
    path: '/api/v1/figures',
    tag: 'city',
    summary: { zh: '今日指标', en: 'The figures of the day' },
    query: z.strictObject({ place }),
    answer: { kind: 'json', status: 200, schema: figuresSchema, example: exampleFigures },
    problems: ['not-found'],
  }),
  getDictionary: operation({
    method: 'GET',
    path: '/api/v1/dictionary',
    tag: 'city',
    summary: { zh: '名称字典', en: 'Names behind codes and ordinals, with an ETag' },
    answer: {
      kind: 'json',
      status: 200,
      schema: dictionarySchema,
      example: {
        version: '6f1c2a',
        city: { code: '120000', nameZh: '天津市', nameEn: 'Tianjin' },
        places: [],
        categories: [],
        departments: [
          { code: '120101-sanitation', districtCode: '120101', nameZh: '和平区环卫', nameEn: 'Heping Sanitation' },
        ],
        sources: [{ id: 'simulator', nameZh: '模拟城市', nameEn: 'Simulated city', simulated: true }],
      },
    },
  }),
} as const;
