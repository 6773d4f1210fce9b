import type { Block } from '../pack.ts';

/** What a scene is about. */
export type SceneTarget = 'none' | 'place' | 'category' | 'case';

/** One kind of scene: what it is about, and what stands where when nobody placed its panels by hand. */
export type SceneDefinition = {
  readonly target: SceneTarget;
  /** Options of the main map for a target ('' where the scene has none); null: a scene without that map. */
  readonly map: ((target: string) => Readonly<Record<string, unknown>>) | null;
  /** What is read at the right, what matters most first. */
  readonly beside: readonly Block[];
  /** What is read in the middle of a scene without a main map. */
  readonly middle: readonly Block[];
  /** Whether the strip of stages stands under the main map. */
  readonly stages: boolean;
};
