import type { SceneDefinition } from '../definition.ts';

/** One case: the map close, its facts and clock, who is near. */
export const incident = {
  target: 'case',
  map: (number) => ({ look: { kind: 'case', number } }),
  beside: [['case-facts'], ['case-teams'], ['alert-lane']],
  middle: [],
  stages: false,
} as const satisfies SceneDefinition;
