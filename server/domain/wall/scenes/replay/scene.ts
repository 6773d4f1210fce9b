import type { SceneDefinition } from '../definition.ts';
import { placeReplay } from './place.ts';

/** A past day played again within two minutes, framed so that nobody takes it for now. */
export const replay = {
  target: 'day',
  map: () => ({ replay: true }),
  beside: [],
  middle: [],
  stages: false,
  own: { edge: 2.2, place: placeReplay },
} as const satisfies SceneDefinition;
