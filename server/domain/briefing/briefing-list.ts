import type { Scene } from '../wall/scene.ts';

/** One step of a briefing: what the walls show, what the presenter says to it, and how long it is meant to take. */
export type BriefingStep = {
  scene: Scene;
  /** For the presenter alone: it is never on a wall, nor in what others read of a shared list. */
  note: string;
  /** Null where nothing is planned. */
  plannedSeconds: number | null;
};

/**
 * Scenes in the order in which somebody shows them on walls. `version` counts its changes; `shared`: others within its
 * owner's reach may read and present it. Instants in epoch ms.
 */
export type BriefingList = {
  id: string;
  version: number;
  owner: { id: string; name: string };
  /** Reach of the owner when it was last changed. */
  scope: string;
  name: string;
  shared: boolean;
  steps: readonly BriefingStep[];
  changedAt: number;
};

export const MOST_STEPS = 40;
/** Lists that one person keeps. */
export const MOST_LISTS = 50;
export const MOST_NOTE = 600;
