import type { Layer } from '@deck.gl/core';
import { IconLayer } from '@deck.gl/layers';
import type { Camera, View } from '../map/camera.ts';
import type { Picture } from '../realtime/picture.ts';
import { caseAlerts } from './case-alerts.ts';
import { both } from './heat.ts';
import type { LayerSource } from './layer-stack.ts';
import { iconSize, symbolAtlas, type SymbolName } from './symbol-atlas.ts';

const EVERY_TICKS = 5;

/**
 * Triangles for what falls due within 15 minutes, and small diamonds for timed-out cases that no numbered shape stands
 * for. Looked at again every five seconds, since time alone moves cases from one to the other.
 */
export function alertSource(picture: Picture, camera: Camera, u: number): LayerSource {
  return {
    id: 'alerts',
    follow(outdated) {
      let tick = 0;
      const stopTick = picture.ticker.follow(() => {
        tick += 1;
        if (tick % EVERY_TICKS === 0) outdated();
      });
      return both(
        both(picture.cases.subscribe(outdated), camera.subscribe(outdated)),
        both(picture.lane.subscribe(outdated), stopTick),
      );
    },
    build() {
      const numbered = new Set(picture.lane.value?.groups.flatMap(({ caseIds }) => caseIds) ?? []);
      const { dueSoon, timedOut } = caseAlerts(
        picture.cases.columns,
        picture.cases.lngLat(),
        picture.now() / 1_000,
        numbered,
      );
      return [
        icons('timed-out-cases', whole(timedOut, camera.view, u), 'out', 1.8 * u),
        icons('due-soon', whole(dueSoon, camera.view, u), 'warn', 1.7 * u),
      ];
    },
  };
}

function icons(id: string, lngLat: Float32Array, name: SymbolName, size: number): Layer {
  const { image, mapping } = symbolAtlas();
  return new IconLayer({
    id,
    data: { length: lngLat.length / 2, attributes: { getPosition: { value: lngLat, size: 2 } } },
    iconAtlas: image as unknown as string,
    iconMapping: mapping,
    getIcon: () => name,
    getSize: iconSize(size),
    sizeUnits: 'pixels',
    parameters: { depthCompare: 'always', depthWriteEnabled: false },
  });
}

/** Those whose shape shows whole: the edge of the map would cut the others, and the edge's own marks count them. */
function whole(lngLat: Float32Array, { project, width, height }: View, margin: number): Float32Array {
  const kept: number[] = [];
  for (let index = 0; index < lngLat.length; index += 2) {
    const [lon, lat] = [lngLat[index] as number, lngLat[index + 1] as number];
    const [x, y] = project(lon, lat);
    if (x > margin && y > margin && x < width - margin && y < height - margin) kept.push(lon, lat);
  }
  return Float32Array.from(kept);
}
