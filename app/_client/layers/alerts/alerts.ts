import { IconLayer } from '@deck.gl/layers';
import { z } from 'zod';
import { FLAT, type LayerKind } from '../layer.ts';
import { iconSize, symbolAtlas } from '../symbol-atlas.ts';

const schema = z.strictObject({});
type Options = z.output<typeof schema>;

const SIZE_UNITS = { warn: 1.7, out: 1.8 } as const;

/**
 * Triangles for what falls due within 15 minutes, and small diamonds for timed-out cases that no numbered shape stands
 * for, so placed that none hides another.
 */
export const alertsLayer: LayerKind<Options> = {
  schema,
  defaults: {},
  make: ({ alerts, u }) => ({
    id: 'alerts',
    follow: (outdated) => alerts.subscribe(outdated),
    build() {
      const shapes = alerts.value;
      const lngLat = new Float32Array(shapes.length * 2);
      shapes.forEach(({ lon, lat }, index) => lngLat.set([lon, lat], index * 2));
      const { image, mapping } = symbolAtlas();
      return [
        new IconLayer({
          id: 'alerts',
          data: { length: shapes.length, attributes: { getPosition: { value: lngLat, size: 2 } } },
          iconAtlas: image as unknown as string,
          iconMapping: mapping,
          getIcon: (_shape: unknown, { index }: { index: number }) => shapes[index]?.kind ?? 'out',
          getSize: (_shape: unknown, { index }: { index: number }) =>
            iconSize(SIZE_UNITS[shapes[index]?.kind ?? 'out'] * u),
          updateTriggers: { getIcon: shapes, getSize: shapes },
          sizeUnits: 'pixels',
          parameters: FLAT,
        }),
      ];
    },
  }),
};
