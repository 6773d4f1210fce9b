import { category } from './category/scene.ts';
import type { SceneDefinition } from './definition.ts';
import { district } from './district/scene.ts';
import { incident } from './incident/scene.ts';
import { leagues } from './leagues/scene.ts';
import { overview } from './overview/scene.ts';
import { replay } from './replay/scene.ts';
import { subdistrict } from './subdistrict/scene.ts';
import { teams } from './teams/scene.ts';

/** Every kind of scene a wall can show: the only list of them. */
export const SCENES = {
  overview,
  district,
  subdistrict,
  category,
  incident,
  leagues,
  teams,
  replay,
} as const satisfies Readonly<Record<string, SceneDefinition>>;
