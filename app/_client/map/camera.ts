import { Signal } from '../stores/signal.ts';
import type { MapLibreMap } from './maplibre.ts';

/** A camera as it stands: turns degrees into pixels of its box. Another one is made when the camera moves. */
export type View = {
  readonly width: number;
  readonly height: number;
  /** [west, south, east, north] of the box, in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Metres on the ground that one pixel covers at the middle of the box. */
  readonly metresPerPixel: number;
  /** CSS pixels from the box's upper left corner. */
  readonly project: (lon: number, lat: number) => [number, number];
};

/** Where the map looks. Changes only while the camera flies or the box changes. */
export class Camera extends Signal {
  readonly #map: MapLibreMap;
  #view: View;

  constructor(map: MapLibreMap) {
    super();
    this.#map = map;
    this.#view = viewOf(map);
    const moved = (): void => {
      this.#view = viewOf(this.#map);
      this.changed();
    };
    map.on('move', moved);
    map.on('resize', moved);
  }

  get view(): View {
    return this.#view;
  }
}

function viewOf(map: MapLibreMap): View {
  const box = map.getContainer();
  const bounds = map.getBounds();
  const { lat } = map.getCenter();
  return {
    width: box.clientWidth,
    height: box.clientHeight,
    bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    metresPerPixel: (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom()),
    project: (lon, lat) => {
      const { x, y } = map.project([lon, lat]);
      return [x, y];
    },
  };
}
