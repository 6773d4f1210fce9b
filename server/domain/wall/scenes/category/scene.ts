import type { SceneDefinition } from '../definition.ts';

/** One category: where it is dense, which district has most of it. */
export const category = {
  target: 'category',
  map: (key) => ({ look: { kind: 'busy' }, heat: { by: 'category', key } }),
  beside: [['category-facts'], ['alert-lane'], ['hourly']],
  middle: [],
  stages: true,
} as const satisfies SceneDefinition;
