'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { secondText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { daysApart, dateText, weekdayText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { EntryPhotos } from './EntryPhotos.tsx';
import { passedEntries } from './passed.ts';
import { useEventWords } from './use-event-words.ts';
import styles from './case.module.css';

const SHOWN = 9;

/** All that happened to the case, newest first, the alerts among it. */
export function Timeline({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.timeline');
  const desk = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const words = useEventWords();
  const { wholeTimeline } = useStored(desk.view, 0);
  const entries = passedEntries(detail);
  const shown = wholeTimeline ? entries : entries.slice(0, SHOWN);
  const now = desk.picture.now();
  const day = (at: number): string => {
    const apart = daysApart(now, at, zone);
    if (apart === 0) return '';
    return `${apart > -7 ? weekdayText(at, zone, language) : dateText(at, zone, now)} `;
  };
  return (
    <section className={styles.timeline} aria-label={t('title')}>
      <h2>
        {t('title')} {entries.length}
        {entries.length > SHOWN && (
          <button type="button" onClick={() => desk.fold({ wholeTimeline: !wholeTimeline })}>
            <Key>H</Key> {wholeTimeline ? t('fewer') : t('all')}
          </button>
        )}
      </h2>
      <ol data-testid="timeline">
        {shown.map((entry) => (
          <li key={entry.key} data-type={entry.type}>
            <time>
              {day(entry.at)}
              {secondText(entry.at, zone)}
            </time>
            <StateShape shape={entry.shape} />
            <span>
              {words(entry)}
              {entry.actor !== null && <em> · {entry.actor}</em>}
              <EntryPhotos number={detail.summary.number} media={entry.data['media']} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
