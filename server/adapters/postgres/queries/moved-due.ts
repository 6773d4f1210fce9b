import type { PendingClocks } from '../case-log/restated-blocks.ts';
import type { Conditions } from './conditions.ts';

/** When clocks of a city_case that goes by `c` are due, as SQL: `join` comes after it in FROM. Null: none runs. */
export type DueSql = { readonly join: string; readonly stage: string; readonly earliest: string };

/** As the rows have it. LEAST passes over nulls. */
const OF_ROWS: DueSql = { join: '', stage: 'c.stage_due_at', earliest: 'LEAST(c.stage_due_at, c.whole_due_at)' };

/**
 * Due instants as a change of calendar left them, also of rows that do not have it yet. While one is being written into
 * the rows, its cases go along with the question; else the rows are asked alone.
 */
export function movedDue(conditions: Conditions, pending: PendingClocks): DueSql {
  const moved = pending.newest();
  if (moved.length === 0) return OF_ROWS;
  const instants = (due: (at: number) => number | null): string =>
    `${conditions.parameter(moved.map((_, at) => due(at)))}::float8[]`;
  const lists = [
    `${conditions.parameter(moved.map(({ id }) => id))}::int[]`,
    `${conditions.parameter(moved.map(({ version }) => version))}::int[]`,
    instants((at) => moved[at]?.stageClock?.dueAt ?? null),
    instants((at) => moved[at]?.wholeClock?.dueAt ?? null),
  ];
  // A row beyond the version has the change already.
  const join = `LEFT JOIN unnest(${lists.join(', ')}) AS moved(id, version, stage_due, whole_due)
    ON moved.id = c.id AND moved.version >= c.version`;
  const instant = (column: string): string => `to_timestamp(moved.${column} / 1000)`;
  const either = (now: string, before: string): string => `CASE WHEN moved.id IS NULL THEN ${before} ELSE ${now} END`;
  return {
    join,
    stage: either(instant('stage_due'), OF_ROWS.stage),
    earliest: either(`LEAST(${instant('stage_due')}, ${instant('whole_due')})`, OF_ROWS.earliest),
  };
}
