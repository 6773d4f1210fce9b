/** What a wall can show. `target` says of what: a place's code, a category's key, a case's number. */
export const SCENE_KINDS = {
  overview: 'none',
  district: 'place',
  subdistrict: 'place',
  category: 'category',
  incident: 'case',
  leagues: 'none',
  teams: 'none',
} as const satisfies Record<string, 'none' | 'place' | 'category' | 'case'>;

export type SceneKind = keyof typeof SCENE_KINDS;
export type SceneTarget = (typeof SCENE_KINDS)[SceneKind];
export type Scene = { kind: SceneKind; target?: string };

export const OVERVIEW: Scene = { kind: 'overview' };

/** Two scenes that show the same thing. */
export function isSameScene(one: Scene, other: Scene): boolean {
  return one.kind === other.kind && one.target === other.target;
}

/** A scene as one word, such as `district:120104`. */
export function sceneKey({ kind, target }: Scene): string {
  return target === undefined ? kind : `${kind}:${target}`;
}
