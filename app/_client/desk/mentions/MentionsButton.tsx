'use client';
import { useTranslations } from 'use-intl';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import styles from './mentions.module.css';

/** How many comments that name the officer are not read; a click shows them. */
export function MentionsButton() {
  const t = useTranslations('desk.mentions');
  const desk = useDesk();
  const unread = useStored(desk.mentions, 0)?.unread ?? 0;
  return (
    <button
      type="button"
      className={styles.open}
      data-unread={unread > 0 || undefined}
      onClick={() => desk.fold({ mentions: true })}
      aria-label={t('open', { unread })}
      title={t('title')}
      aria-keyshortcuts="Shift+A"
      data-testid="show-mentions"
    >
      @ {unread > 0 && <b data-testid="mentions-unread">{unread}</b>}
    </button>
  );
}
