import { SECTIONS } from '../order.ts';
import type { AlertColumns } from './alert-columns.ts';
import { NO_KEY, REST_KEY, type KeyOf } from './group-by.ts';

/** Cards as columns by their number, in the order of their worst rows. */
export type Groups = {
  readonly keys: number[];
  readonly count: number[];
  /** First of its rows in the order of the queue. */
  readonly worst: number[];
  readonly urgent: number[];
  readonly untaken: number[];
  /** Came within the last ten minutes. */
  readonly recent: number[];
  /** How many of each section: `states[group * SECTIONS.length + section]`. */
  readonly states: number[];
  readonly numberOf: ReadonlyMap<number, number>;
  /** Number of a row's group, -1 where it has none; by row. */
  readonly groupOf: Int32Array;
};

export const RECENT_MS = 600_000;

/** The rows that a fold goes over: in order, as far as they pass. */
export type OrderedRows = { readonly order: Int32Array; readonly length: number; readonly passes: Uint8Array };

/** Gathers rows under their keys in one pass over the columns. */
export function groupRows(columns: AlertColumns, rows: OrderedRows, key: KeyOf, now: number): Groups {
  const groupOf = new Int32Array(columns.length).fill(-1);
  const numberOf = new Map<number, number>();
  const groups: Groups = {
    keys: [],
    count: [],
    worst: [],
    urgent: [],
    untaken: [],
    recent: [],
    states: [],
    numberOf,
    groupOf,
  };
  const { section, urgent, taker, dueAt } = columns;
  for (let at = 0; at < rows.length; at++) {
    const row = rows.order[at] as number;
    if (rows.passes[row] === 0) continue;
    const own = key(row);
    if (own === NO_KEY) continue;
    let group = numberOf.get(own);
    if (group === undefined) {
      group = groups.keys.length;
      numberOf.set(own, group);
      begin(groups, own, row);
    }
    groupOf[row] = group;
    add(groups.count, group, 1);
    add(groups.urgent, group, urgent[row] as number);
    if (taker[row] === 0) add(groups.untaken, group, 1);
    if ((dueAt[row] as number) > now - RECENT_MS && (dueAt[row] as number) <= now) add(groups.recent, group, 1);
    add(groups.states, group * SECTIONS.length + (section[row] as number), 1);
  }
  return groups;
}

/** Keys of all but the `most` largest groups; none when there are no more than that. Of equal ones the worse is larger. */
export function keysBeside(groups: Groups, most: number): ReadonlySet<number> {
  if (groups.keys.length <= most) return new Set();
  const numbers = groups.keys.map((_, group) => group);
  numbers.sort((a, b) => (groups.count[b] as number) - (groups.count[a] as number) || a - b);
  return new Set(numbers.slice(most).map((group) => groups.keys[group] as number));
}

/** The same keys with some of them put into the card of the rest. */
export function withRest(key: KeyOf, rest: ReadonlySet<number>): KeyOf {
  if (rest.size === 0) return key;
  return (row) => {
    const own = key(row);
    return rest.has(own) ? REST_KEY : own;
  };
}

function begin(groups: Groups, key: number, row: number): void {
  groups.keys.push(key);
  groups.worst.push(row);
  for (const column of [groups.count, groups.urgent, groups.untaken, groups.recent]) column.push(0);
  for (const _ of SECTIONS) groups.states.push(0);
}

function add(column: number[], at: number, by: number): void {
  column[at] = (column[at] as number) + by;
}
