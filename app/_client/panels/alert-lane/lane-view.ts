import type { Lane, LaneGroup } from '#wire/figures.ts';

/** A group as the lane draws it. Its time over is kept as the instant it was zero, so that a running one does not change. */
export type LaneRow = Pick<
  LaneGroup,
  | 'no'
  | 'categoryKey'
  | 'districtCode'
  | 'subdistrictCode'
  | 'department'
  | 'stage'
  | 'count'
  | 'urgent'
  | 'supervised'
  | 'caseId'
  | 'lon'
  | 'lat'
  | 'team'
> & {
  taken: boolean;
  overSince: number | null;
  overMs: number;
  /** For a clock that came to rest within its first minute over: the instant it was due. Null for all others. */
  dueAtRest: number | null;
};

export type LaneView = { total: number; rows: LaneRow[] };

/**
 * The lane without what only counts time: equal views mean that nothing is to be drawn anew. Of one category alone
 * where one is named (its key); then the total is of the groups that the lane has.
 */
export function laneView(lane: Lane, category: string | null = null): LaneView {
  const groups = groupsOf(lane, category);
  const total = category === null ? lane.total : groups.reduce((sum, { count }) => sum + count, 0);
  return { total, rows: groups.map((group) => laneRow(group, lane.at)) };
}

/** The groups of a lane, or those of one category. */
function groupsOf(lane: Lane, category: string | null): readonly LaneGroup[] {
  return category === null ? lane.groups : lane.groups.filter(({ categoryKey }) => categoryKey === category);
}

function laneRow(group: LaneGroup, at: number): LaneRow {
  const {
    no,
    categoryKey,
    districtCode,
    subdistrictCode,
    department,
    stage,
    count,
    urgent,
    supervised,
    caseId,
    lon,
    lat,
    team,
  } = group;
  const second = 1_000;
  const minute = 60_000;
  return {
    no,
    categoryKey,
    districtCode,
    subdistrictCode,
    department,
    stage,
    count,
    urgent,
    supervised,
    caseId,
    lon,
    lat,
    team,
    taken: group.takenBy !== null,
    overSince: group.running ? Math.round((at - group.overMs) / second) * second : null,
    overMs: group.running ? 0 : group.overMs,
    dueAtRest: !group.running && group.overMs < minute ? group.dueAt : null,
  };
}

/** Which rows a page shows; `page` counts from 0 and wraps. */
export function pageOf<Row>(
  rows: readonly Row[],
  perPage: number,
  page: number,
): { rows: readonly Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const shown = page % pages;
  return { rows: rows.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}
