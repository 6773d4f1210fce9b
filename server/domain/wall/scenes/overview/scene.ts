import type { SceneDefinition } from '../definition.ts';

/** The whole city: where it burns, whether it grows, who is behind. */
export const overview = {
  target: 'none',
  map: () => ({ look: { kind: 'busy' } }),
  beside: [['alert-lane'], ['league'], ['hourly', 'categories']],
  middle: [],
  stages: true,
} as const satisfies SceneDefinition;
