'use client';
import { useTranslations } from 'use-intl';
import { momentText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { DeskPopup } from '../bar/DeskPopup.tsx';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import styles from './mentions.module.css';

/** Comments that name the officer, newest first; each leads to its case, which marks it as read. */
export function MentionsPopup() {
  const t = useTranslations('desk.mentions');
  const desk = useDesk();
  const zone = useTimeZone();
  const { language } = useLanguage();
  const { mentions: open } = useStored(desk.view, 0);
  const answer = useStored(desk.mentions, 0);
  const mentions = answer?.mentions ?? [];
  return (
    <DeskPopup
      open={open}
      onOpenChange={(next) => desk.fold({ mentions: next })}
      testId="mentions"
      title={t('title')}
      says={answer === null ? t('reading') : mentions.length === 0 ? t('none') : t('says', { unread: answer.unread })}
      close={t('close')}
      width="text"
    >
      <ul className={styles.list}>
        {mentions.map((one) => (
          <li key={`${one.caseId} ${one.eventId}`}>
            <button
              type="button"
              data-unread={one.readAt === null || undefined}
              onClick={() => {
                desk.fold({ mentions: false });
                desk.mentions.markRead([one]);
                desk.openCase(one.caseNumber, one.caseId);
              }}
              data-testid="mention"
            >
              <time>{momentText(one.at, desk.picture.now(), zone, language)}</time>
              <span>
                <b>{one.by.name}</b> · {one.caseNumber}
              </span>
              <span>{one.readAt === null ? t('unread') : t('read')}</span>
              <p>{one.text}</p>
            </button>
          </li>
        ))}
      </ul>
    </DeskPopup>
  );
}
