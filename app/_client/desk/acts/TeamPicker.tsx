'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import { distanceText } from '../clock/words.ts';
import { useDesk } from '../DeskProvider.tsx';
import { nearestTeams } from '../side/nearest-teams.ts';
import styles from './acts.module.css';

/** More teams than these nobody chooses from. */
const OFFERED = 12;

/** The team that is sent: the nearest ones with their distance, those of the case's district where it has no position. */
export function TeamPicker({ detail, chosen }: { detail: CaseDetailAnswer; chosen: string | null }) {
  const t = useTranslations('desk.form');
  const { forms, picture } = useDesk();
  const { language } = useLanguage();
  const roster = useStored(picture.roster);
  // Teams go on driving while one chooses: who was near when the form was opened is offered.
  const [near] = useState(() => {
    const { position } = detail.summary;
    return position === null ? [] : nearestTeams(picture.teams, position.lon, position.lat, OFFERED);
  });
  const teams = roster?.teams ?? [];
  const offered =
    near.length > 0
      ? near.flatMap(({ ordinal, metres }) => {
          const team = teams[ordinal];
          return team === undefined ? [] : [{ team, away: ` · ${distanceText(metres)}` }];
        })
      : teams
          .filter(({ districtCode }) => districtCode === detail.summary.place.districtCode)
          .slice(0, OFFERED)
          .map((team) => ({ team, away: '' }));
  const other = teams.find(({ code }) => code === chosen && !offered.some(({ team }) => team.code === code));
  return (
    <select
      className={styles.until}
      aria-label={t('team')}
      value={chosen ?? ''}
      onChange={({ target }) => forms.fill({ team: target.value === '' ? null : target.value })}
      required
      data-first
      data-testid="team"
    >
      <option value="">{t('team')}</option>
      {[...offered, ...(other === undefined ? [] : [{ team: other, away: '' }])].map(({ team, away }) => (
        <option key={team.code} value={team.code}>
          {nameIn(language, team)}
          {away}
        </option>
      ))}
    </select>
  );
}
