import { z } from 'zod';
import type { HeatRaster } from '#wire/columns.ts';
import { BELOW_WATER } from '../../map/base-style.ts';
import type { ReplayFilm } from '../../replay/replay-film.ts';
import { FLAT, type LayerKind } from '../layer.ts';
import { all, type LayerSource } from '../layer-stack.ts';
import { HeatStepsLayer, heatImage } from '../heat/heat-steps-layer.ts';
import { HEAT_DOMAIN } from '../heat/options.ts';

const schema = z.strictObject({});
type Options = z.output<typeof schema>;

/** Density of the cases that were open at a replay's instant: lattice, steps and colours are those of now. */
export const replayHeatLayer: LayerKind<Options> = {
  schema,
  defaults: {},
  make({ picture, replay }): LayerSource {
    const { edges, scale } = HEAT_DOMAIN.all;
    let film: ReplayFilm | null = null;
    let shown: { raster: HeatRaster; image: ReturnType<typeof heatImage> } | null = null;
    const raster = (): HeatRaster | null => {
      const lattice = picture.heat.value;
      return film === null || lattice === null ? null : film.heatOn(latticeOnce(lattice));
    };
    let kept: HeatRaster | null = null;
    // Every new raster of now is another object on the same lattice.
    const latticeOnce = (lattice: HeatRaster): HeatRaster => (kept ??= lattice);
    return {
      id: 'replay-heat',
      follow(outdated) {
        if (replay === null) return () => undefined;
        let before: HeatRaster | null = null;
        return all(
          replay.follow((moment) => {
            ({ film } = moment);
            const now = raster();
            if (now === before) return;
            before = now;
            outdated();
          }),
        );
      },
      build() {
        const now = raster();
        if (now === null) return [];
        if (shown?.raster !== now) shown = { raster: now, image: heatImage(now) };
        return [
          new HeatStepsLayer({
            id: `replay-heat-${shown.image.bend.join()}`,
            ...shown.image,
            ...{ edges, scale, beforeId: BELOW_WATER },
            parameters: FLAT,
          }),
        ];
      },
    };
  },
};
