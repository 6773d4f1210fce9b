'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameIn } from '../../i18n/language.ts';
import { useCredits } from '../../map/use-credits.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { FeedMark } from '../feed-frame/FeedMark.tsx';
import { ageLines, type AgeLine } from './age-lines.ts';
import { AgeText } from './AgeText.tsx';
import { CanaryAge } from './CanaryAge.tsx';
import styles from './data-ages.module.css';

type Shown = Omit<AgeLine, 'age'>;

/** How old each feed is; the seconds count by themselves, also when nothing arrives any more. */
export function DataAges() {
  const t = useTranslations('wall.ages');
  const kinds = useTranslations('feeds.of');
  const { status } = usePicture();
  const { language } = useLanguage();
  const credits = useCredits();
  const [shown, setShown] = useState<{ lines: Shown[]; late: Shown[]; moreLate: number }>({
    lines: [],
    late: [],
    moreLate: 0,
  });
  useTick(
    useCallback(
      (now: number) => {
        const { lines, late, moreLate } = ageLines(status.value?.feeds ?? [], now);
        const next = { lines: lines.map(withoutAge), late: late.map(withoutAge), moreLate };
        setShown((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      },
      [status],
    ),
  );
  const line = (one: Shown) => (
    <li key={one.id} data-marked={one.marked ? '' : undefined} data-state={one.state} data-testid={`age-${one.id}`}>
      <FeedMark state={one.state} />
      <span>
        {one.names !== null
          ? nameIn(language, one.names)
          : one.kind === 'platform'
            ? t('platforms', one.counts ?? { fresh: 0, all: 0 })
            : kinds(one.kind)}
      </span>
      <AgeText id={one.id} />
    </li>
  );
  return (
    <section className={styles.ages} data-testid="data-ages">
      <h2>
        {t('title')}
        {shown.moreLate > 0 ? (
          <span className={styles.more} data-state="late">
            {t('more', { count: shown.moreLate })}
          </span>
        ) : (
          <CanaryAge />
        )}
      </h2>
      <ul className={styles.feeds}>{shown.lines.map(line)}</ul>
      {shown.late.length > 0 && <ul className={styles.late}>{shown.late.map(line)}</ul>}
      <p className={styles.sources}>{credits?.brief[language]}</p>
    </section>
  );
}

function withoutAge({ id, kind, names, state, marked, counts }: AgeLine): Shown {
  return {
    id,
    kind,
    names: names === null ? null : { nameZh: names.nameZh, nameEn: names.nameEn },
    state,
    marked,
    counts,
  };
}
