import type { z } from 'zod';
import type { BaseMap } from '../map/base.ts';
import type { Camera } from '../map/camera.ts';
import type { Outlines } from '../map/outlines.ts';
import type { StyleHand } from '../map/style-hand.ts';
import type { Picture } from '../realtime/picture.ts';
import type { ReplayPlayer } from '../replay/replay-player.ts';
import type { MapAlerts } from './alerts/map-alerts.ts';
import type { LayerSource } from './layer-stack.ts';

/** What a layer may draw from and with. */
export type LayerContext = {
  picture: Picture;
  camera: Camera;
  base: BaseMap;
  style: StyleHand;
  /** Outlines of small places, fetched when a map is near. */
  outlines: Outlines;
  /** Where the small shapes of alerts stand: labels keep clear of the same ones. */
  alerts: MapAlerts;
  /** Plays past days on this wall; null on a map that is on none. */
  replay: ReplayPlayer | null;
  /** The wall's unit in px. */
  u: number;
};

/** One kind of layer: what it may be told, what it does when told nothing, and how it is made. */
export type LayerKind<Options> = {
  schema: z.ZodType<Options>;
  defaults: Options;
  make: (context: LayerContext, options: Options) => LayerSource;
};

/** Nothing here reads or writes depth: what is drawn later lies on top. */
export const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

/** Metres on the ground that one u covers: how near a map is, whatever the screen. */
export function metresPerUnit({ camera, u }: Pick<LayerContext, 'camera' | 'u'>): number {
  return camera.view.metresPerPixel * u;
}
