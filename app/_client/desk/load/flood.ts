import { LOAD_SPAN_MS } from '#domain/alert/load.ts';
import type { Load } from '#wire/load.ts';
import type { Flood } from '../queue/alerts/grouping.ts';

/** What belongs to the flood that is on: also the alerts that made it one. Null while there is none. */
export function floodOf(load: Load | null): Flood | null {
  const since = load?.floodSince ?? null;
  return since === null ? null : { since: since - LOAD_SPAN_MS };
}

/** How an officer's load feels: bearable for good, more than that, or a flood. */
export function loadState({ perOfficer, floodSince, limits }: Load): 'calm' | 'busy' | 'flood' {
  if (floodSince !== null) return 'flood';
  return perOfficer > limits.manageable ? 'busy' : 'calm';
}
