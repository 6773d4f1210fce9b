'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '#wire/figures.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { alertSource } from '../../layers/alerts.ts';
import { heatSource } from '../../layers/heat.ts';
import { ComponentTiles } from '../../layers/component-tiles.ts';
import { componentSource } from '../../layers/components.ts';
import { caseDotSource, gridSource } from '../../layers/near.ts';
import { teamSource } from '../../layers/teams.ts';
import { MapCanvas, type MapHandle } from '../../map/MapCanvas.tsx';
import { useBase } from '../../map/use-base.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';
import { Shape } from '../../theme/Shape.tsx';
import { useUnit } from '../../theme/use-unit.ts';
import { PanelFrame } from '../panel-frame.tsx';
import { useWall } from '../wall-context.ts';
import { MapSymbols } from './MapSymbols.tsx';
import { NewCases } from './NewCases.tsx';
import { PADDING_UNITS } from './room.ts';
import { ScaleBar } from './ScaleBar.tsx';
import { SentTeams } from './SentTeams.tsx';
import { useFocusTimeouts } from './use-focus-timeouts.ts';
import styles from './focus-map.module.css';

const selectFocus = ({ view, simulated }: Status) => ({ ...view.focus, simulated });

/** The busiest part of the city, near: where the trouble is, how dense, and who is on the way. */
export function FocusMap() {
  const t = useTranslations('wall.map');
  const common = useTranslations('common');
  const picture = usePicture();
  const wall = useWall();
  const { language } = useLanguage();
  const focus = useFrame(picture.status, selectFocus);
  const base = useBase();
  const u = useUnit();
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const timeouts = useFocusTimeouts(focus?.districtCodes ?? []);

  useEffect(() => {
    if (handle === null) return;
    const { camera, layers } = handle;
    for (const source of [
      heatSource(picture.heat, camera),
      gridSource(picture, camera, u),
      componentSource(new ComponentTiles(), camera, u),
      caseDotSource(picture, camera, u),
      teamSource(picture, camera, u),
      alertSource(picture, camera, u),
    ]) {
      layers.add(source);
    }
    const tell = (): void => wall.focusBounds.set(camera.view.bounds);
    tell();
    return camera.subscribe(tell);
  }, [handle, picture, u, wall]);

  return (
    <div
      className={styles.focus}
      data-testid="focus-map"
      data-feed="cases"
      data-ready={handle === null ? undefined : ''}
    >
      {base !== null && focus !== null && (
        <MapCanvas
          base={base}
          bounds={focus.bounds}
          paddingUnits={PADDING_UNITS}
          focusCodes={focus.districtCodes}
          onReady={setHandle}
        >
          {handle !== null && (
            <PanelFrame kind="map-symbols">
              <SentTeams camera={handle.camera} />
              <NewCases camera={handle.camera} />
              <MapSymbols camera={handle.camera} base={base} focusCodes={focus.districtCodes} />
              <ScaleBar camera={handle.camera} />
            </PanelFrame>
          )}
        </MapCanvas>
      )}
      {focus !== null && (
        <h2 className={styles.title}>
          {nameIn(language, focus)}
          {timeouts > 0 && (
            <em>
              <Shape kind="out" />
              {countText(timeouts)}
            </em>
          )}
          <span>{base !== null && base.subdistricts.features.length > 0 ? t('caption') : t('captionPlain')}</span>
        </h2>
      )}
      {focus?.simulated === true && (
        <p className={styles.simulated} data-testid="simulated">
          {common('simulated')}
        </p>
      )}
    </div>
  );
}
