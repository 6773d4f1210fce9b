import type { Layer } from '@deck.gl/core';
import { IconLayer, LineLayer, ScatterplotLayer } from '@deck.gl/layers';
import { z } from 'zod';
import { followSteps } from '../../map/camera.ts';
import { rgba } from '../../theme/palette.ts';
import { FLAT, metresPerUnit, type LayerContext, type LayerKind } from '../layer.ts';
import { all } from '../layer-stack.ts';
import { iconSize, symbolAtlas } from '../symbol-atlas.ts';
import { TeamMarks } from './team-marks.ts';

const schema = z.strictObject({
  /** Where one u covers at most so many metres, who walks has an arrow and a trail too. */
  headingsWithinMetres: z.number().nonnegative().max(5_000),
});
type Options = z.output<typeof schema>;

/** Nobody moved, but ages grew: who fell silent is drawn so. */
const EVERY_TICKS = 10;
const GREY = rgba('ink3').slice(0, 3);

/**
 * Teams in grey: arrows with a short trail where they drive, dots where they stand or walk, rings where they have not
 * been heard for five minutes. A silent team stays where it was heard last; it never goes from the map.
 */
export const teamsLayer: LayerKind<Options> = {
  schema,
  defaults: { headingsWithinMetres: 80 },
  make(context: LayerContext, { headingsWithinMetres }) {
    const { picture, camera } = context;
    const marks = new TeamMarks();
    const isNear = (): boolean => metresPerUnit(context) < headingsWithinMetres;
    return {
      id: 'teams',
      follow(outdated) {
        let tick = 0;
        return all(
          picture.teams.subscribe(outdated),
          followSteps(camera, isNear, outdated),
          picture.ticker.follow(() => {
            tick += 1;
            if (tick % EVERY_TICKS === 0) outdated();
          }),
        );
      },
      build() {
        const working = picture.figures.value?.working.running ?? true;
        marks.draw(picture.teams, picture.now() / 1_000, { everyHeading: isNear(), working, grey: GREY });
        return layersOf(marks, context.u);
      },
    };
  },
};

function layersOf(marks: TeamMarks, u: number): Layer[] {
  const { image, mapping } = symbolAtlas();
  return [
    new LineLayer({
      id: 'team-trails',
      data: {
        length: marks.pieces,
        attributes: {
          getSourcePosition: { value: marks.trailFrom, size: 2 },
          getTargetPosition: { value: marks.trailTo, size: 2 },
          getColor: { value: marks.trailColours, size: 4 },
        },
      },
      getWidth: Math.max(1, 0.14 * u),
      widthUnits: 'pixels',
      parameters: FLAT,
    }),
    new ScatterplotLayer({
      id: 'team-silent',
      data: {
        length: marks.silent,
        attributes: {
          getPosition: { value: marks.silentLngLat, size: 2 },
          getLineColor: { value: marks.silentColours, size: 4 },
        },
      },
      filled: false,
      stroked: true,
      getLineWidth: Math.max(1, 0.14 * u),
      lineWidthUnits: 'pixels',
      getRadius: 0.36 * u,
      radiusUnits: 'pixels',
      parameters: FLAT,
    }),
    new ScatterplotLayer({
      id: 'team-dots',
      data: {
        length: marks.dots,
        attributes: {
          getPosition: { value: marks.dotLngLat, size: 2 },
          getFillColor: { value: marks.dotColours, size: 4 },
        },
      },
      getRadius: 0.26 * u,
      radiusUnits: 'pixels',
      parameters: FLAT,
    }),
    new IconLayer({
      id: 'team-arrows',
      data: {
        length: marks.arrows,
        attributes: { getPosition: { value: marks.arrowLngLat, size: 2 }, getAngle: { value: marks.angles, size: 1 } },
      },
      iconAtlas: image as unknown as string,
      iconMapping: mapping,
      getIcon: () => 'arrow',
      getSize: iconSize(1.15 * u),
      sizeUnits: 'pixels',
      parameters: FLAT,
    }),
  ];
}
