'use client';
import { useCallback } from 'react';
import type { Camera } from '../../map/camera.ts';
import { useView } from '../../map/use-view.ts';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import type { TeamStore } from '../../stores/team-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { useUnit } from '../../theme/use-unit.ts';
import { useLane } from '../alert-lane/use-lane.ts';
import styles from './focus-map.module.css';

const EVERY_MS = 2_000;
/** Who is on the way to a timeout: the team in white, with a line to where it is sent. */
export function SentTeams({ camera }: { camera: Camera }) {
  const picture = usePicture();
  const u = useUnit();
  const lane = useLane();
  const view = useView(camera);
  const where = useCallback(
    (teams: TeamStore) => {
      const ordinals = new Map(picture.roster.value?.teams.map(({ code }, ordinal) => [code, ordinal]) ?? []);
      return (lane?.rows ?? []).flatMap(({ team, lon, lat, caseId }) => {
        const ordinal = team === null ? undefined : ordinals.get(team.code);
        if (ordinal === undefined || lon === null || lat === null || ordinal >= teams.length) return [];
        const [teamLon, teamLat] = [teams.lngLat[ordinal * 2] as number, teams.lngLat[ordinal * 2 + 1] as number];
        return Number.isNaN(teamLon)
          ? []
          : [{ caseId, lon, lat, teamLon, teamLat, heading: teams.heading[ordinal] as number }];
      });
    },
    [picture, lane],
  );
  const sent = useSummary(picture.teams, where, EVERY_MS);
  return (
    <svg className={styles.overlay} aria-hidden="true">
      {sent.map(({ caseId, lon, lat, teamLon, teamLat, heading }) => {
        const [x, y] = view.project(lon, lat);
        const [teamX, teamY] = view.project(teamLon, teamLat);
        if (teamX < 0 || teamY < 0 || teamX > view.width || teamY > view.height) return null;
        const toward = (Math.atan2(x - teamX, teamY - y) * 180) / Math.PI;
        return (
          <g key={caseId}>
            <path d={`M${teamX} ${teamY}L${x} ${y}`} className={styles.way} strokeDasharray={`${0.6 * u} ${0.5 * u}`} />
            <path
              d="M0 -.62L.42 .5L0 .24L-.42 .5Z"
              transform={`translate(${teamX} ${teamY}) rotate(${Number.isNaN(heading) ? toward : heading}) scale(${2 * u})`}
              className={styles.sent}
            />
          </g>
        );
      })}
    </svg>
  );
}
