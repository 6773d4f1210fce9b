import { isDay } from './replay.ts';
import type { SceneDefinition, SceneTarget } from './scenes/definition.ts';
import { SCENES } from './scenes/index.ts';

export type { SceneTarget };
export type SceneKind = keyof typeof SCENES;

export const SCENE_KIND_NAMES = Object.keys(SCENES) as SceneKind[];

/** What each kind of scene is about. */
export const SCENE_KINDS = Object.fromEntries(SCENE_KIND_NAMES.map((kind) => [kind, SCENES[kind].target])) as Record<
  SceneKind,
  SceneTarget
>;

/** What a kind of scene is made of. */
export function sceneOf(kind: SceneKind): SceneDefinition {
  return SCENES[kind];
}

/** What a wall shows: a kind, and the place's code, category's key or case's number it is about. */
export type Scene = { kind: SceneKind; target?: string };

export const OVERVIEW: Scene = { kind: 'overview' };

/** Whether a scene says what it is about as its kind asks; a replay may leave its day out. */
export function isAimed({ kind, target }: { kind: SceneKind; target?: string | undefined }): boolean {
  switch (SCENE_KINDS[kind]) {
    case 'none':
      return target === undefined;
    case 'day':
      return target === undefined || isDay(target);
    default:
      return target !== undefined && target !== '';
  }
}

/** Two scenes that show the same thing. */
export function isSameScene(one: Scene, other: Scene): boolean {
  return one.kind === other.kind && one.target === other.target;
}

/** A scene as one word, such as `district:120104`. */
export function sceneKey({ kind, target }: Scene): string {
  return target === undefined ? kind : `${kind}:${target}`;
}
