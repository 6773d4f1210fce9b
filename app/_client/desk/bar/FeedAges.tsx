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

const SHOWN_KINDS = ['cases', 'positions', 'alerts'] as const satisfies readonly Feed['kind'][];

/** How old each feed is. One that is late says so; links to districts are counted together. */
export function FeedAges() {
  const t = useTranslations('desk');
  const status = useStored(useDesk().picture.status);
  const feeds = status?.feeds ?? [];
  const lateLinks = feeds.filter(({ kind, state }) => kind === 'platform' && state !== 'fresh').length;
  return (
    <span className={styles.feeds} aria-label={t('feeds')}>
      {SHOWN_KINDS.flatMap((kind) => heardOf(feeds, kind)).map((feed) => (
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

/** Feeds of a kind that were ever heard; where none was, the first of them stands for all. */
function heardOf(feeds: readonly Feed[], kind: Feed['kind']): readonly Feed[] {
  const mine = feeds.filter((feed) => feed.kind === kind);
  const heard = mine.filter(({ receivedAt }) => receivedAt !== null);
  return heard.length > 0 ? heard : mine.slice(0, 1);
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
