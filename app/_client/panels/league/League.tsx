'use client';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { shortDayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { useShownRows } from '../alert-lane/use-page.ts';
import { LeagueRow } from './LeagueRow.tsx';
import { leagueView, type LeagueEntry } from './league-view.ts';
import { useFederatedLate } from './use-federated-late.ts';
import styles from './league.module.css';

const MOST_A_PAGE = 16;
const select = (figures: Figures) => ({ entries: leagueView(figures.places), standing: figures.standing });

/** Districts by on-time rate today, or on the last day that had enough due, with the last fourteen days and the change of rank. */
export function League() {
  const t = useTranslations('wall.league');
  const picture = usePicture();
  const { language } = useLanguage();
  const timeZone = useTimeZone();
  const view = useFrame(picture.figures, select);
  const entries: readonly LeagueEntry[] = view?.entries ?? [];
  const late = useFederatedLate();
  const { shown, page, pages } = useShownRows(entries, MOST_A_PAGE, null);
  const half = Math.ceil(shown.length / 2);
  const ofSubdistricts = useDictionary().place(entries[0]?.code ?? null)?.level === 'subdistrict';
  return (
    <section
      className={styles.league}
      style={{ '--rows': Math.max(1, shown.length), '--half': Math.max(1, half) } as CSSProperties}
      data-subdistricts={ofSubdistricts ? '' : undefined}
      data-testid="league"
      data-feed="cases"
    >
      <h2>
        {t(ofSubdistricts ? 'titleSubdistricts' : 'title')}
        <span data-testid="league-day">
          {view === null || view.standing.today
            ? t('caption')
            : t('captionOf', { day: shortDayText(view.standing.dayStart, timeZone, language) })}
        </span>
        <span className={styles.column}>
          <span className={styles.trend}>{t('columnTrend')} · </span>
          {t('columnRank')}
          {pages > 1 ? ` · ${t('pages', { page: page + 1, pages })}` : ''}
        </span>
      </h2>
      <div className={styles.columns}>
        {[shown.slice(0, half), shown.slice(half)].map((column, index) => (
          <ol key={index}>
            {column.map((entry) => (
              <LeagueRow key={entry.code} entry={entry} late={late.has(entry.code)} />
            ))}
          </ol>
        ))}
      </div>
    </section>
  );
}
