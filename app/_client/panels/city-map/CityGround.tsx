'use client';
import { memo, useId, useMemo } from 'react';
import { HEAT_NAMES } from '../../theme/palette.ts';
import { heatBands } from '../../layers/heat/heat-bands.ts';
import type { BaseMap } from '../../map/base.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { HeatRaster } from '#wire/columns.ts';
import type { FrameStore } from '../../stores/frame-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { linePath, pathOf, type Flat } from './city-frame.ts';
import styles from './city-map.module.css';

const HEAT_EVERY_MS = 20_000;
const readHeat = (store: FrameStore<HeatRaster>): HeatRaster | null => store.value;

type Props = { base: BaseMap; flat: Flat; u: number; low: readonly string[]; late: readonly string[] };

/** Land, water, heat and edges of the small map, drawn anew only when one of them changes. */
export const CityGround = memo(function CityGround({ base, flat, u, low, late }: Props) {
  const picture = usePicture();
  const raster = useSummary(picture.heat, readHeat, HEAT_EVERY_MS);
  const id = useId();
  const paths = useMemo(
    () => ({
      districts: base.districts.features.map(({ geometry, properties }) => ({
        code: properties.code,
        d: pathOf(geometry, flat),
      })),
      sea: base.sea.features.map(({ geometry }) => pathOf(geometry, flat)).join(''),
      rivers: base.rivers.features
        .filter(({ properties }) => (properties.level ?? 2) < 8)
        .map(({ geometry }) => pathOf(geometry, flat))
        .join(''),
    }),
    [base, flat],
  );
  const heat = useMemo(
    () =>
      raster === null
        ? []
        : heatBands(raster, null, 1).map(({ polygons }) =>
            polygons.flatMap((rings) => rings.map((ring) => linePath(ring, flat, true))).join(''),
          ),
    [raster, flat],
  );
  const city = paths.districts.map(({ d }) => d).join('');
  return (
    <>
      <defs>
        <clipPath id={`${id}city`}>
          <path d={city} />
        </clipPath>
        <pattern
          id={`${id}low`}
          width={0.9 * u}
          height={0.9 * u}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d={`M0 0V${0.9 * u}`} className={styles.hatch} style={{ strokeWidth: 0.3 * u }} />
        </pattern>
        <pattern id={`${id}late`} width={u} height={u} patternUnits="userSpaceOnUse">
          <circle cx={u / 2} cy={u / 2} r={0.16 * u} className={styles.dot} />
        </pattern>
      </defs>
      <path d={paths.sea} className={styles.sea} />
      <path d={city} className={styles.land} />
      <g clipPath={`url(#${id}city)`}>
        {heat.map((d, step) => (
          <path key={step} d={d} style={{ fill: `var(--${HEAT_NAMES[step]})` }} fillRule="evenodd" />
        ))}
        <path d={paths.sea} className={styles.sea} fillOpacity={0.75} />
      </g>
      {paths.districts.map(({ code, d }) =>
        late.includes(code) ? (
          <g key={code} data-testid={`late-${code}`}>
            <path d={d} className={styles.out} />
            <path d={d} fill={`url(#${id}late)`} />
          </g>
        ) : low.includes(code) ? (
          <path key={code} d={d} fill={`url(#${id}low)`} data-state="warn" />
        ) : null,
      )}
      <path d={paths.rivers} className={styles.river} clipPath={`url(#${id}city)`} />
      {paths.districts.map(({ code, d }) => (
        <path key={code} d={d} className={styles.district} />
      ))}
    </>
  );
});
