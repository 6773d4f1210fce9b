'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { distanceText } from '../clock/words.ts';
import { useDesk } from '../DeskProvider.tsx';
import type { NearTeam } from './nearest-teams.ts';
import { teamAge } from './team-age.ts';
import styles from './side.module.css';

/** The nearest teams with distance (straight line) and age of their position; old ones are dashed, never hidden. */
export function NearTeams({ teams, hasPosition }: { teams: readonly NearTeam[]; hasPosition: boolean }) {
  const t = useTranslations('desk.teams');
  const kinds = useTranslations('common.team');
  const { picture } = useDesk();
  const { language } = useLanguage();
  const roster = useStored(picture.roster);
  const now = picture.now();
  return (
    <section className={styles.block} aria-label={t('title')} data-testid="near-teams">
      <h2>
        {t('title')}
        <small>{t('straight')}</small>
      </h2>
      {teams.length === 0 && <p className={styles.none}>{hasPosition ? t('none') : t('noPosition')}</p>}
      <ul>
        {teams.map(({ ordinal, metres, fixedAt }) => {
          const team = roster?.teams[ordinal];
          return (
            <li key={ordinal} data-age={teamAge(fixedAt, now)}>
              <b>{team === undefined ? t('unnamed') : nameIn(language, team)}</b>
              <span>{team === undefined ? '' : kinds(team.kind)}</span>
              <span className={styles.number}>{distanceText(metres)}</span>
              <Age fixedAt={fixedAt} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Age({ fixedAt }: { fixedAt: number }) {
  const { language } = useLanguage();
  const age = useCallback((now: number) => ageText(now - fixedAt, language), [fixedAt, language]);
  return <TickingText textAt={age} className={styles.age} />;
}
