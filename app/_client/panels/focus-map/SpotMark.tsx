'use client';
import type { Camera } from '../../map/camera.ts';
import { useView } from '../../map/use-view.ts';
import { useUnit } from '../../theme/use-unit.ts';
import { SPOT_UNITS } from './room.ts';
import styles from './focus-map.module.css';

/** Half a side of the frame, and how far its corners reach, in u. */
const HALF = SPOT_UNITS / 2;
const ARM = 1.1;

/** Where the case is that the map is about: four corners, so that its own shape or dot stays to be seen. */
export function SpotMark({ camera, spot: { lon, lat } }: { camera: Camera; spot: { lon: number; lat: number } }) {
  const u = useUnit();
  const view = useView(camera);
  const [x, y] = view.project(lon, lat);
  const corner = `M${-HALF} ${ARM - HALF}V${-HALF}H${ARM - HALF}`;
  return (
    <svg className={styles.overlay} aria-hidden="true" data-testid="spot-mark">
      <g transform={`translate(${x} ${y}) scale(${u})`}>
        {[0, 90, 180, 270].map((turn) => (
          <g key={turn} transform={`rotate(${turn})`}>
            <path d={corner} className={styles.spotEdge} />
            <path d={corner} className={styles.spot} />
          </g>
        ))}
      </g>
    </svg>
  );
}
