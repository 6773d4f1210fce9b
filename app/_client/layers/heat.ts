import { SolidPolygonLayer } from '@deck.gl/layers';
import type { HeatRaster } from '#wire/columns.ts';
import { BELOW_WATER } from '../map/base-style.ts';
import type { Camera } from '../map/camera.ts';
import type { FrameStore } from '../stores/frame-store.ts';
import { HEAT_NAMES, rgba } from '../theme/palette.ts';
import { heatBands } from './heat-bands.ts';
import type { LayerSource } from './layer-stack.ts';

const REFINE = 4;

type Area = { rings: number[][][]; colour: [number, number, number, number] };

/** Density of open cases in six flat steps, under water and lines. */
export function heatSource(heat: FrameStore<HeatRaster>, camera: Camera): LayerSource {
  return {
    id: 'heat',
    follow: (outdated) => both(heat.subscribe(outdated), camera.subscribe(outdated)),
    build() {
      if (heat.value === null) return [];
      const data = heatBands(heat.value, camera.view.bounds, REFINE).flatMap(({ step, polygons }): Area[] =>
        polygons.map((rings) => ({ rings, colour: rgba(HEAT_NAMES[step] ?? 'heat6') })),
      );
      return [
        new SolidPolygonLayer<Area, { beforeId: string }>({
          id: 'heat',
          data,
          beforeId: BELOW_WATER,
          getPolygon: ({ rings }) => rings as unknown as [number, number][][],
          getFillColor: ({ colour }) => colour,
          parameters: { depthCompare: 'always', depthWriteEnabled: false },
        }),
      ];
    },
  };
}

/** Ends two subscriptions as one. */
export function both(first: () => void, second: () => void): () => void {
  return () => {
    first();
    second();
  };
}
