'use client';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { Figures } from '#wire/figures.ts';
import { Sparkline } from '../../charts/Sparkline.tsx';
import { shortDayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { shortNameIn } from '../../i18n/language.ts';
import { countText, percentText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { Shape } from '../../theme/Shape.tsx';
import { useShownRows } from '../alert-lane/use-page.ts';
import type { BoardOptions } from '../board/board-options.ts';
import { leagueView } from '../league/league-view.ts';
import board from '../board/board.module.css';
import styles from './league-table.module.css';

const select = ({ places, standing }: Figures) => ({
  standing,
  rows: leagueView(places).map((entry) => {
    const place = places.find(({ code }) => code === entry.code);
    return {
      ...entry,
      due: place?.onTime.due ?? 0,
      onTime: place?.onTime.onTime ?? 0,
      open: place?.open ?? 0,
      timedOut: place?.timedOut ?? 0,
      reported: place?.reportedToday ?? 0,
      closed: place?.closedToday ?? 0,
    };
  }),
});

/** Places by on-time rate with the counts behind it: a rate is never alone. */
export function LeagueTable({ rows }: BoardOptions) {
  const t = useTranslations('scenes.league');
  const names = useDictionary();
  const { language } = useLanguage();
  const timeZone = useTimeZone();
  const view = useFrame(usePicture().figures, select);
  const all = view?.rows ?? [];
  const { shown, page, pages } = useShownRows(all, rows, null);
  return (
    <section
      className={`${board.board} ${styles.tall}`}
      style={{ '--rows': Math.min(rows, all.length) } as CSSProperties}
      data-testid="league-table"
      data-feed="cases"
    >
      <h2>
        {t('title')}
        {view !== null && (
          <span>
            {view.standing.today
              ? t('today')
              : t('of', { day: shortDayText(view.standing.dayStart, timeZone, language) })}
          </span>
        )}
        {pages > 1 && <span className={board.column}>{t('pages', { page: page + 1, pages })}</span>}
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('rank')}</th>
            <th>{t('place')}</th>
            <th>{t('rate')}</th>
            <th>{t('counts')}</th>
            <th>{t('trend')}</th>
            <th>{t('open')}</th>
            <th>{t('timedOut')}</th>
            <th>{t('inOut')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const place = names.place(row.code);
            return (
              <tr key={row.code}>
                <td className={board.quiet}>{row.rank ?? '–'}</td>
                <th>{place === null ? row.code : shortNameIn(language, place)}</th>
                <td>
                  <b>{row.rate === null ? '–' : percentText(row.rate, row.target)}</b>
                  {row.belowTarget && <Shape kind="warn" className={styles.below} />}
                </td>
                <td className={board.quiet}>
                  {row.due === 0 ? '–' : `${countText(row.onTime)}/${countText(row.due)}`}
                </td>
                <td>
                  <Sparkline values={row.trend} className={styles.spark} />
                </td>
                <td>{countText(row.open)}</td>
                <td
                  className={row.timedOut > 0 ? board.out : board.quiet}
                  data-state={row.timedOut > 0 ? 'out' : undefined}
                >
                  {row.timedOut > 0 ? countText(row.timedOut) : '–'}
                </td>
                <td className={board.quiet}>{`${countText(row.reported)} / ${countText(row.closed)}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
