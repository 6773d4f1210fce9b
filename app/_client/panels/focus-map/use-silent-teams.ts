'use client';
import { useCallback } from 'react';
import { silentTeams, type SilentTeam } from '../../layers/teams/silent-teams.ts';
import { metresPerUnit, type LayerContext } from '../../layers/layer.ts';
import { useView } from '../../map/use-view.ts';
import type { TeamStore } from '../../stores/team-store.ts';
import { useSummary } from '../../stores/use-summary.ts';

/** An age of minutes need not be told more often. */
const EVERY_MS = 10_000;
const MOST = 40;
/** Where one u covers more metres than this, ages would be all that a map shows. */
const WITHIN_METRES = 45;
const NOBODY: readonly SilentTeam[] = [];

/** Silent teams on a near map, with their ages; none on one that is far. */
export function useSilentTeams(context: LayerContext): readonly SilentTeam[] {
  const { picture, camera } = context;
  const view = useView(camera);
  const select = useCallback(
    (teams: TeamStore) =>
      view.flying || metresPerUnit(context) > WITHIN_METRES
        ? NOBODY
        : silentTeams(teams, view, picture.now() / 1_000, MOST),
    [context, picture, view],
  );
  return useSummary(picture.teams, select, EVERY_MS);
}
