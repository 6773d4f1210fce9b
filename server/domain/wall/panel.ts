import type { Rect } from './wall.ts';

/**
 * Every kind of panel, with what a layout must know of it: the least room it can be read in and the room it likes best,
 * both in u, and whether it may lie behind a bezel, which only a map can: a bezel takes nothing from it that the eye
 * does not add again.
 */
export const PANEL_SIZES = {
  'place-title': { least: { width: 34, height: 12 }, best: 14, crosses: false },
  numbers: { least: { width: 46, height: 14 }, best: 14, crosses: false },
  clock: { least: { width: 48, height: 14 }, best: 14, crosses: false },
  'city-map': { least: { width: 30, height: 24 }, best: 60, crosses: true },
  key: { least: { width: 34, height: 19 }, best: 19, crosses: false },
  'data-ages': { least: { width: 34, height: 14.2 }, best: 17, crosses: false },
  'focus-map': { least: { width: 50, height: 30 }, best: 80, crosses: true },
  stages: { least: { width: 88, height: 11.3 }, best: 11.3, crosses: false },
  'alert-lane': { least: { width: 50, height: 28.3 }, best: 46.6, crosses: false },
  league: { least: { width: 50, height: 27.3 }, best: 27.3, crosses: false },
  hourly: { least: { width: 24, height: 16 }, best: 20, crosses: false },
  categories: { least: { width: 24, height: 19.5 }, best: 20, crosses: false },
  'case-facts': { least: { width: 50, height: 40 }, best: 56, crosses: false },
  'case-teams': { least: { width: 50, height: 22 }, best: 30, crosses: false },
  'category-facts': { least: { width: 50, height: 34 }, best: 48, crosses: false },
  'league-table': { least: { width: 64, height: 34 }, best: 80, crosses: false },
  'replay-head': { least: { width: 46, height: 13 }, best: 13, crosses: false },
  'replay-numbers': { least: { width: 44, height: 22 }, best: 26, crosses: false },
  'replay-timeline': { least: { width: 44, height: 20 }, best: 22, crosses: false },
  'team-coverage': { least: { width: 50, height: 34 }, best: 50, crosses: false },
} as const satisfies Record<string, { least: { width: number; height: number }; best: number; crosses: boolean }>;

export type PanelKind = keyof typeof PANEL_SIZES;
export const PANEL_KINDS = Object.keys(PANEL_SIZES) as PanelKind[];

/** A panel at its place on the wall, in millimetres. `options` are of the kind's own schema. */
export type PanelPlace = Rect & { panel: PanelKind; options: Readonly<Record<string, unknown>> };
