import type { Names } from '../../../stores/dictionary-store.ts';
import type { AlertColumns } from './alert-columns.ts';

/**
 * What the lines of a card have in common. `holder-time`: who works on it, district, and when it fell due; `holder`: the
 * same at any time; `cause`: the category; `trade`: the trade of the departments, or the stage; `place`: the district.
 */
export const GROUP_BYS = ['holder-time', 'holder', 'cause', 'trade', 'place'] as const;
export type GroupBy = (typeof GROUP_BYS)[number];

/** Due instants this close together, in the platform's own day, fall into one card. */
export const DUE_BUCKET_MS = 4 * 3_600_000;
/** What has been late for longer stands, whenever it fell due: one card a holder and district. */
export const STANDING_MS = 24 * 3_600_000;
const FIRST_BUCKET_AT = Date.UTC(2015, 0, 1);
/** Keys have 30 bits, which engines keep as plain integers: 3 for the way, 16 for the thing, 11 for the bucket. */
const BUCKETS = 2_048;
const THINGS = 65_536;

/** No card: the row is a line of its own. */
export const NO_KEY = -1;
/** The card of all that is left beside the largest ones. */
export const REST_KEY = -2;

/** The number that rows of one card share, by row; another `by` never gives the same. */
export type KeyOf = (row: number) => number;

/** `zoneMs`: what the platform's own time is ahead of UTC, so that its day is cut at its own hours. */
export type GroupTime = { readonly now: number; readonly zoneMs: number };

/** How rows are told apart by what they have in common, at `now` (epoch ms). */
export function keyOf(by: GroupBy, columns: AlertColumns, names: Names, time: GroupTime): KeyOf {
  const { holder, pair, district, category, dueAt } = columns;
  switch (by) {
    case 'holder-time': {
      const standsBefore = time.now - STANDING_MS;
      return (row) => {
        const due = dueAt[row] as number;
        const bucket = due < standsBefore ? 0 : bucketOf(due, time.zoneMs);
        return packed(0, pair[row] as number, bucket);
      };
    }
    case 'holder':
      return (row) => packed(1, pair[row] as number, 0);
    case 'cause':
      return (row) => packed(2, category[row] as number, 0);
    case 'trade': {
      const trades = tradeOfHolders(columns, names);
      return (row) => packed(3, trades[holder[row] as number] as number, 0);
    }
    case 'place':
      return (row) => packed(4, district[row] as number, 0);
  }
}

/** The first instant (epoch ms) of the span in which the due instants of a `holder-time` card lie; null: it stands. */
export function bucketStart(dueAt: number, { now, zoneMs }: GroupTime): number | null {
  if (dueAt < now - STANDING_MS) return null;
  return FIRST_BUCKET_AT + fourHours(dueAt, zoneMs) * DUE_BUCKET_MS - zoneMs;
}

/** From 1 on, again and again: no queue holds cases that are due a year apart and of one card all the same. */
function bucketOf(dueAt: number, zoneMs: number): number {
  return 1 + (fourHours(dueAt, zoneMs) % (BUCKETS - 1));
}

function fourHours(dueAt: number, zoneMs: number): number {
  return Math.max(0, Math.floor((dueAt + zoneMs - FIRST_BUCKET_AT) / DUE_BUCKET_MS));
}

function packed(by: number, thing: number, bucket: number): number {
  return (by * THINGS + thing) * BUCKETS + bucket;
}

/** Departments by their trade, everything else by what it is. */
function tradeOfHolders(columns: AlertColumns, names: Names): Uint16Array {
  const known = new Map<string, number>();
  return Uint16Array.from(columns.holders.texts, (holder) => {
    const code = holder.startsWith('department/') ? holder.slice('department/'.length) : null;
    const said = code === null ? holder : (names.department(code)?.trade ?? holder);
    const number = known.get(said) ?? known.size;
    known.set(said, number);
    return number;
  });
}
