import { boundsOf } from '../frame/area-map-style.ts';
import type { BaseMap } from './base.ts';

/** The whole city, for a map that has not been told yet what to show; nothing where the base map has no districts. */
export function firstCamera({ districts }: Pick<BaseMap, 'districts'>): { bounds?: [number, number, number, number] } {
  const bounds = boundsOf(districts.features.map(({ geometry }) => geometry));
  return bounds === null ? {} : { bounds };
}
