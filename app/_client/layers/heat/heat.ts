import type { HeatRaster } from '#wire/columns.ts';
import { BELOW_WATER } from '../../map/base-style.ts';
import type { Picture } from '../../realtime/picture.ts';
import { Throttle } from '../../stores/throttle.ts';
import { FLAT, type LayerContext, type LayerKind } from '../layer.ts';
import { all, type LayerSource } from '../layer-stack.ts';
import { HeatStepsLayer, heatImage } from './heat-steps-layer.ts';
import { HEAT_DOMAIN, heatSchema, type HeatOptions } from './options.ts';
import { PickedHeat } from './picked-heat.ts';
import { picksOf } from './picks.ts';

/** As often as the server's own raster comes. */
const EVERY_MS = 2_000;
const EVERY_TICKS = 5;

/** Where a kind of heat gets its raster from. */
type Rasters = { follow: (outdated: () => void) => () => void; raster: () => HeatRaster | null };

/** Density of open cases in six flat steps, under water and lines. */
export const heatLayer: LayerKind<HeatOptions> = {
  schema: heatSchema,
  defaults: { by: 'all' },
  make({ picture }: LayerContext, options): LayerSource {
    const rasters = options.by === 'all' ? allCases(picture) : someCases(picture, options);
    const { edges, scale } = HEAT_DOMAIN[options.by];
    let shown: { raster: HeatRaster; image: ReturnType<typeof heatImage> } | null = null;
    return {
      id: 'heat',
      follow: rasters.follow,
      build() {
        const raster = rasters.raster();
        if (raster === null) return [];
        if (shown?.raster !== raster) shown = { raster, image: heatImage(raster) };
        return [
          new HeatStepsLayer({
            id: `heat-${options.by}-${shown.image.bend.join()}`,
            ...shown.image,
            ...{ edges, scale: raster.scale === scale ? scale : raster.scale, beforeId: BELOW_WATER },
            parameters: FLAT,
          }),
        ];
      },
    };
  },
};

/** The server's own raster: computed once for all screens. */
function allCases({ heat }: Picture): Rasters {
  return { follow: (outdated) => heat.subscribe(outdated), raster: () => heat.value };
}

/** A raster of some of the cases, from the columns that the page holds anyway, on the lattice of the server's. */
function someCases(picture: Picture, options: Exclude<HeatOptions, { by: 'all' }>): Rasters {
  let picked: PickedHeat | null = null;
  let raster: HeatRaster | null = null;
  const seconds = (): number => Math.floor(picture.now() / 1_000);
  const begin = (): void => {
    const lattice = picture.heat.value;
    if (lattice === null || picture.dictionary.value === null) return;
    const picks = picksOf(options, picture.dictionary.names);
    picked = new PickedHeat(picture.cases, lattice, HEAT_DOMAIN[options.by].scale, picks, seconds());
  };
  return {
    follow(outdated) {
      const throttle = new Throttle(EVERY_MS);
      const tell = (): void => {
        if (picked?.changed === true) throttle.run(outdated);
      };
      let tick = 0;
      begin();
      return all(
        () => throttle.cancel(),
        picture.cases.followRows((delta) => {
          picked?.change(delta, seconds());
          tell();
        }),
        // The lattice stays what it is: the first one is waited for.
        picture.heat.subscribe(() => {
          if (picked !== null) return;
          begin();
          tell();
        }),
        picture.dictionary.subscribe(() => {
          begin();
          tell();
        }),
        picture.ticker.follow(() => {
          tick += 1;
          if (options.by !== 'overdue' || tick % EVERY_TICKS !== 0) return;
          picked?.pass(seconds());
          tell();
        }),
      );
    },
    raster() {
      if (picked?.changed === true) raster = picked.take();
      return raster;
    },
  };
}
