'use client';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamStore } from '../../stores/team-store.ts';
import { useStored, useSummary } from '../../stores/use-summary.ts';
import { useDesk } from '../DeskProvider.tsx';
import { CaseMap } from './CaseMap.tsx';
import { ComponentFacts } from './ComponentFacts.tsx';
import { nearestTeams, type NearTeam } from './nearest-teams.ts';
import { NearTeams } from './NearTeams.tsx';
import { PlaceFacts } from './PlaceFacts.tsx';
import { RepeatedCases } from './RepeatedCases.tsx';
import { SimilarCases } from './SimilarCases.tsx';
import { useSimilar } from './use-similar.ts';
import styles from './side.module.css';

const TEAMS_SHOWN = 6;
const TEAMS_EVERY_MS = 2_000;
const NO_TEAMS: readonly NearTeam[] = [];

/** The right pane: where it is, who is near, what else is open there. */
export function SidePane() {
  const t = useTranslations('desk.side');
  const { open, picture } = useDesk();
  const state = useStored(open, 0);
  const summary = state.phase === 'ready' ? state.detail.summary : null;
  const lon = summary?.position?.lon;
  const lat = summary?.position?.lat;
  const near = useCallback(
    (teams: TeamStore) =>
      lon === undefined || lat === undefined ? NO_TEAMS : nearestTeams(teams, lon, lat, TEAMS_SHOWN),
    [lon, lat],
  );
  const teams = useSummary(picture.teams, near, TEAMS_EVERY_MS);
  const similar = useSimilar(summary);
  return (
    <aside className={styles.pane} aria-label={t('title')}>
      <CaseMap summary={summary} teams={teams} similar={similar} />
      {summary !== null && (
        <>
          <NearTeams teams={teams} hasPosition={summary.position !== null} />
          <SimilarCases
            similar={similar}
            hasPosition={summary.position !== null}
            district={summary.place.districtCode}
          />
          <RepeatedCases number={summary.number} />
          {state.phase === 'ready' && <ComponentFacts summary={summary} component={state.detail.component} />}
          <PlaceFacts summary={summary} />
        </>
      )}
    </aside>
  );
}
