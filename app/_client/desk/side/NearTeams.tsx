'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageText } from '../../i18n/durations.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { TickingText } from '../../realtime/TickingText.tsx';
import { useStored, useSummary } from '../../stores/use-summary.ts';
import type { WaitingStore } from '../../stores/waiting-store.ts';
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
  const desk = useDesk();
  const open = useStored(desk.open, 0);
  const tasks = useSummary(picture.waiting, countTasks, 2_000);
  const maySend = open.phase === 'ready' && open.detail.legal.includes('send-team');
  const send = (code: string): void => {
    if (desk.forms.begin('send-team')) desk.forms.fill({ team: code });
  };
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
              <span data-send>
                {team === undefined ? '' : kinds(team.kind)}
                {team !== undefined &&
                  (tasks.get(team.code) ?? 0) > 0 &&
                  ` · ${t('tasks', { count: tasks.get(team.code) ?? 0 })}`}
                {team !== undefined && maySend && (
                  <button type="button" className={styles.send} onClick={() => send(team.code)} data-testid="send-team">
                    {t('send')}
                  </button>
                )}
              </span>
              <span className={styles.number}>{distanceText(metres)}</span>
              <Age fixedAt={fixedAt} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many tasks each collector has now, by team code. */
function countTasks({ rows }: WaitingStore): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows.values())
    if (row.queue === 'task' && row.collector !== null) counts.set(row.collector, (counts.get(row.collector) ?? 0) + 1);
  return counts;
}

function Age({ fixedAt }: { fixedAt: number }) {
  const { language } = useLanguage();
  const age = useCallback((now: number) => ageText(now - fixedAt, language), [fixedAt, language]);
  return <TickingText textAt={age} className={styles.age} />;
}
