import type { AlertRow } from '#wire/figures.ts';
import { SECTIONS } from '../order.ts';
import type { AlertColumns } from './alert-columns.ts';
import type { Groups, OrderedRows } from './groups.ts';

export const HEADING = 0;
export const CARD = 1;
export const LINE = 2;
/** A line under its opened card. */
export const INNER_LINE = 3;

/** Heights in rem by kind; queue.module.css draws rows at just these. */
export const HEIGHT_REM = [1.9, 4.55, 3.15, 3.15] as const;

/** What stands on screen from top to bottom, as columns. It says which things stand where, not what they say. */
export type Layout = {
  readonly length: number;
  readonly kinds: Uint8Array;
  /** Ordinal of the section, key of the card, or id of the case. */
  readonly refs: Float64Array;
  /** Rem from the top; one more than rows, the last is the whole height. */
  readonly tops: Float64Array;
  /** Cases under each section's heading. */
  readonly sections: readonly number[];
  /** Cards by their keys: whether each is open, and the worst of its lines when it was laid out. */
  readonly cards: ReadonlyMap<number, LaidCard>;
  /** By row number the case whose line stands here; a row that is another case by now has no line yet. */
  readonly lineOf: Float64Array;
};

export type LaidCard = { readonly open: boolean; readonly worst: AlertRow };

export const EMPTY_LAYOUT: Layout = {
  length: 0,
  kinds: new Uint8Array(0),
  refs: new Float64Array(0),
  tops: new Float64Array(1),
  sections: SECTIONS.map(() => 0),
  cards: new Map(),
  lineOf: new Float64Array(0),
};

/**
 * Lays rows and cards out, worst first: a card stands where the worst of its lines would, under one heading a section.
 * `from`: groups of fewer rows are laid out as lines. `open`: keys of cards whose lines stand under them.
 */
export function layOut(
  columns: AlertColumns,
  rows: OrderedRows,
  groups: Groups,
  from: number,
  open: ReadonlySet<number>,
): Layout {
  const { caseId, section } = columns;
  const most = rows.length + groups.keys.length + SECTIONS.length;
  const kinds = new Uint8Array(most);
  const refs = new Float64Array(most);
  const sections = SECTIONS.map(() => 0);
  const cards = new Map<number, LaidCard>();
  const inner = innerRows(rows, groups, from, open);
  const lineOf = new Float64Array(columns.length);
  let length = 0;
  let last = -1;
  for (let at = 0; at < rows.length; at++) {
    const row = rows.order[at] as number;
    if (rows.passes[row] === 0) continue;
    const group = groups.groupOf[row] as number;
    const folded = group >= 0 && (groups.count[group] as number) >= from;
    if (folded && groups.worst[group] !== row) continue;
    const own = section[row] as number;
    if (own !== last) {
      kinds[length] = HEADING;
      refs[length++] = own;
      last = own;
    }
    sections[own] = (sections[own] as number) + (folded ? (groups.count[group] as number) : 1);
    if (!folded) {
      kinds[length] = LINE;
      refs[length++] = lineOf[row] = caseId[row] as number;
      continue;
    }
    const key = groups.keys[group] as number;
    cards.set(key, { open: open.has(key), worst: columns.worst(row) });
    kinds[length] = CARD;
    refs[length++] = key;
    for (const one of inner.get(group) ?? []) {
      kinds[length] = INNER_LINE;
      refs[length++] = lineOf[one] = caseId[one] as number;
    }
  }
  return { ...measured(kinds.subarray(0, length), refs.subarray(0, length)), sections, cards, lineOf };
}

/** Number of the row with a kind and reference, -1 where there is none. */
export function placeOf({ length, kinds, refs }: Layout, isCard: boolean, ref: number): number {
  for (let at = 0; at < length; at++)
    if (refs[at] === ref && kinds[at] !== HEADING && (kinds[at] === CARD) === isCard) return at;
  return -1;
}

/** The same with a card's lines put under it, or taken away; nothing else changes its order. `rows`: of the card, in order. */
export function withCard(
  layout: Layout,
  key: number,
  rows: readonly number[] | null,
  { caseId }: AlertColumns,
): Layout {
  const at = placeOf(layout, true, key);
  if (at === -1) return layout;
  let end = at + 1;
  while (end < layout.length && layout.kinds[end] === INNER_LINE) end += 1;
  const lines = (rows ?? []).map((row) => caseId[row] as number);
  const length = layout.length - (end - at - 1) + lines.length;
  const kinds = new Uint8Array(length).fill(INNER_LINE);
  const refs = new Float64Array(length);
  kinds.set(layout.kinds.subarray(0, at + 1));
  kinds.set(layout.kinds.subarray(end), at + 1 + lines.length);
  refs.set(layout.refs.subarray(0, at + 1));
  refs.set(lines, at + 1);
  refs.set(layout.refs.subarray(end), at + 1 + lines.length);
  const lineOf = new Float64Array(Math.max(layout.lineOf.length, caseId.length));
  lineOf.set(layout.lineOf);
  const closed = new Set(layout.refs.subarray(at + 1, end));
  for (let row = 0; row < lineOf.length; row++) if (closed.has(lineOf[row] as number)) lineOf[row] = 0;
  for (const row of rows ?? []) lineOf[row] = caseId[row] as number;
  const { worst } = layout.cards.get(key) as LaidCard;
  const cards = new Map(layout.cards).set(key, { open: rows !== null, worst });
  return { ...layout, ...measured(kinds, refs), cards, lineOf };
}

function measured(kinds: Uint8Array, refs: Float64Array): Pick<Layout, 'length' | 'kinds' | 'refs' | 'tops'> {
  const tops = new Float64Array(kinds.length + 1);
  for (let at = 0; at < kinds.length; at++) {
    tops[at + 1] = (tops[at] as number) + (HEIGHT_REM[kinds[at] as 0] as number);
  }
  return { length: kinds.length, kinds, refs, tops };
}

function innerRows(
  rows: OrderedRows,
  groups: Groups,
  from: number,
  open: ReadonlySet<number>,
): ReadonlyMap<number, readonly number[]> {
  const inner = new Map<number, number[]>();
  for (const key of open) {
    const group = groups.numberOf.get(key);
    if (group !== undefined && (groups.count[group] as number) >= from) inner.set(group, []);
  }
  if (inner.size === 0) return inner;
  for (let at = 0; at < rows.length; at++) {
    const row = rows.order[at] as number;
    if (rows.passes[row] === 1) inner.get(groups.groupOf[row] as number)?.push(row);
  }
  return inner;
}
