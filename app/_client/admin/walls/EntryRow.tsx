'use client';
import { useTranslations } from 'use-intl';
import { LEAST_SECONDS, MOST_SECONDS, type PlaylistEntry } from '#domain/wall/program.ts';
import parts from '../../frame/page-parts.module.css';
import { HoursField } from './HoursField.tsx';
import { NumberField } from './NumberField.tsx';
import { ScenePicker } from './ScenePicker.tsx';
import styles from './walls.module.css';

type Props = {
  entry: PlaylistEntry;
  index: number;
  count: number;
  isEmpty: boolean;
  dragged: boolean;
  onEntry: (entry: PlaylistEntry) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onLook: () => void;
  onDrag: (index: number | null) => void;
  onDrop: () => void;
};

/** One entry of the playlist. Its number is what it is dragged by; the buttons beside do the same by key. */
export function EntryRow(props: Props) {
  const { entry, index, count, isEmpty, dragged, onEntry, onMove, onRemove, onLook, onDrag, onDrop } = props;
  const t = useTranslations('walls.playlist');
  const number = index + 1;
  return (
    <li
      data-dragged={dragged ? '' : undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      data-testid={`entry-${number}`}
    >
      <div className={styles.order}>
        <b draggable onDragStart={() => onDrag(index)} onDragEnd={() => onDrag(null)} title={t('drag')}>
          {number}
        </b>
        <button type="button" disabled={index === 0} aria-label={t('up', { number })} onClick={() => onMove(index - 1)}>
          ↑
        </button>
        <button
          type="button"
          disabled={number === count}
          aria-label={t('down', { number })}
          onClick={() => onMove(index + 1)}
        >
          ↓
        </button>
      </div>
      <div className={styles.fields}>
        <ScenePicker scene={entry.scene} onScene={(scene) => onEntry({ ...entry, scene })} testId={`entry-${number}`} />
        <NumberField
          label={t('seconds')}
          value={entry.seconds}
          onValue={(seconds) => onEntry({ ...entry, seconds })}
          least={LEAST_SECONDS}
          most={MOST_SECONDS}
          whole
          testId={`seconds-${number}`}
        />
        <HoursField
          hours={entry.hours}
          onHours={(hours) => {
            const { hours: _, ...rest } = entry;
            onEntry(hours === undefined ? rest : { ...rest, hours });
          }}
        />
        {isEmpty && <p className={styles.empty}>{t('empty')}</p>}
        <p className={styles.entryActs}>
          <button type="button" className={parts.link} onClick={onLook} aria-label={t('lookAt', { number })}>
            {t('look')}
          </button>
          <button type="button" className={parts.link} onClick={onRemove} aria-label={t('removeAt', { number })}>
            {t('remove')}
          </button>
        </p>
      </div>
    </li>
  );
}
