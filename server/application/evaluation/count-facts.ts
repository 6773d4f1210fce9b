import { FACT_KINDS, POST_OF, POSTS } from '#domain/indicator/fact.ts';
import { BLOCK_BITS, DATED, DONE, EXEMPT, LATE, LEAVES, NEVER, NO_KIND, type FactBlock } from './fact-block.ts';
import type { FactColumns } from './fact-columns.ts';
import { MEASURE_CODE, MEASURE_COUNT, Slots } from './slots.ts';

/** What is counted when, in whole seconds: `[from, to)`, of what happened before `asOf`. */
export type When = { from: number; to: number; asOf: number; carried: boolean; exemptLeaves: boolean };

/**
 * How facts are grouped. `path`, `department` and `doer`: group by ordinal, -1 leaves out (department and doer ordinals
 * count from 1, 0 is none). `post`: the post's place in POSTS. `casePaths`: 1 for the place paths that are asked for.
 */
export type Grouping = {
  by: 'path' | 'department' | 'doer' | 'post';
  groups: number;
  groupOf: Int32Array;
  casePaths: Uint8Array | null;
  /** Path ordinal by case row; left out: as the cases lay. */
  pathOfCase?: Int32Array;
};

/** Further conditions on a case: ordinals of categories (null: all); on a fact: the ordinal of its department. */
export type Narrowing = { categories: Uint8Array | null; department: number | null };

const POST_CODE = new Int8Array(256).fill(-1);
FACT_KINDS.forEach((kind, code) => {
  const post = POST_OF[kind];
  POST_CODE[code] = post === null ? -1 : POSTS.indexOf(post);
});

const M = MEASURE_CODE;

/** Hears each count: fact row, measure, how many (seconds for `seconds`). */
type Hear = (row: number, kind: number, measure: number, amount: number) => void;

/** Whether a block can hold anything of a time. What is still open counts by its begin or due instant. */
function touches(block: FactBlock, { from, to, asOf, carried }: When, waiting: boolean): boolean {
  if (block.earliest >= to || block.earliest >= asOf) return false;
  return carried || waiting || block.latest >= from;
}

/** Whether a row that held for a time only is how the fact stood just before an instant. */
function isKnown(block: FactBlock, row: number, asOf: number): boolean {
  const known = block.known.get(row);
  return known === undefined || (known.from < asOf && asOf <= known.to);
}

/** Says what each fact counts as in a time, of what is asked. The one place where "due as of" is decided. */
export function judgeFacts(columns: FactColumns, when: When, asked: Slots, hear: Hear): void {
  const { from, to, asOf, carried, exemptLeaves } = when;
  const { kinds, measures, waiting } = asked;
  columns.blocks.forEach((block, number) => {
    if (!touches(block, when, waiting)) return;
    const { kind: kindOf, flags, entered: enteredAt, due: dueAt, ended: endedAt, undone: undoneAt, rows } = block;
    const base = number << BLOCK_BITS;
    const say = (i: number, kind: number, measure: number, amount: number): void => {
      if (measures[kind * MEASURE_COUNT + measure] === 1) hear(base + i, kind, measure, amount);
    };
    for (let i = 0; i < rows; i++) {
      const kind = kindOf[i] as number;
      if (kind === NO_KIND || kinds[kind] !== 1) continue;
      const entered = enteredAt[i] as number;
      if (entered >= asOf) continue;
      const flag = flags[i] as number;
      if ((flag & DATED) !== 0 && !isKnown(block, i, asOf)) continue;
      const ended = endedAt[i] as number;
      const undone = (undoneAt[i] as number) < asOf;
      const hasEnded = ended < asOf;
      const done = hasEnded && (flag & DONE) !== 0;
      const due = dueAt[i] as number;
      const inSpan = done
        ? ended >= from && ended < to
        : !hasEnded && due < asOf && due < to && (carried || due >= from);
      if (entered >= from && entered < to) {
        say(i, kind, M.entered, 1);
        if (done) say(i, kind, M.passed, 1);
      }
      if (!hasEnded && entered < to) say(i, kind, M.waiting, 1);
      if (!inSpan) continue;
      if (undone && (flag & LEAVES) !== 0) {
        say(i, kind, M.voided, 1);
        continue;
      }
      const late = done ? (flag & LATE) !== 0 : true;
      if (late && (flag & EXEMPT) !== 0 && (exemptLeaves || !done)) {
        say(i, kind, M.exempt, 1);
        continue;
      }
      if (!done) {
        say(i, kind, M.overdue, 1);
        continue;
      }
      say(i, kind, M.done, 1);
      say(i, kind, M.seconds, ended === NEVER ? 0 : Math.max(0, ended - entered));
      if (!late || (flag & EXEMPT) !== 0) say(i, kind, M.onTime, 1);
      if (undone) say(i, kind, M.undone, 1);
    }
  });
}

/** The group of each fact row; -1 where the fact is left out. */
export function groupFinder(columns: FactColumns, grouping: Grouping, narrowing: Narrowing): (row: number) => number {
  const { by, groupOf, casePaths, pathOfCase = columns.pathOfCase } = grouping;
  const { categories, department } = narrowing;
  const { categoryOfCase, blocks } = columns;
  const mask = (1 << BLOCK_BITS) - 1;
  return (row) => {
    const block = blocks[row >>> BLOCK_BITS] as FactBlock;
    const i = row & mask;
    const caseRow = block.case[i] as number;
    const path = pathOfCase[caseRow] as number;
    if (casePaths !== null && casePaths[path] !== 1) return -1;
    if (categories !== null && categories[categoryOfCase[caseRow] as number] !== 1) return -1;
    if (department !== null && block.department[i] !== department) return -1;
    if (by === 'path') return groupOf[path] as number;
    if (by === 'department') return groupOf[block.department[i] as number] as number;
    if (by === 'doer') return groupOf[block.doer[i] as number] as number;
    return groupOf[(POST_CODE[block.kind[i] as number] as number) + 1] as number;
  };
}

/** Counts by group: `groups` rows of `slots.count` numbers. */
export function countFacts(
  columns: FactColumns,
  when: When,
  grouping: Grouping,
  narrowing: Narrowing,
  slots: Slots,
): Float64Array {
  const counts = new Float64Array(grouping.groups * slots.count);
  const find = groupFinder(columns, grouping, narrowing);
  const { table, count } = slots;
  const { blocks, patrolOfCase } = columns;
  const mask = (1 << BLOCK_BITS) - 1;
  judgeFacts(columns, when, slots, (row, kind, measure, amount) => {
    const base = Slots.base(kind, measure);
    const any = table[base] as number;
    const patrol = table[base + 1] as number;
    const other = table[base + 2] as number;
    const group = find(row);
    if (group === -1) return;
    const at = group * count;
    if (any !== -1) counts[at + any] = (counts[at + any] as number) + amount;
    if (patrol === -1 && other === -1) return;
    const caseRow = (blocks[row >>> BLOCK_BITS] as FactBlock).case[row & mask] as number;
    const slot = patrolOfCase[caseRow] === 1 ? patrol : other;
    if (slot !== -1) counts[at + slot] = (counts[at + slot] as number) + amount;
  });
  return counts;
}
