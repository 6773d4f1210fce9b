import { z } from 'zod';
import { operation } from '../operation.ts';
import { askedScreenSchema, hangingSchema, screenActSchema, screenListSchema } from '../screens.ts';
import { screenWord } from '../../screen.ts';

/** The only client there is: a page at a wall's address. */
export const SCREEN_CLIENT = 'citywall-screen';
export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
const place = z.strictObject({ wall: screenWord, screen: screenWord });
/** As it is typed: with or without its dash, in either case. */
const code = z.string().min(1).max(40);
const done = z.object({ done: z.literal(true) });
const exampleHanging = { wall: 'main', screen: '2', label: '指挥大厅 左二', scope: '120000' };

const codesSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string(),
  expires_in: z.number().int(),
  interval: z.number().int(),
});
const tokenSchema = z.union([
  z.object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    scope: z.string(),
    wall: z.string(),
    screen: z.string(),
  }),
  z.object({ error: z.string(), error_description: z.string() }),
]);

const exampleScreen = {
  wall: 'main',
  screen: '2',
  label: '指挥大厅 左二',
  scope: '120000',
  approvedBy: '管理员',
  keyedAt: 1795200000000,
  revokedAt: null,
  patternUntil: null,
  link: 'live' as const,
  report: {
    seenAt: 1795300000000,
    leftAt: null,
    node: 'node-1',
    painted: {
      wall: 'main',
      screen: '2',
      paintedAt: 1795300000000,
      dataAt: 1795299999000,
      framesPerSecond: 60,
      worstFrameMs: 18,
      frameLateMs: 6.2,
      uncertaintyMs: 1.5,
      heapMb: 182,
      nodes: 1400,
      build: '1.2.3',
      softwareDrawn: false,
      window: { width: 1920, height: 1080, ratio: 1 },
      upSeconds: 86_400,
    },
  },
  skew: { ms: 2.1, uncertaintyMs: 3, frames: 0.13 },
  pictureAt: 1795299990000,
};

/** Screens: how they are let in (RFC 8628), how they are, and what an operator does with them. */
export const screenOperations = {
  askScreenCode: operation({
    method: 'POST',
    path: '/api/auth/device/code',
    tag: 'account',
    summary: { zh: '新屏幕申请接入码', en: 'Ask for the code that a new screen shows' },
    description: 'Device authorization request of RFC 8628 §3.1, as JSON. Codes live ten minutes and are used once.',
    body: {
      kind: 'json',
      schema: z.strictObject({
        client_id: z.literal(SCREEN_CLIENT),
        wall: screenWord,
        screen: screenWord,
        window: z.string().max(40).optional(),
      }),
      example: { client_id: SCREEN_CLIENT, wall: 'main', screen: '2', window: '1920×1080' },
    },
    answer: {
      kind: 'json',
      status: 200,
      schema: codesSchema,
      example: {
        device_code: 'k2fPq0u7lB3n6cYwXz8R1mVdT5sHj9aGeNoQiLbC',
        user_code: 'WDJB-MJHT',
        verification_uri: 'https://citywall.example/admin/screens',
        verification_uri_complete: 'https://citywall.example/admin/screens?code=WDJB-MJHT',
        expires_in: 600,
        interval: 5,
      },
    },
  }),
  redeemScreenCode: operation({
    method: 'POST',
    path: '/api/auth/device/token',
    tag: 'account',
    summary: { zh: '新屏幕领取自己的密钥', en: 'Ask whether a code was approved; the key of its own, once' },
    description:
      'Device access token request of RFC 8628 §3.4, as JSON. The token is a key of the screen itself, read-only and ' +
      'of its scope alone, never the session of whoever approved; a browser gets it as a cookie too. While there is no ' +
      'key the answer has status 400 and an `error`: authorization_pending, slow_down, expired_token, access_denied or ' +
      'invalid_grant.',
    body: {
      kind: 'json',
      schema: z.strictObject({
        grant_type: z.literal(DEVICE_GRANT),
        device_code: z.string().min(1).max(200),
        client_id: z.literal(SCREEN_CLIENT),
      }),
      example: {
        grant_type: DEVICE_GRANT,
        device_code: 'k2fPq0u7lB3n6cYwXz8R1mVdT5sHj9aGeNoQiLbC',
        client_id: SCREEN_CLIENT,
      },
    },
    answer: {
      kind: 'json',
      status: 200,
      schema: tokenSchema,
      example: { access_token: 'cws_…', token_type: 'Bearer', scope: '120000', wall: 'main', screen: '2' },
    },
  }),
  reviewScreenCode: operation({
    method: 'POST',
    path: '/api/v1/screen-codes/review',
    tag: 'account',
    summary: { zh: '查看接入码对应的屏幕', en: 'Which screen asks by a code' },
    description: 'From then on only this account may approve or deny it. What the screen says of itself is not proven.',
    body: { kind: 'json', schema: z.strictObject({ code }), example: { code: 'WDJB-MJHT' } },
    answer: {
      kind: 'json',
      status: 200,
      schema: askedScreenSchema,
      example: {
        code: 'WDJB-MJHT',
        wall: 'main',
        screen: '2',
        window: '1920×1080',
        address: '10.0.0.21',
        userAgent: 'Mozilla/5.0',
        askedAt: 1795300000000,
      },
    },
    problems: ['not-found', 'already-taken'],
  }),
  approveScreenCode: operation({
    method: 'POST',
    path: '/api/v1/screen-codes/approve',
    tag: 'account',
    summary: { zh: '批准屏幕接入', en: 'Let a screen in and say where it hangs' },
    description: 'A screen that hangs there already loses its key to the new one.',
    body: {
      kind: 'json',
      schema: z.strictObject({ code, hanging: hangingSchema }),
      example: { code: 'WDJB-MJHT', hanging: exampleHanging },
    },
    answer: { kind: 'json', status: 200, schema: done, example: { done: true } },
    problems: ['not-found', 'already-taken', 'not-allowed'],
  }),
  denyScreenCode: operation({
    method: 'POST',
    path: '/api/v1/screen-codes/deny',
    tag: 'account',
    summary: { zh: '拒绝屏幕接入', en: 'Turn a screen away' },
    body: { kind: 'json', schema: z.strictObject({ code }), example: { code: 'WDJB-MJHT' } },
    answer: { kind: 'json', status: 200, schema: done, example: { done: true } },
    problems: ['not-found', 'already-taken'],
  }),
  listScreens: operation({
    method: 'GET',
    path: '/api/v1/screens',
    tag: 'platform',
    summary: { zh: '屏幕列表与状态', en: 'Screens and how they are' },
    answer: {
      kind: 'json',
      status: 200,
      schema: screenListSchema,
      example: { at: 1795300002000, screens: [exampleScreen] },
    },
  }),
  getScreenPicture: operation({
    method: 'GET',
    path: '/api/v1/screens/{wall}/{screen}/picture',
    tag: 'platform',
    summary: { zh: '屏幕最近画面', en: 'A small picture of what a screen painted last' },
    params: place,
    query: z.strictObject({ at: z.string().max(20).optional() }),
    answer: { kind: 'file', status: 200, contentTypes: ['image/webp', 'image/jpeg'] },
    problems: ['not-found'],
  }),
  actOnScreen: operation({
    method: 'POST',
    path: '/api/v1/screens/{wall}/{screen}/acts',
    tag: 'platform',
    summary: { zh: '操作屏幕', en: 'Name, test pattern, picture, reload or revoke a screen' },
    description: 'A revoked screen is cut off at once on every server and shows nothing more.',
    params: place,
    body: { kind: 'json', schema: screenActSchema, example: { act: 'pattern', seconds: 600 } },
    answer: { kind: 'json', status: 200, schema: done, example: { done: true } },
    problems: ['not-found'],
  }),
} as const;
