import type { Scene } from '#domain/wall/scene.ts';
import type { Layouts } from '#domain/wall/standing.ts';
import type { Wall } from '#domain/wall/wall.ts';

/** What an editor tells the picture within it; both are pages of one origin. */
export type PlanMessage = { citywall: 'plan'; wall: Wall; layouts: Layouts; scene: Scene };
/** What the picture tells its editor once it can be told something. */
export type ReadyMessage = { citywall: 'plan-wanted' };

export function isPlanMessage(data: unknown): data is PlanMessage {
  return kindOf(data) === 'plan';
}

export function isReadyMessage(data: unknown): data is ReadyMessage {
  return kindOf(data) === 'plan-wanted';
}

function kindOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'citywall' in data ? data.citywall : null;
}
