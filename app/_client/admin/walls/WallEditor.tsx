'use client';
import Link from 'next/link';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { OVERVIEW, type Scene } from '#domain/wall/scene.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import parts from '../../frame/page-parts.module.css';
import { useWalls } from '../../wall/use-walls.ts';
import { ConflictBox } from './ConflictBox.tsx';
import { FaultList } from './FaultList.tsx';
import { PanelsPane } from './PanelsPane.tsx';
import { PlaylistPane } from './PlaylistPane.tsx';
import { ScreensPane } from './ScreensPane.tsx';
import { useDraft } from './use-draft.ts';
import { usePanelDrag } from './use-panel-drag.ts';
import { useSaving } from './use-saving.ts';
import { useWallWords } from './use-wall-words.ts';
import { WallActs } from './WallActs.tsx';
import { WallCanvas } from './WallCanvas.tsx';
import { newest } from './WallsPage.tsx';
import { draftOf, faultsOf, isSameDraft, panelsOf, withPanels } from './wall-draft.ts';
import styles from './walls.module.css';

const TABS = ['panels', 'screens', 'playlist', 'now'] as const;
type Tab = (typeof TABS)[number];

/** The wall as it is to be: nothing on the glass changes before it is stored. */
export function WallEditor({ standing, onStored }: { standing: StandingWall; onStored: () => void }) {
  const t = useTranslations('walls.editor');
  const { wallName } = useWallWords();
  const steps = useDraft(draftOf(standing));
  const { draft, edit, undo, redo } = steps;
  const saving = useSaving(standing, steps, onStored);
  const [tab, setTab] = useState<Tab>(standing.wall.screens.length === 0 ? 'screens' : 'panels');
  const [scene, setScene] = useState<Scene>(OVERVIEW);
  const [panel, setPanel] = useState<number | null>(null);
  const [screen, setScreen] = useState<string | null>(null);
  const live = newest(saving.base, useWalls());
  const changed = !isSameDraft(draft, draftOf(saving.base));
  const faults = faultsOf(draft);
  const placed = panelsOf(draft, scene);
  const drag = usePanelDrag(draft.wall, placed, (panels) => edit((before) => withPanels(before, scene.kind, panels)));
  useLeaveGuard(changed);
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
    const step = event.key === 'z' && !event.shiftKey ? undo : event.key === 'y' || event.key === 'Z' ? redo : null;
    if (step === null) return;
    event.preventDefault();
    step();
  };
  return (
    <div className={styles.editor} onKeyDown={keys} data-testid="wall-editor">
      <PageHead title={wallName(draft.wall)} says={t('says')}>
        <Link href="/admin/walls" prefetch={false} className={parts.button}>
          {t('all')}
        </Link>
        <button
          type="button"
          className={parts.button}
          disabled={undo === null}
          onClick={undo ?? undefined}
          data-testid="undo"
        >
          {t('undo')}
        </button>
        <button type="button" className={parts.button} disabled={redo === null} onClick={redo ?? undefined}>
          {t('redo')}
        </button>
        <button
          type="button"
          className={parts.button}
          data-main
          disabled={!changed || faults.length > 0 || saving.state.at === 'busy'}
          onClick={() => void saving.save()}
          data-testid="save"
        >
          {t('save')}
        </button>
      </PageHead>
      <p className={styles.said} role="status" data-testid="saved" data-at={saving.state.at}>
        {changed ? t('unsaved') : t(saving.state.at === 'done' ? 'done' : 'same')}
      </p>
      {saving.state.at === 'refused' && <p role="alert">{t('refused', { why: saving.state.why })}</p>}
      {saving.state.at === 'conflict' && <ConflictBox theirs={saving.state.theirs} draft={draft} saving={saving} />}
      <div className={styles.panes}>
        <div className={styles.left}>
          <WallCanvas
            draft={draft}
            scene={scene}
            panels={drag.panels}
            shows={tab === 'screens' ? 'screens' : 'panels'}
            chosenPanel={panel}
            onPanel={setPanel}
            chosenScreen={screen}
            onScreen={setScreen}
            drag={drag}
          />
          <FaultList draft={draft} scene={scene} panels={drag.panels} faults={faults} />
        </div>
        <div className={styles.right}>
          <div className={styles.tabs} role="group" aria-label={t('parts')}>
            {TABS.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={tab === one}
                onClick={() => setTab(one)}
                data-testid={`tab-${one}`}
              >
                {t(`tab.${one}`)}
              </button>
            ))}
          </div>
          {tab === 'panels' && (
            <PanelsPane draft={draft} edit={edit} scene={scene} onScene={setScene} chosen={panel} onChoose={setPanel} />
          )}
          {tab === 'screens' && <ScreensPane draft={draft} edit={edit} chosen={screen} onChoose={setScreen} />}
          {tab === 'playlist' && (
            <PlaylistPane draft={draft} edit={edit} empty={live.program.empty} onLook={setScene} />
          )}
          {tab === 'now' && <WallActs standing={live} onDone={onStored} />}
        </div>
      </div>
    </div>
  );
}

/** A page that is left with changes asks first. */
function useLeaveGuard(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [changed]);
}
