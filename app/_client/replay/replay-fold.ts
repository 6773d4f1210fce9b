import type { ReplayColumns } from '#wire/replay-frame.ts';

/** How it stood at an instant of a replay. `reported` and `ended` count from the span's start. */
export type ReplayCounts = { open: number; timedOut: number; reported: number; ended: number };

/** Whoever is told of every case that opens or ends as the replay moves; rows of the columns. */
export type ReplayWatcher = { opened: (row: number) => void; ended: (row: number) => void };

/** More rows than this cannot be sorted with their instants in one number. */
const ROW_BITS = 2 ** 21;

type Queue = { seconds: Uint32Array; rows: Uint32Array; next: number };

/**
 * Follows the cases of a replay from instant to instant: a step costs what happened in it. Backwards begins anew.
 *
 * Open: reported by then and not ended by then. Out of time: within one of its times out, and open.
 */
export class ReplayFold {
  readonly #columns: ReplayColumns;
  readonly #watcher: ReplayWatcher;
  readonly #opening: Queue;
  readonly #ending: Queue;
  readonly #outBeginning: Queue;
  readonly #outEnding: Queue;
  readonly #fromSecond: number;
  #second = -1;
  #counts: ReplayCounts = { open: 0, timedOut: 0, reported: 0, ended: 0 };
  /** How many times out each case is in, of those that are in one: at an instant one may end as the next begins. */
  readonly #out = new Map<number, number>();

  constructor(columns: ReplayColumns, watcher: ReplayWatcher) {
    this.#columns = columns;
    this.#watcher = watcher;
    this.#fromSecond = columns.from / 1_000;
    const { outs } = columns;
    this.#opening = queueOf(columns.length, (row) => columns.reportedAt[row] as number);
    this.#ending = queueOf(columns.length, (row) => endOf(columns, row));
    this.#outBeginning = queueOf(outs.length, (at) => outBeginOf(columns, at));
    this.#outEnding = queueOf(outs.length, (at) => outEndOf(columns, at));
  }

  get counts(): Readonly<ReplayCounts> {
    return this.#counts;
  }

  /** Rows of the cases that are out of time. */
  get out(): Iterable<number> {
    return this.#out.keys();
  }

  /** To an instant, epoch seconds. */
  moveTo(second: number): void {
    if (second < this.#second) this.#rewind();
    this.#second = second;
    const { outs } = this.#columns;
    const counts = { ...this.#counts };
    take(this.#opening, second, (row, at) => {
      counts.open += 1;
      if (at >= this.#fromSecond) counts.reported += 1;
      this.#watcher.opened(row);
    });
    take(this.#ending, second, (row, at) => {
      counts.open -= 1;
      if (at > this.#fromSecond) counts.ended += 1;
      this.#watcher.ended(row);
    });
    take(this.#outBeginning, second, (at) => this.#count(outs.row[at] as number, 1));
    take(this.#outEnding, second, (at) => this.#count(outs.row[at] as number, -1));
    this.#counts = { ...counts, timedOut: this.#out.size };
  }

  #count(row: number, change: 1 | -1): void {
    const times = (this.#out.get(row) ?? 0) + change;
    if (times === 0) this.#out.delete(row);
    else this.#out.set(row, times);
  }

  #rewind(): void {
    const { rows } = this.#opening;
    const ended = new Set(this.#ending.rows.subarray(0, this.#ending.next));
    for (const row of rows.subarray(0, this.#opening.next)) if (!ended.has(row)) this.#watcher.ended(row);
    for (const queue of [this.#opening, this.#ending, this.#outBeginning, this.#outEnding]) queue.next = 0;
    this.#out.clear();
    this.#counts = { open: 0, timedOut: 0, reported: 0, ended: 0 };
  }
}

const NEVER = 0xffffffff;

/** When a case is open no more; one that ended before it was reported never was. */
function endOf({ reportedAt, endedAt }: ReplayColumns, row: number): number {
  const ended = endedAt[row] as number;
  return ended === 0 ? NEVER : Math.max(ended, reportedAt[row] as number);
}

function outBeginOf({ outs, reportedAt }: ReplayColumns, at: number): number {
  return Math.max(outs.from[at] as number, reportedAt[outs.row[at] as number] as number);
}

/** A case that has ended is out of time no more, whatever its alert says. */
function outEndOf(columns: ReplayColumns, at: number): number {
  const until = columns.outs.until[at] as number;
  const end = Math.min(until === 0 ? NEVER : until, endOf(columns, columns.outs.row[at] as number));
  return Math.max(end, outBeginOf(columns, at));
}

/** Indices in order of their instants; those that never come are left out. */
function queueOf(length: number, secondOf: (index: number) => number): Queue {
  const keys = new Float64Array(length);
  let count = 0;
  for (let index = 0; index < length; index++) {
    const second = secondOf(index);
    if (second !== NEVER) keys[count++] = second * ROW_BITS + index;
  }
  const sorted = keys.subarray(0, count).sort();
  const seconds = new Uint32Array(count);
  const rows = new Uint32Array(count);
  sorted.forEach((key, at) => {
    seconds[at] = Math.floor(key / ROW_BITS);
    rows[at] = key % ROW_BITS;
  });
  return { seconds, rows, next: 0 };
}

function take(queue: Queue, second: number, act: (index: number, at: number) => void): void {
  while (queue.next < queue.rows.length && (queue.seconds[queue.next] as number) <= second) {
    act(queue.rows[queue.next] as number, queue.seconds[queue.next] as number);
    queue.next += 1;
  }
}
