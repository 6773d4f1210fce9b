'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PANEL_KINDS, type PanelKind, type PanelPlace } from '#domain/wall/panel.ts';
import type { Scene } from '#domain/wall/scene.ts';
import parts from '../../frame/page-parts.module.css';
import { NumberField } from './NumberField.tsx';
import { ScenePicker } from './ScenePicker.tsx';
import { panelsOf, withoutPanels, withPanel, withPanels, type WallDraft } from './wall-draft.ts';
import styles from './walls.module.css';

type Props = {
  draft: WallDraft;
  edit: (change: (before: WallDraft) => WallDraft) => void;
  scene: Scene;
  onScene: (scene: Scene) => void;
  chosen: number | null;
  onChoose: (index: number | null) => void;
};
const SIDES = ['x', 'y', 'width', 'height'] as const;

/** The panels of one kind of scene: arranged by themselves, or placed by hand. */
export function PanelsPane({ draft, edit, scene, onScene, chosen, onChoose }: Props) {
  const t = useTranslations('walls.panels');
  const names = useTranslations('walls.panel');
  const [more, setMore] = useState<PanelKind>('league');
  const panels = panelsOf(draft, scene);
  const panel = chosen === null ? undefined : panels[chosen];
  const byHand = draft.layouts[scene.kind] !== undefined;
  const place = (next: readonly PanelPlace[]): void => edit((before) => withPanels(before, scene.kind, next));
  if (draft.wall.screens.length === 0) return <p className={parts.note}>{t('needScreens')}</p>;
  return (
    <div className={styles.pane}>
      <div className={styles.fields}>
        <ScenePicker
          scene={scene}
          onScene={(next) => {
            onScene(next);
            onChoose(null);
          }}
          testId="scene"
        />
      </div>
      <p className={parts.note} data-testid="how-placed">
        {t(byHand ? 'byHand' : 'arranged')}
      </p>
      {byHand && (
        <button
          type="button"
          className={parts.button}
          onClick={() => {
            edit((before) => withoutPanels(before, scene.kind));
            onChoose(null);
          }}
          data-testid="arrange"
        >
          {t('arrange')}
        </button>
      )}
      <ul className={styles.panelList} aria-label={t('list')}>
        {panels.map((one, index) => (
          <li key={index}>
            <button type="button" aria-pressed={chosen === index} onClick={() => onChoose(index)}>
              {names(one.panel)}
            </button>
            <button
              type="button"
              className={parts.link}
              aria-label={t('removeOne', { panel: names(one.panel) })}
              onClick={() => {
                place(panels.filter((_, other) => other !== index));
                onChoose(null);
              }}
              data-testid={`drop-${one.panel}`}
            >
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        <label className={parts.field}>
          {t('more')}
          <select value={more} onChange={(event) => setMore(event.target.value as PanelKind)} data-testid="more">
            {PANEL_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {names(kind)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={parts.button}
          onClick={() => {
            edit((before) => withPanel(before, scene, more));
            onChoose(panels.length);
          }}
          data-testid="add"
        >
          {t('add')}
        </button>
      </div>
      {panel !== undefined && chosen !== null && (
        <fieldset className={styles.chosen}>
          <legend>{t('chosen', { panel: names(panel.panel) })}</legend>
          <div className={styles.fields} data-narrow="">
            {SIDES.map((side) => (
              <NumberField
                key={`${chosen}-${side}`}
                label={t(side)}
                value={Math.round(panel[side] * 100) / 100}
                onValue={(value) =>
                  place(panels.map((one, index) => (index === chosen ? { ...one, [side]: value } : one)))
                }
                least={side === 'x' || side === 'y' ? -50_000 : 1}
                most={200_000}
                testId={`at-${side}`}
              />
            ))}
          </div>
          <p className={parts.note}>{t('keys')}</p>
        </fieldset>
      )}
    </div>
  );
}
