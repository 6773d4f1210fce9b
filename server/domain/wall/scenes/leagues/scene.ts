import type { SceneDefinition } from '../definition.ts';

/** Places held against each other, with the counts behind every rate. */
export const leagues = {
  target: 'none',
  map: null,
  beside: [['alert-lane'], ['hourly', 'categories'], ['team-coverage']],
  middle: [['league-table'], ['stages'], ['hourly']],
  spare: [['league']],
  stages: false,
} as const satisfies SceneDefinition;
