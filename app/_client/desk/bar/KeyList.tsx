'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'use-intl';
import { useStored } from '../../stores/use-summary.ts';
import { ACTS } from '../acts/acts.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import styles from './key-list.module.css';

const DESK_KEYS = [
  ['J', 'next'],
  ['K', 'previous'],
  ['⏎', 'open'],
  ['→', 'unfold'],
  ['←', 'close-card'],
  ['␣', 'mark'],
  ['⇧↓', 'mark-next'],
  ['⇧↑', 'mark-previous'],
  ['⇧O', 'grouping'],
  ['⇧X', 'export'],
  ['⇧L', 'load'],
  ['⇧Y', 'shelve'],
  ['⇧F', 'views'],
  ['⇧M', 'sound'],
  ['1', 'alerts'],
  ['2', 'requests'],
  ['3', 'supervisions'],
  ['4', 'tasks'],
  ['/', 'filter'],
  ['O', 'find'],
  ['N', 'merge'],
  ['L', 'fold'],
  ['H', 'timeline'],
  ['?', 'keys'],
  ['Esc', 'leave'],
] as const;

/** All keys, over the desk. */
export function KeyList() {
  const t = useTranslations('desk.keys');
  const moves = useTranslations('move');
  const walls = useTranslations('onWall');
  const desk = useDesk();
  const { keys } = useStored(desk.view, 0);
  return (
    <Dialog.Root open={keys} onOpenChange={(open) => desk.fold({ keys: open })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} data-testid="key-list">
          <Dialog.Title className={styles.title}>{t('title')}</Dialog.Title>
          <Dialog.Description className={styles.says}>{t('says')}</Dialog.Description>
          <dl className={styles.keys}>
            {DESK_KEYS.map(([key, word]) => (
              <Pair key={word} printed={key} word={t(`act.${word}`)} />
            ))}
            <Pair printed="T" word={moves('take.name')} />
            <Pair printed="⇧T" word={moves('release.name')} />
            <Pair printed="M" word={moves('comment.name')} />
            {desk.steersWalls && <Pair printed="⇧W" word={walls('title')} />}
            {ACTS.map(({ id, key }) => (
              <Pair key={id} printed={key} word={moves(`${id}.name`)} />
            ))}
          </dl>
          <Dialog.Close className={styles.close}>
            <Key>Esc</Key> {t('close')}
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Pair({ printed, word }: { printed: string; word: string }) {
  return (
    <div>
      <dt>
        <Key>{printed}</Key>
      </dt>
      <dd>{word}</dd>
    </div>
  );
}
