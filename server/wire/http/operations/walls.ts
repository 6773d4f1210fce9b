import { z } from 'zod';
import { isDay } from '#domain/wall/replay.ts';
import { operation } from '../operation.ts';
import { instantText, placeCode } from '../values.ts';
import { standingWallSchema, wallActSchema, wallChangeSchema, wallId, wallsAnswerSchema } from '../wall.ts';

const params = z.strictObject({ id: wallId });

const exampleWall = {
  id: 'main',
  names: { zh: '指挥大厅', en: 'Command hall' },
  scope: '120000',
  viewingDistance: 5_000,
  screens: [
    {
      id: '1',
      x: 0,
      y: 0,
      width: 1_209.6,
      height: 680.4,
      pixels: { width: 3_840, height: 2_160 },
      rotation: 0 as const,
    },
    {
      id: '2',
      x: 1_213.1,
      y: 0,
      width: 1_209.6,
      height: 680.4,
      pixels: { width: 3_840, height: 2_160 },
      rotation: 0 as const,
    },
  ],
};
const examplePlaylist = [
  { scene: { kind: 'overview' as const }, seconds: 120 },
  { scene: { kind: 'district' as const, target: '120104' }, seconds: 30, hours: { from: 480, to: 1_080 } },
];
const exampleStanding = {
  version: 3,
  wall: exampleWall,
  layouts: {},
  program: {
    playlist: examplePlaylist,
    since: 1_795_309_600_000,
    empty: [],
    pushes: [
      {
        id: 'k3x9',
        scene: { kind: 'incident' as const, target: '1201042026112300017' },
        screens: ['2'],
        from: 1_795_309_700_000,
        until: 1_795_310_600_000,
        by: { id: 'u1', name: '值班长' },
      },
    ],
    hold: null,
    presented: null,
  },
};

/** What hangs, where panels lie on it, and what it shows when. */
export const wallOperations = {
  listWalls: operation({
    method: 'GET',
    path: '/api/v1/walls',
    tag: 'platform',
    summary: { zh: '大屏列表', en: 'Walls with their screens, layouts and programs' },
    answer: { kind: 'json', status: 200, schema: wallsAnswerSchema, example: { walls: [exampleStanding] } },
  }),
  saveWall: operation({
    method: 'POST',
    path: '/api/v1/walls/{id}',
    tag: 'platform',
    summary: { zh: '保存大屏', en: 'Set how a wall hangs, its layouts and its playlist' },
    description:
      'Millimetres. Screens must not overlap, their pixels must be about square, panels to be read must lie within one ' +
      'screen, and the smallest text must look at least 16 minutes of arc tall from the viewing distance. ' +
      '`version` is the one that was read: another one means that somebody was faster.',
    params,
    body: {
      kind: 'json',
      schema: wallChangeSchema,
      example: { version: 2, wall: exampleWall, layouts: {}, playlist: examplePlaylist },
    },
    answer: { kind: 'json', status: 200, schema: standingWallSchema, example: exampleStanding },
    problems: ['version-conflict', 'bad-argument'],
  }),
  removeWall: operation({
    method: 'POST',
    path: '/api/v1/walls/{id}/remove',
    tag: 'platform',
    summary: { zh: '删除大屏', en: 'Forget a wall' },
    params,
    answer: { kind: 'json', status: 200, schema: z.object({ removed: z.boolean() }), example: { removed: true } },
  }),
  actOnWall: operation({
    method: 'POST',
    path: '/api/v1/walls/{id}/acts',
    tag: 'platform',
    summary: { zh: '操作大屏', en: 'Push a scene, hold, go on, present, give back' },
    description: 'Every screen of the wall changes at the same instant, 0.4 s after the act.',
    params,
    body: {
      kind: 'json',
      schema: wallActSchema,
      example: { act: 'push', scene: { kind: 'incident', target: '1201042026112300017' }, screens: ['2'], minutes: 15 },
    },
    answer: { kind: 'json', status: 200, schema: standingWallSchema, example: exampleStanding },
    problems: ['not-found'],
  }),
  getReplay: operation({
    method: 'GET',
    path: '/api/v1/replay',
    tag: 'platform',
    summary: { zh: '回放数据', en: 'The cases that were open on a past day, to be played again' },
    description:
      'A frame of columns (positions, instants, times out of time; no number, no text, no person), the same for all who ' +
      'ask within ten minutes. Open: reported and not ended by then. Out of time: as alerts told it then, and where a case ' +
      'came with its past, as its disposals were judged, those left out that ended more than a week after the span. ' +
      'Positions are those of now. More than 200,000 cases are refused.',
    query: z
      .strictObject({
        day: z
          .string()
          .refine(isDay, { error: 'is not a day (YYYY-MM-DD)' })
          .optional()
          .meta({ description: 'A day that is over, YYYY-MM-DD in the platform’s zone' }),
        until: instantText
          .optional()
          .meta({ description: 'Instead: the 24 hours before its last full ten minutes; now where neither is given' }),
        place: placeCode.optional().meta({ description: 'Code of a place within reach; all of it where left out' }),
      })
      .refine(({ day, until }) => day === undefined || until === undefined, { error: 'has day or until, not both' }),
    answer: { kind: 'file', status: 200, contentTypes: ['application/octet-stream'] },
    problems: ['bad-argument', 'too-many-items'],
  }),
} as const;
