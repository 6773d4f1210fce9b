'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameIn } from '../../i18n/language.ts';
import { nearestTeams } from '../../desk/side/nearest-teams.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { TeamStore } from '../../stores/team-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useScene } from '../../wall/scene-context.ts';
import { distanceText } from '../alert-lane/distance.ts';
import type { BoardOptions } from '../board/board-options.ts';
import { useCase } from '../case-facts/use-case.ts';
import board from '../board/board.module.css';
import styles from './case-teams.module.css';

const EVERY_MS = 2_000;

/** Who is nearest to the incident, as the crow flies, and how old each position is. */
export function CaseTeams({ rows }: BoardOptions) {
  const t = useTranslations('scenes.near');
  const common = useTranslations('common');
  const picture = usePicture();
  const { language } = useLanguage();
  const { scene } = useScene();
  const position = useCase(scene.target ?? null)?.detail.summary.position ?? null;
  const select = useCallback(
    (teams: TeamStore) => (position === null ? [] : nearestTeams(teams, position.lon, position.lat, rows)),
    [position, rows],
  );
  const near = useSummary(picture.teams, select, EVERY_MS);
  const roster = picture.roster.value?.teams ?? [];
  const now = picture.now();
  return (
    <section className={`${board.board} ${styles.near}`} data-testid="case-teams" data-feed="positions">
      <h2>
        {t('title')}
        <span className={board.column}>{t('straight')}</span>
      </h2>
      <table>
        <tbody>
          {near.map(({ ordinal, metres, fixedAt }) => {
            const team = roster[ordinal];
            return (
              <tr key={ordinal}>
                <th>{team === undefined ? '' : nameIn(language, team)}</th>
                <td className={`${board.quiet} ${styles.kind}`}>
                  {team === undefined ? '' : common(`team.${team.kind}`)}
                </td>
                <td className={styles.far}>
                  <b>{distanceText(metres)}</b>
                </td>
                <td className={`${board.quiet} ${styles.age}`}>{ageText(now - fixedAt, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {near.length === 0 && <p className={board.none}>{t('none')}</p>}
    </section>
  );
}
