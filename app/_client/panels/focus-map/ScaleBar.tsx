'use client';
import { useTranslations } from 'use-intl';
import type { Camera } from '../../map/camera.ts';
import { scaleBar } from '../../map/frame.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useUnit } from '../../theme/use-unit.ts';
import styles from './focus-map.module.css';

const readVersion = (camera: Camera): number => camera.version;

export function ScaleBar({ camera }: { camera: Camera }) {
  const t = useTranslations('wall.map');
  const u = useUnit();
  useSummary(camera, readVersion);
  const { metres, pixels } = scaleBar(camera, 14 * u);
  return (
    <p className={styles.scale}>
      {metres >= 1_000 ? t('kilometres', { count: metres / 1_000 }) : t('metres', { count: metres })}
      <i style={{ width: pixels }} />
    </p>
  );
}
