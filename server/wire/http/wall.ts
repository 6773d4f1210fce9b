import { z } from 'zod';
import { MOST_ENTRIES, LEAST_SECONDS, MOST_SECONDS } from '#domain/wall/program.ts';
import { PANEL_KINDS, type PanelKind } from '#domain/wall/panel.ts';
import { isAimed, SCENE_KINDS, type SceneKind } from '#domain/wall/scene.ts';
import { MOST_SCREENS } from '#domain/wall/wall.ts';
import { epochMs, foreignId, placeCode, plainText } from './values.ts';

const kinds = Object.keys(SCENE_KINDS) as [SceneKind, ...SceneKind[]];
const millimetres = z.number().min(-50_000).max(200_000);
const length = z.number().positive().max(200_000);
const MOST_PANELS = 60;
const MOST_MINUTES = 24 * 60;

/** The name of a wall in addresses. */
export const wallId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
  error: 'must be lower-case letters, digits and dashes, at most 40',
});
export const screenId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, { error: 'must be letters, digits and dashes' });

export const sceneSchema = z.strictObject({ kind: z.enum(kinds), target: foreignId(60).optional() }).refine(isAimed, {
  error: 'overview, leagues and teams have no target; replay has a day (YYYY-MM-DD) or none; every other scene has one',
  path: ['target'],
});

const rectShape = { x: millimetres, y: millimetres, width: length, height: length };

export const screenSchema = z.strictObject({
  id: screenId,
  ...rectShape,
  pixels: z.strictObject({
    width: z.number().int().min(320).max(16_384),
    height: z.number().int().min(240).max(16_384),
  }),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});

export const wallSchema = z.strictObject({
  id: wallId,
  names: z.strictObject({ zh: plainText(60, 1), en: plainText(60, 1) }),
  scope: placeCode,
  viewingDistance: z.number().min(300).max(100_000),
  screens: z.array(screenSchema).max(MOST_SCREENS).readonly(),
});

export const panelPlaceSchema = z.strictObject({
  ...rectShape,
  panel: z.enum(PANEL_KINDS as [PanelKind, ...PanelKind[]]),
  options: z.record(z.string().max(40), z.unknown()).refine((value) => JSON.stringify(value).length <= 2_000, {
    error: 'are too long',
  }),
});

export const layoutsSchema = z.partialRecord(z.enum(kinds), z.array(panelPlaceSchema).max(MOST_PANELS).readonly());

const minute = z.number().int().min(0).max(1_440);
export const playlistSchema = z
  .array(
    z.strictObject({
      scene: sceneSchema,
      seconds: z.number().int().min(LEAST_SECONDS).max(MOST_SECONDS),
      hours: z.strictObject({ from: minute, to: minute }).optional(),
    }),
  )
  .max(MOST_ENTRIES)
  .readonly();

/** What an operator sets about a wall. `version`: the one that was read (0 for a new wall). */
export const wallChangeSchema = z.strictObject({
  version: z.number().int().min(0),
  wall: wallSchema,
  layouts: layoutsSchema.default({}),
  playlist: playlistSchema,
});

const wallPart = z.array(screenId).min(1).max(MOST_SCREENS).optional();

export const wallActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('push'),
    scene: sceneSchema,
    screens: wallPart,
    minutes: z.number().min(0.1).max(MOST_MINUTES).optional(),
  }),
  z.strictObject({ act: z.literal('release'), push: z.string().max(60).optional() }),
  z.strictObject({ act: z.literal('hold'), scene: sceneSchema.optional() }),
  z.strictObject({ act: z.literal('resume') }),
  z.strictObject({ act: z.literal('next') }),
  z.strictObject({
    act: z.literal('present'),
    scene: sceneSchema,
    step: z.number().int().min(1).max(500),
    of: z.number().int().min(1).max(500),
  }),
  z.strictObject({ act: z.literal('keep') }),
  z.strictObject({ act: z.literal('give-back'), own: z.boolean().optional() }),
]);

const bySchema = z.object({ id: z.string(), name: z.string() });
const programSchema = z.object({
  playlist: playlistSchema,
  since: epochMs,
  empty: z.array(z.number()).readonly(),
  pushes: z
    .array(
      z.object({
        id: z.string(),
        scene: sceneSchema,
        screens: z.array(z.string()).readonly().nullable(),
        from: epochMs,
        until: epochMs.nullable(),
        by: bySchema,
      }),
    )
    .readonly(),
  hold: z.object({ scene: sceneSchema, from: epochMs, by: bySchema }).nullable(),
  presented: z
    .object({
      scene: sceneSchema,
      step: z.number(),
      of: z.number(),
      from: epochMs,
      until: epochMs.optional().meta({ description: 'Goes back by itself then, unless its presenter is heard of' }),
      by: bySchema,
    })
    .nullable(),
});

export const standingWallSchema = z.object({
  version: z.number().int(),
  wall: wallSchema,
  layouts: layoutsSchema,
  program: programSchema,
});
export const wallsAnswerSchema = z.object({ walls: z.array(standingWallSchema) });
