import { z } from 'zod';
import { epochMs } from './values.ts';

/** The process answers; it says nothing about its store. */
export const liveSchema = z.object({
  status: z.literal('alive'),
  node: z.string(),
  build: z.string(),
  startedAt: epochMs,
});

/** Whether this node should get requests, with every check that was made. */
export const readySchema = z.object({
  status: z.enum(['ready', 'not-ready']),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
