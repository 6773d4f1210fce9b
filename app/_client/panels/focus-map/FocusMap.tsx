'use client';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '#wire/figures.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { MapAlerts } from '../../layers/alerts/map-alerts.ts';
import { LAYER_NAMES } from '../../layers/index.ts';
import type { LayerContext } from '../../layers/layer.ts';
import { MapCanvas, type MapHandle } from '../../map/MapCanvas.tsx';
import { Outlines } from '../../map/outlines.ts';
import { useBase } from '../../map/use-base.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useFrame } from '../../stores/use-frame.ts';
import { Shape } from '../../theme/Shape.tsx';
import { useUnit } from '../../theme/use-unit.ts';
import { useLaneStore } from '../../wall/lane-context.ts';
import { useScene } from '../../wall/scene-context.ts';
import { useSceneCategory } from '../alert-lane/use-lane.ts';
import { PanelFrame } from '../panel-frame.tsx';
import { useWall } from '../wall-context.ts';
import { chosenLayers } from './chosen-layers.ts';
import { MapCaption } from './MapCaption.tsx';
import { MapLayer } from './MapLayer.tsx';
import { MapSymbols } from './MapSymbols.tsx';
import { NewCases } from './NewCases.tsx';
import { FOCUS_MAP_DEFAULTS, type FocusMapOptions } from './options.ts';
import { ReplayCaption } from './ReplayCaption.tsx';
import { ReplaySymbols } from './ReplaySymbols.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { SentTeams } from './SentTeams.tsx';
import { SpotMark } from './SpotMark.tsx';
import { useAim } from './use-aim.ts';
import { useFocusTimeouts } from './use-focus-timeouts.ts';
import styles from './focus-map.module.css';

const selectSimulated = ({ simulated }: Status) => simulated;

/** A part of the city, near: where the trouble is, how dense, and who is on the way. */
export function FocusMap(options: FocusMapOptions) {
  const common = useTranslations('common');
  const picture = usePicture();
  const wall = useWall();
  const { language } = useLanguage();
  const simulated = useFrame(picture.status, selectSimulated);
  const base = useBase();
  const u = useUnit();
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const aimed = useAim(options.look ?? FOCUS_MAP_DEFAULTS.look, base, useScene().startsAt);
  const timeouts = useFocusTimeouts(aimed?.subject.codes ?? []);
  const chosen = chosenLayers(options);

  const context = useMemo((): LayerContext | null => {
    if (handle === null || base === null) return null;
    const { camera, style } = handle;
    const outlines = new Outlines(base.subdistricts);
    const alerts = new MapAlerts(picture, camera, u);
    return { picture, camera, base, style, outlines, alerts, replay: wall.replay, u };
  }, [handle, base, picture, wall.replay, u]);
  const past = options.replay === true;
  const category = useSceneCategory();
  const lane = useLaneStore();
  useEffect(() => (past ? undefined : context?.alerts.follow({ lane, category })), [context, past, lane, category]);
  useEffect(() => {
    if (handle === null) return;
    const { camera } = handle;
    const tell = (): void => wall.focusBounds.set(camera.view.bounds);
    tell();
    return camera.subscribe(tell);
  }, [handle, wall]);

  const title = options.title ?? (aimed?.subject.name == null ? null : nameIn(language, aimed.subject.name));
  return (
    <div
      className={styles.focus}
      data-testid="focus-map"
      data-feed="cases"
      data-ready={handle === null ? undefined : ''}
    >
      {base !== null && aimed !== null && (
        <MapCanvas
          base={base}
          aim={aimed.aim}
          focusCodes={aimed.subject.codes}
          now={() => picture.now()}
          onReady={setHandle}
        >
          {context !== null && handle !== null && (
            <>
              {LAYER_NAMES.map((name) => {
                const told = chosen[name];
                return told === null ? null : (
                  <MapLayer key={name} name={name} options={told} context={context} layers={handle.layers} />
                );
              })}
              <PanelFrame kind="map-symbols">
                {past ? (
                  <ReplaySymbols context={context} focusCodes={aimed.subject.codes} />
                ) : (
                  <>
                    <SentTeams camera={handle.camera} />
                    <NewCases camera={handle.camera} />
                    <MapSymbols context={context} subject={aimed.subject} />
                    {aimed.subject.spot !== undefined && <SpotMark camera={handle.camera} spot={aimed.subject.spot} />}
                  </>
                )}
                <ScaleBar camera={handle.camera} />
              </PanelFrame>
            </>
          )}
        </MapCanvas>
      )}
      {aimed !== null && (
        <h2 className={styles.title}>
          {title}
          {!past && timeouts > 0 && (
            <em>
              <Shape kind="out" />
              {countText(timeouts)}
            </em>
          )}
          {past ? (
            <ReplayCaption />
          ) : (
            <MapCaption chosen={chosen} outlined={base !== null && base.subdistricts.features.length > 0} />
          )}
        </h2>
      )}
      {simulated === true && (
        <p className={styles.simulated} data-testid="simulated">
          {common('simulated')}
        </p>
      )}
    </div>
  );
}
