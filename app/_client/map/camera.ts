import { Signal } from '../stores/signal.ts';
import type { MapLibreMap } from './maplibre.ts';

/** Where the map looks: turns degrees into pixels of its box. Changes only while the camera flies or the box changes. */
export class Camera extends Signal {
  readonly #map: MapLibreMap;

  constructor(map: MapLibreMap) {
    super();
    this.#map = map;
    map.on('move', () => this.changed());
    map.on('resize', () => this.changed());
  }

  get width(): number {
    return this.#map.getContainer().clientWidth;
  }

  get height(): number {
    return this.#map.getContainer().clientHeight;
  }

  /** CSS pixels from the box's upper left corner. */
  project(lon: number, lat: number): [number, number] {
    const { x, y } = this.#map.project([lon, lat]);
    return [x, y];
  }

  /** Metres on the ground that one pixel covers at the middle of the box. */
  get metresPerPixel(): number {
    const { lat } = this.#map.getCenter();
    return (40_075_016.7 * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** this.#map.getZoom());
  }

  /** [west, south, east, north] of the box, in degrees. */
  get bounds(): [number, number, number, number] {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }
}
