'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { shortNameIn } from '../../i18n/language.ts';
import { countText } from '../../i18n/numbers.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { TeamStore } from '../../stores/team-store.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useShownRows } from '../alert-lane/use-page.ts';
import type { BoardOptions } from '../board/board-options.ts';
import { teamCounts } from './team-counts.ts';
import board from '../board/board.module.css';

const EVERY_MS = 2_000;

/** How the teams stand in each district, those that are not heard first. */
export function TeamCoverage({ rows }: BoardOptions) {
  const t = useTranslations('scenes.teams');
  const picture = usePicture();
  const names = useDictionary();
  const { language } = useLanguage();
  const select = useCallback(
    (teams: TeamStore) => teamCounts(picture.roster.value, teams, Math.floor(picture.now() / 1_000)),
    [picture],
  );
  const counts = useSummary(picture.teams, select, EVERY_MS);
  const { shown, page, pages } = useShownRows(counts, rows, null);
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  const silent = counts.reduce((sum, each) => sum + each.silent, 0);
  return (
    <section className={board.board} data-testid="team-coverage" data-feed="positions">
      <h2>
        {t('title')}
        <span className={board.column}>{t('sums', { total: countText(total), silent: countText(silent) })}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th className={board.named}>{t('place')}</th>
            <th>{t('total')}</th>
            <th>{t('moving')}</th>
            <th>{t('standing')}</th>
            <th>{t('late')}</th>
            <th>{t('silent')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((count) => {
            const place = names.place(count.district);
            return (
              <tr key={count.district}>
                <th>{place === null ? count.district : shortNameIn(language, place)}</th>
                <td>
                  <b>{countText(count.total)}</b>
                </td>
                <td>{countText(count.moving)}</td>
                <td>{countText(count.standing)}</td>
                <td className={board.quiet}>{count.late > 0 ? countText(count.late) : '–'}</td>
                <td
                  className={count.silent > 0 ? board.warn : board.quiet}
                  data-state={count.silent > 0 ? 'late' : undefined}
                >
                  {count.silent > 0 ? countText(count.silent) : '–'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={board.foot}>
        <span>{t('explained')}</span>
        {pages > 1 && <span>{t('pages', { page: page + 1, pages })}</span>}
      </p>
    </section>
  );
}
