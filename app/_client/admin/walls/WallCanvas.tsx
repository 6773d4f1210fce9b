'use client';
import { useState, type CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { panelBreaches, screenBreaches } from '#domain/wall/breaches.ts';
import type { PanelPlace } from '#domain/wall/panel.ts';
import type { Scene } from '#domain/wall/scene.ts';
import { boundsOf, type Rect } from '#domain/wall/wall.ts';
import parts from '../../frame/page-parts.module.css';
import { BezelShade } from './BezelShade.tsx';
import { PanelBox } from './PanelBox.tsx';
import { LivePreview } from './preview/LivePreview.tsx';
import type { PanelDrag } from './use-panel-drag.ts';
import type { WallDraft } from './wall-draft.ts';
import { WallShape } from './WallShape.tsx';
import styles from './canvas.module.css';

type Props = {
  draft: WallDraft;
  scene: Scene;
  panels: readonly PanelPlace[];
  shows: 'panels' | 'screens';
  chosenPanel: number | null;
  onPanel: (index: number | null) => void;
  chosenScreen: string | null;
  onScreen: (id: string | null) => void;
  drag: PanelDrag;
};

/** The wall to scale, with the live picture of the draft behind what is placed on it. */
export function WallCanvas(props: Props) {
  const { draft, scene, panels, shows, drag } = props;
  const t = useTranslations('walls.canvas');
  const [live, setLive] = useState(true);
  const { wall } = draft;
  if (wall.screens.length === 0) return <WallShape screens={[]} label={t('unmeasured')} />;
  const bounds = boundsOf(wall.screens);
  const wrong = new Set(screenBreaches(wall).flatMap((breach) => ('screen' in breach ? [breach.screen] : [])));
  const breaches = panelBreaches(wall, panels);
  return (
    <>
      <div className={styles.canvasBar}>
        <label className={parts.check}>
          <input type="checkbox" checked={live} onChange={() => setLive(!live)} data-testid="live" />
          {t('live')}
        </label>
        <span className={parts.note}>{t('size', { width: metres(bounds.width), height: metres(bounds.height) })}</span>
      </div>
      <div
        className={styles.canvas}
        style={{ '--aspect': bounds.width / bounds.height } as CSSProperties}
        data-testid="canvas"
        data-live={live ? '' : undefined}
      >
        {live && <LivePreview draft={draft} scene={scene} aspect={bounds.width / bounds.height} />}
        <BezelShade screens={wall.screens} bounds={bounds} />
        {wall.screens.map((screen, index) => (
          <button
            key={`${index}-${screen.id}`}
            type="button"
            className={styles.screen}
            style={boxOf(screen, bounds)}
            tabIndex={shows === 'screens' ? 0 : -1}
            disabled={shows !== 'screens'}
            aria-label={t('screen', { screen: screen.id })}
            aria-pressed={shows === 'screens' && props.chosenScreen === screen.id}
            data-wrong={wrong.has(screen.id) ? '' : undefined}
            onClick={() => props.onScreen(screen.id)}
            data-testid={`screen-${screen.id}`}
          >
            <span>
              {t('screen', { screen: screen.id })}
              {screen.rotation !== 0 && ` ↻${screen.rotation}°`}
            </span>
          </button>
        ))}
        {shows === 'panels' &&
          panels.map((panel, index) => (
            <PanelBox
              key={index}
              panel={panel}
              index={index}
              style={boxOf(panel, bounds)}
              bounds={bounds}
              wall={wall}
              chosen={props.chosenPanel === index}
              breach={breaches.find((one) => 'panel' in one && one.panel === index) ?? null}
              panels={panels}
              onChoose={() => props.onPanel(index)}
              drag={drag}
            />
          ))}
      </div>
    </>
  );
}

/** Where a rectangle of the wall lies on its drawing, in parts of the whole. */
function boxOf(rect: Rect, bounds: Rect): CSSProperties {
  return {
    left: `${((rect.x - bounds.x) / bounds.width) * 100}%`,
    top: `${((rect.y - bounds.y) / bounds.height) * 100}%`,
    width: `${(rect.width / bounds.width) * 100}%`,
    height: `${(rect.height / bounds.height) * 100}%`,
  };
}

function metres(mm: number): number {
  return Math.round(mm / 10) / 100;
}
