import type { Topic } from '#wire/protocol.ts';

/** What the panels of a wall are drawn from. */
export const STAGE_TOPICS: readonly Topic[] = [
  'status',
  'canary',
  'figures',
  'lane',
  'heat',
  'cases',
  'roster',
  'teams',
  'places',
  'notices',
];
