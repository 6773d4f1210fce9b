import type { SceneDefinition } from '../definition.ts';

/** One subdistrict, near enough for its unit grids. */
export const subdistrict = {
  target: 'place',
  map: (code) => ({ look: { kind: 'place', code } }),
  beside: [['alert-lane'], ['categories'], ['hourly']],
  middle: [],
  stages: true,
} as const satisfies SceneDefinition;
