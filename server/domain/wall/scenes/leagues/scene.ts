import type { SceneDefinition } from '../definition.ts';

/** Places held against each other, with the counts behind every rate. */
export const leagues = {
  target: 'none',
  map: null,
  beside: [['alert-lane'], ['hourly', 'categories']],
  middle: [['league-table'], ['stages'], ['league'], ['categories', 'hourly']],
  stages: false,
} as const satisfies SceneDefinition;
