'use client';
import { useTranslations } from 'use-intl';
import { panelBreaches } from '#domain/wall/breaches.ts';
import type { PanelPlace } from '#domain/wall/panel.ts';
import type { Scene } from '#domain/wall/scene.ts';
import type { DraftFault, WallDraft } from './wall-draft.ts';
import { useWallWords } from './use-wall-words.ts';
import styles from './walls.module.css';

type Props = { draft: WallDraft; scene: Scene; panels: readonly PanelPlace[]; faults: readonly DraftFault[] };

/** What is wrong with the draft, in words; of the scene that is drawn also while a panel is dragged. */
export function FaultList({ draft, scene, panels, faults }: Props) {
  const t = useTranslations('walls.editor');
  const { breachText, faultText } = useWallWords();
  const panelsOf = (fault: DraftFault): readonly PanelPlace[] =>
    fault.what === 'panels' ? (draft.layouts[fault.kind] ?? []) : [];
  const here = draft.wall.screens.length === 0 ? [] : panelBreaches(draft.wall, panels);
  const elsewhere = faults.filter((fault) => fault.what !== 'panels' || fault.kind !== scene.kind);
  const lines = [
    ...here.map((breach) => breachText(breach, panels)),
    ...elsewhere.map((fault) => faultText(fault, panelsOf)),
  ];
  return (
    <ul className={styles.faults} aria-label={t('faults')} aria-live="polite" data-testid="faults">
      {lines.length === 0 ? (
        <li data-good="">{t('noFaults')}</li>
      ) : (
        [...new Set(lines)].map((line) => <li key={line}>{line}</li>)
      )}
    </ul>
  );
}
