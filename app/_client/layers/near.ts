import { GridCellLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { PlaceCounts } from '#wire/columns.ts';
import type { Camera } from '../map/camera.ts';
import type { Picture } from '../realtime/picture.ts';
import { rgba } from '../theme/palette.ts';
import { both } from './heat.ts';
import type { LayerSource } from './layer-stack.ts';

/** Seen so near that a unit grid of 100 m is at least one and a half u, its status shows; cases a little earlier. */
const GRID_METRES = 66;
const CASE_METRES = 110;
const GRID_SIZE_M = 100;
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

/** Unit grids with open cases as squares: brighter with more of them, edged in red where one is out of time. */
export function gridSource(picture: Picture, camera: Camera, u: number): LayerSource {
  return {
    id: 'grids',
    follow: (outdated) => both(picture.places.subscribe(outdated), camera.subscribe(outdated)),
    build() {
      const { value } = picture.places;
      const visible = camera.view.metresPerPixel * u < GRID_METRES;
      if (value === null || !visible) return [];
      const { lngLat, colours } = gridMarks(value.grids);
      return [
        new GridCellLayer({
          id: 'grids',
          data: {
            length: lngLat.length / 2,
            attributes: { getPosition: { value: lngLat, size: 2 }, getFillColor: { value: colours, size: 4 } },
          },
          cellSize: GRID_SIZE_M,
          coverage: 0.94,
          offset: [-0.5, -0.5],
          extruded: false,
          parameters: FLAT,
        }),
      ];
    },
  };
}

/** Every open case as a dot, when the map is near enough to tell them apart. */
export function caseDotSource(picture: Picture, camera: Camera, u: number): LayerSource {
  return {
    id: 'cases',
    follow: (outdated) => both(picture.cases.subscribe(outdated), camera.subscribe(outdated)),
    build() {
      const visible = camera.view.metresPerPixel * u < CASE_METRES;
      return [
        new ScatterplotLayer({
          id: 'cases',
          visible,
          data: visible
            ? { length: picture.cases.length, attributes: { getPosition: { value: picture.cases.lngLat(), size: 2 } } }
            : { length: 0 },
          getFillColor: rgba('ink2', 200),
          getRadius: 0.3 * u,
          radiusUnits: 'pixels',
          parameters: FLAT,
        }),
      ];
    },
  };
}

function gridMarks(grids: PlaceCounts['grids']): { lngLat: Float32Array; colours: Uint8ClampedArray } {
  const lngLat = new Float32Array(grids.length * 2);
  const colours = new Uint8ClampedArray(grids.length * 4);
  const calm = rgba('heat6');
  const over = rgba('red');
  for (let row = 0; row < grids.length; row++) {
    lngLat[row * 2] = (grids.lon[row] as number) / 1e6;
    lngLat[row * 2 + 1] = (grids.lat[row] as number) / 1e6;
    const late = (grids.timedOut[row] as number) > 0;
    const alpha = late ? 120 : Math.min(200, 60 + 35 * (grids.open[row] as number));
    colours.set([...(late ? over : calm).slice(0, 3), alpha], row * 4);
  }
  return { lngLat, colours };
}
