import type { TeamStore } from '#application/ports.ts';
import type { Fix, Team, TeamKind } from '#domain/team/team.ts';
import type { Database } from './client.ts';
import { arraysOf, instantSql, upsertSql, type Column } from './columns.ts';
import { reported } from './unavailable.ts';

const FIX_COLUMNS: Column<Fix & { receivedAt: number }>[] = [
  { name: 'team', type: 'text', of: (fix) => fix.team },
  { name: 'lon', type: 'float', of: (fix) => fix.lon },
  { name: 'lat', type: 'float', of: (fix) => fix.lat },
  { name: 'heading', type: 'float', of: (fix) => fix.heading },
  { name: 'speed', type: 'float', of: (fix) => fix.speed },
  { name: 'at', type: 'instant', of: (fix) => fix.at },
  { name: 'received_at', type: 'instant', of: (fix) => fix.receivedAt },
];

const SAVE_FIXES = `${upsertSql('team_fix', FIX_COLUMNS, ['team'])} WHERE team_fix.at < EXCLUDED.at`;

const LATEST_FIXES = `SELECT team, lon, lat, heading, speed, ${instantSql('at')} AS at,
  ${instantSql('received_at')} AS "receivedAt" FROM team_fix ORDER BY team`;

const TEAM_COLUMNS: Column<Team & { source: string }>[] = [
  { name: 'code', type: 'text', of: (team) => team.code },
  { name: 'kind', type: 'text', of: (team) => team.kind },
  { name: 'name_zh', type: 'text', of: (team) => team.nameZh },
  { name: 'name_en', type: 'text', of: (team) => team.nameEn },
  { name: 'district_code', type: 'text', of: (team) => team.districtCode },
  { name: 'department', type: 'text', of: (team) => team.department },
  { name: 'simulated', type: 'boolean', of: (team) => team.simulated },
  { name: 'source', type: 'text', of: (team) => team.source },
];

const SAVE_ROSTER = upsertSql('team', TEAM_COLUMNS, ['code']);

/** Teams and their latest positions in Postgres. Of a team's fixes the one with the newest `at` stays. */
export function createTeamStore({ pool, prisma }: Database): TeamStore {
  return {
    roster: () => reported(prisma.team.findMany({ orderBy: { code: 'asc' } }).then((rows) => rows.map(teamOf))),
    saveRoster: async (source, teams) => {
      const rows = newestOf(
        teams.map((team) => ({ ...team, source })),
        (team) => team.code,
        () => true,
      );
      if (rows.length > 0) await reported(pool.query(SAVE_ROSTER, arraysOf(TEAM_COLUMNS, rows)));
    },
    saveFixes: async (fixes, receivedAt) => {
      const rows = fixes.map((fix) => ({ ...fix, receivedAt }));
      const newest = newestOf(
        rows,
        (fix) => fix.team,
        (fix, kept) => fix.at > kept.at,
      );
      const values = arraysOf(FIX_COLUMNS, newest);
      if (newest.length > 0) await reported(pool.query({ name: 'fixes-save', text: SAVE_FIXES, values }));
    },
    latestFixes: () => reported(pool.query<Fix & { receivedAt: number }>(LATEST_FIXES).then(({ rows }) => rows)),
  };
}

/** One row a key (an upsert may touch each row once), in the order of keys so that two writers never wait in a ring. */
function newestOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  wins: (row: Row, kept: Row) => boolean,
): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const kept = newest.get(keyOf(row));
    if (kept === undefined || wins(row, kept)) newest.set(keyOf(row), row);
  }
  return [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function teamOf(row: Omit<Team, 'kind'> & { kind: string; source: string }): Team {
  const { code, nameZh, nameEn, districtCode, department, simulated } = row;
  return { code, kind: row.kind as TeamKind, nameZh, nameEn, districtCode, department, simulated };
}
