'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MOST_ENTRIES, type PlaylistEntry } from '#domain/wall/program.ts';
import { OVERVIEW, type Scene } from '#domain/wall/scene.ts';
import parts from '../../frame/page-parts.module.css';
import { EntryRow } from './EntryRow.tsx';
import { reordered, type WallDraft } from './wall-draft.ts';
import styles from './walls.module.css';

type Props = {
  draft: WallDraft;
  edit: (change: (before: WallDraft) => WallDraft) => void;
  /** Entries of the stored playlist that have nothing to show now. */
  empty: readonly number[];
  /** Draws a scene. */
  onLook: (scene: Scene) => void;
};
const USUAL_SECONDS = 30;

/** What the wall shows one after the other, for how long, and in which hours. */
export function PlaylistPane({ draft, edit, empty, onLook }: Props) {
  const t = useTranslations('walls.playlist');
  const [dragged, setDragged] = useState<number | null>(null);
  const { playlist } = draft;
  const set = (next: readonly PlaylistEntry[]): void => edit((before) => ({ ...before, playlist: next }));
  const move = (from: number, to: number): void => {
    if (from !== to) set(reordered(playlist, from, to));
  };
  const round = playlist.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <div className={styles.pane}>
      <p className={parts.note}>{t('says')}</p>
      <ol className={styles.playlist} data-testid="playlist">
        {playlist.map((entry, index) => (
          <EntryRow
            key={index}
            entry={entry}
            index={index}
            count={playlist.length}
            isEmpty={empty.includes(index)}
            dragged={dragged === index}
            onEntry={(next) => set(playlist.map((one, other) => (other === index ? next : one)))}
            onMove={(to) => move(index, to)}
            onRemove={() => set(playlist.filter((_, other) => other !== index))}
            onLook={() => onLook(entry.scene)}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged !== null) move(dragged, index);
              setDragged(null);
            }}
          />
        ))}
      </ol>
      {playlist.length === 0 && <p className={parts.note}>{t('none')}</p>}
      <div className={styles.buttons}>
        <button
          type="button"
          className={parts.button}
          disabled={playlist.length >= MOST_ENTRIES}
          onClick={() => set([...playlist, { scene: OVERVIEW, seconds: USUAL_SECONDS }])}
          data-testid="more-entries"
        >
          {t('more')}
        </button>
        <span className={parts.note}>{t('round', { minutes: Math.round(round / 6) / 10 })}</span>
      </div>
    </div>
  );
}
