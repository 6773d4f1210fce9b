'use client';
import { useTranslations } from 'use-intl';
import type { Camera } from '../../map/camera.ts';
import { useView } from '../../map/use-view.ts';
import { scaleBar } from '../../map/frame.ts';
import { useUnit } from '../../theme/use-unit.ts';
import styles from './focus-map.module.css';

export function ScaleBar({ camera }: { camera: Camera }) {
  const t = useTranslations('wall.map');
  const u = useUnit();
  const view = useView(camera);
  const { metres, pixels } = scaleBar(view, 14 * u);
  return (
    <p className={styles.scale}>
      {metres >= 1_000 ? t('kilometres', { count: metres / 1_000 }) : t('metres', { count: metres })}
      <i style={{ width: pixels }} />
    </p>
  );
}
