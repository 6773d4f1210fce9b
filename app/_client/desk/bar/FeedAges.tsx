'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Feed } from '#wire/figures.ts';
import { ageText } from '../../i18n/durations.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import styles from './top-bar.module.css';

const SHOWN_KINDS = new Set<Feed['kind']>(['cases', 'positions', 'alerts']);

/** How old each feed is. One that is late says so; links to districts are counted together. */
export function FeedAges() {
  const t = useTranslations('desk');
  const status = useStored(useDesk().picture.status);
  const feeds = status?.feeds ?? [];
  const lateLinks = feeds.filter(({ kind, state }) => kind === 'platform' && state !== 'fresh').length;
  return (
    <span className={styles.feeds} aria-label={t('feeds')}>
      {feeds
        .filter(({ kind }) => SHOWN_KINDS.has(kind))
        .map((feed) => (
          <FeedAge key={feed.id} feed={feed} />
        ))}
      {lateLinks > 0 && (
        <span data-state="late">
          <i />
          {t('lateLinks', { count: lateLinks })}
        </span>
      )}
    </span>
  );
}

function FeedAge({ feed }: { feed: Feed }) {
  const t = useTranslations('desk');
  const { language } = useLanguage();
  const { receivedAt } = feed;
  const age = useCallback(
    (now: number) => (receivedAt === null ? '–' : ageText(now - receivedAt, language)),
    [receivedAt, language],
  );
  return (
    <span data-state={feed.state}>
      <i />
      {nameIn(language, feed)} {feed.state === 'fresh' ? '' : `${t(`feedState.${feed.state}`)} `}
      <TickingText textAt={age} />
    </span>
  );
}
