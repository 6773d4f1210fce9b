import type { SceneDefinition } from '../definition.ts';

/** Where the teams are, which district is not covered, who is not heard. */
export const teams = {
  target: 'none',
  // Without heat, so that the teams stand out.
  map: () => ({ look: { kind: 'busy' }, heat: null }),
  beside: [['team-coverage'], ['alert-lane'], ['hourly', 'categories']],
  middle: [],
  stages: false,
} as const satisfies SceneDefinition;
