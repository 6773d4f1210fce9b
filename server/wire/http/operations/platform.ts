import { z } from 'zod';
import { liveSchema, readySchema } from '../health.ts';
import { operation } from '../operation.ts';

/** What keeps the platform running: health, metrics and this document. */
export const platformOperations = {
  getLive: operation({
    method: 'GET',
    path: '/healthz',
    tag: 'platform',
    summary: { zh: '进程存活', en: 'The process is alive' },
    answer: {
      kind: 'json',
      status: 200,
      schema: liveSchema,
      example: { status: 'alive', node: 'wall-1', build: '0.1.0', startedAt: 1795300000000 },
    },
  }),
  getReady: operation({
    method: 'GET',
    path: '/readyz',
    tag: 'platform',
    summary: { zh: '可以服务', en: 'This node is ready; 503 with the same body when it is not' },
    answer: {
      kind: 'json',
      status: 200,
      schema: readySchema,
      example: { status: 'ready', checks: [{ name: 'store', ok: true, detail: 'answered in 1 ms' }] },
    },
    problems: ['not-ready'],
  }),
  getMetrics: operation({
    method: 'GET',
    path: '/metrics',
    loopback: true,
    tag: 'platform',
    summary: { zh: '运行指标', en: 'Prometheus metrics; from the machine itself without signing in' },
    answer: { kind: 'text', status: 200, contentType: 'text/plain; version=0.0.4; charset=utf-8' },
  }),
  getOpenApi: operation({
    method: 'GET',
    path: '/api/v1/openapi.json',
    tag: 'platform',
    summary: { zh: '接口文档', en: 'This document' },
    answer: {
      kind: 'json',
      status: 200,
      schema: z.looseObject({ openapi: z.string() }),
      example: { openapi: '3.1.1' },
    },
  }),
} as const;
