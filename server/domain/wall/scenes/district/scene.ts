import type { SceneDefinition } from '../definition.ts';

/** One district with its own figures, alerts and subdistricts. */
export const district = {
  target: 'place',
  map: (code) => ({ look: { kind: 'place', code } }),
  beside: [['alert-lane'], ['league'], ['hourly', 'categories']],
  middle: [],
  stages: true,
} as const satisfies SceneDefinition;
