import type { Names } from '../../../stores/dictionary-store.ts';
import type { AlertColumns } from './alert-columns.ts';
import { keyOf, NO_KEY, type GroupBy, type GroupTime, type KeyOf } from './group-by.ts';
import { groupRows, keysBeside, withRest, type OrderedRows } from './groups.ts';

/** How the officer wants the queue: folded by itself, always folded one way, or every line for itself. */
export const GROUPINGS = ['auto', 'holder-time', 'holder', 'cause', 'place', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** As many lines as one sees at once need no cards. */
const LINES_IN_SIGHT = 24;
/** From this many lines on a card says more than its lines. */
const FOLD_FROM = 4;
/** More cards than this are no help in a flood (F15 of the fault list: a storm is at most ten). */
export const MOST_STORM_CARDS = 9;
/** Ways to fold a storm, from the most telling on: the first that needs few enough cards is taken. */
const STORM_WAYS: readonly GroupBy[] = ['holder', 'cause', 'trade', 'place'];

/** A flood: alerts whose instant came at `since` (epoch ms) or later are folded harder. */
export type Flood = { readonly since: number };

/** How the queue is folded now. It stays so while the order is held. */
export type Folding = {
  /** Null: no cards. */
  readonly by: GroupBy | null;
  /** Groups of fewer lines stay lines. */
  readonly from: number;
  /** Danger is a line of its own always, but in a storm, whose cards count it. */
  readonly urgentApart: boolean;
  /** Null: no flood. */
  readonly storm: { readonly by: GroupBy; readonly since: number; readonly rest: ReadonlySet<number> } | null;
  /** When it was chosen: what stands is told by it. */
  readonly time: GroupTime;
};

/**
 * Chooses how to fold the passing rows. By itself a long queue is folded by holder, district and due time, short ones and
 * what was searched for stay lines; in a flood what came with it is folded into a handful of cards, and what was there
 * before stays as it is.
 */
export function chooseFolding(
  columns: AlertColumns,
  rows: OrderedRows & { readonly passing: number },
  wish: { readonly grouping: Grouping; readonly searching: boolean; readonly flood: Flood | null },
  names: Names,
  time: GroupTime,
): Folding {
  const { grouping } = wish;
  if (grouping === 'none') return { by: null, from: FOLD_FROM, urgentApart: true, storm: null, time };
  const storm = wish.flood === null || wish.searching ? null : chooseStorm(columns, rows, wish.flood, names, time);
  if (grouping !== 'auto') return { by: grouping, from: 2, urgentApart: false, storm, time };
  const calm = storm === null ? rows.passing : rows.passing - stormRows(columns, rows, storm.since);
  const short = calm <= LINES_IN_SIGHT || wish.searching;
  return { by: short ? null : 'holder-time', from: FOLD_FROM, urgentApart: true, storm, time };
}

/** The key of a row under a folding. */
export function foldingKey({ by, storm, urgentApart, time }: Folding, columns: AlertColumns, names: Names): KeyOf {
  const { urgent, dueAt } = columns;
  const calm = by === null ? null : keyOf(by, columns, names, time);
  const calmKey: KeyOf = (row) => (calm === null || (urgentApart && urgent[row] === 1) ? NO_KEY : calm(row));
  if (storm === null) return calmKey;
  const stormy = withRest(keyOf(storm.by, columns, names, time), storm.rest);
  return (row) => ((dueAt[row] as number) >= storm.since ? stormy(row) : calmKey(row));
}

function stormRows({ dueAt }: AlertColumns, rows: OrderedRows, since: number): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows.order[at] as number;
    if (rows.passes[row] === 1 && (dueAt[row] as number) >= since) count += 1;
  }
  return count;
}

function chooseStorm(
  columns: AlertColumns,
  rows: OrderedRows,
  { since }: Flood,
  names: Names,
  time: GroupTime,
): Folding['storm'] {
  const { dueAt } = columns;
  for (const by of STORM_WAYS) {
    const key = keyOf(by, columns, names, time);
    const groups = groupRows(columns, rows, (row) => ((dueAt[row] as number) >= since ? key(row) : NO_KEY), time.now);
    if (groups.keys.length <= MOST_STORM_CARDS) return { by, since, rest: new Set() };
    if (by === STORM_WAYS.at(-1)) return { by, since, rest: keysBeside(groups, MOST_STORM_CARDS - 1) };
  }
  return null;
}
