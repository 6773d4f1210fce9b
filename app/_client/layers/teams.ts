import { IconLayer, LineLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Camera } from '../map/camera.ts';
import type { Picture } from '../realtime/picture.ts';
import { rgba } from '../theme/palette.ts';
import { kindAge } from '../stores/feed-age.ts';
import { both } from './heat.ts';
import type { LayerSource } from './layer-stack.ts';
import { iconSize, symbolAtlas } from './symbol-atlas.ts';
import { teamMarks } from './team-marks.ts';

/** Below this many metres on one u, walkers have arrows and trails too. */
const NEAR_METRES = 80;
/** Old positions stay where they were and fade. */
const STALE_OPACITY = 0.35;
const [RED, GREEN, BLUE] = rgba('ink3');
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

/** Teams in grey: dots where they stand or walk, arrows with a short trail where they drive. */
export function teamSource(picture: Picture, camera: Camera, u: number): LayerSource {
  const stale = (): boolean => kindAge(picture.status.value?.feeds ?? [], 'positions', picture.now())?.marked ?? false;
  let wasStale = false;
  const whenTurned = (outdated: () => void) => (): void => {
    if (stale() === wasStale) return;
    wasStale = !wasStale;
    outdated();
  };
  return {
    id: 'teams',
    follow: (outdated) =>
      both(
        picture.teams.subscribe(outdated),
        both(camera.subscribe(outdated), picture.status.subscribe(whenTurned(outdated))),
      ),
    build() {
      const opacity = stale() ? STALE_OPACITY : 1;
      const near = camera.view.metresPerPixel * u < NEAR_METRES;
      const marks = teamMarks(picture.teams, picture.now() / 1_000, near, [RED, GREEN, BLUE]);
      const { image, mapping } = symbolAtlas();
      return [
        new LineLayer({
          id: 'team-trails',
          data: {
            length: marks.trailFrom.length / 2,
            attributes: {
              getSourcePosition: { value: marks.trailFrom, size: 2 },
              getTargetPosition: { value: marks.trailTo, size: 2 },
              getColor: { value: marks.trailColours, size: 4 },
            },
          },
          getWidth: Math.max(1, 0.14 * u),
          widthUnits: 'pixels',
          opacity,
          parameters: FLAT,
        }),
        new ScatterplotLayer({
          id: 'team-dots',
          data: {
            length: marks.dots.length / 2,
            attributes: {
              getPosition: { value: marks.dots, size: 2 },
              getFillColor: { value: marks.dotColours, size: 4 },
            },
          },
          getRadius: 0.26 * u,
          radiusUnits: 'pixels',
          opacity,
          parameters: FLAT,
        }),
        new IconLayer({
          id: 'team-arrows',
          data: {
            length: marks.angles.length,
            attributes: { getPosition: { value: marks.arrows, size: 2 }, getAngle: { value: marks.angles, size: 1 } },
          },
          iconAtlas: image as unknown as string,
          iconMapping: mapping,
          getIcon: () => 'arrow',
          getSize: iconSize(1.15 * u),
          sizeUnits: 'pixels',
          opacity,
          parameters: FLAT,
        }),
      ];
    },
  };
}
