import type { PanelPlace } from './panel.ts';
import type { Program } from './program.ts';
import type { SceneKind } from './scene.ts';
import type { Wall } from './wall.ts';

/** Panels placed by hand, for the scenes that have some; the others are arranged by themselves. */
export type Layouts = Partial<Record<SceneKind, readonly PanelPlace[]>>;

/**
 * A wall with all that is set about it. A wall without screens is one whose screens nobody has measured: each shows the
 * whole in its own window. `version` counts its changes.
 */
export type StandingWall = { wall: Wall; layouts: Layouts; program: Program; version: number };
