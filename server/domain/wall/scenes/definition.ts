import type { Glass } from '../cells.ts';
import type { Block, Placed } from '../pack.ts';

/** What a scene is about. A day may be left out: the last 24 hours. */
export type SceneTarget = 'none' | 'place' | 'category' | 'case' | 'day';

/** One kind of scene: what it is about, and what stands where when nobody placed its panels by hand. */
export type SceneDefinition = {
  readonly target: SceneTarget;
  /** Options of the main map for a target ('' where the scene has none); null: a scene without that map. */
  readonly map: ((target: string) => Readonly<Record<string, unknown>>) | null;
  /** What is read at the right, what matters most first. */
  readonly beside: readonly Block[];
  /** What is read in the middle of a scene without a main map. */
  readonly middle: readonly Block[];
  /** What is read there only where a screen would be empty. */
  readonly spare?: readonly Block[];
  /** Whether the strip of stages stands under the main map. */
  readonly stages: boolean;
  /**
   * A scene that has nothing in common with the others' layout: how wide (u) the frame is that it draws around the whole
   * wall, and where its panels go within.
   */
  readonly own?: { readonly edge: number; readonly place: (glass: Glass) => Placed[] };
};
