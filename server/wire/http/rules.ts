import { z } from 'zod';
import { POST_LEVELS } from '#domain/account/post.ts';
import { MOST_LEVELS } from '#domain/case/supervision-level.ts';

const platform = z
  .enum(POST_LEVELS)
  .nullable()
  .meta({ description: 'On this level’s platform and those above it; null: on none' });

const supervisionLevel = z.strictObject({
  zh: z.string().trim().min(1).max(20),
  en: z.string().trim().min(1).max(40),
  from: z.strictObject({ 'duty-officer': platform, leader: platform }),
  replyHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .nullable()
    .meta({ description: 'Within so many hours a reply is demanded, whoever raises it; null: who raises it says' }),
});

/** What a city sets about its moves. */
export const rulesSchema = z.strictObject({
  command: z.enum(['two-level', 'one-level']).meta({
    description:
      'one-level 两级监督、一级指挥: the city supervises, urges, assesses and passes reports on; districts file and dispatch. ' +
      'two-level: the city’s posts file and dispatch too',
  }),
  maxExtensions: z.number().int().min(0).max(9).meta({ description: 'At most this many granted extensions of a case' }),
  pauseWhilePending: z
    .boolean()
    .meta({ description: 'Whether the disposal clock stands still while a department’s request waits' }),
  duplicateMetres: z
    .number()
    .min(1)
    .max(1_000)
    .meta({ description: 'As near as this, cases of a category may be one' }),
  duplicateHours: z.number().min(1).max(720).meta({ description: 'As close as this in time' }),
  onDutyMinutes: z
    .number()
    .min(1)
    .max(240)
    .meta({ description: 'A collector whose position is no older than this is on duty, within working time' }),
  supervisionLevels: z
    .array(supervisionLevel)
    .min(1)
    .max(MOST_LEVELS)
    .readonly()
    .meta({ description: 'Levels of supervision 督办, weightier one after another; the first is level 1' }),
});

/** A change of the rules: what is left out stays. */
export const rulesChangeSchema = rulesSchema.partial();
