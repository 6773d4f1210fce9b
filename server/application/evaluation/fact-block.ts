/** Rows of a block; a power of two, so that a row's block and place in it are a shift and a mask. */
export const BLOCK_BITS = 14;
export const BLOCK_ROWS = 1 << BLOCK_BITS;

/** "Never" among instants, which are whole seconds since 1970 in 32 bits: enough until 2106. */
export const NEVER = 0xffff_ffff;

/** A row that holds nothing any more. */
export const NO_KIND = 255;

export const DONE = 1;
export const LATE = 2;
export const EXEMPT = 4;
/** Leaves every count at its undone instant. */
export const LEAVES = 8;
/** Leaves because its case is the same as another. */
export const DUPLICATE = 16;
/** Held for a time only: `known` says which. */
export const DATED = 32;

/** Some thousands of facts as columns, 29 bytes each, with the bounds of their instants. */
export class FactBlock {
  readonly kind = new Uint8Array(BLOCK_ROWS).fill(NO_KIND);
  readonly flags = new Uint8Array(BLOCK_ROWS);
  /** Row of the case table. */
  readonly case = new Int32Array(BLOCK_ROWS);
  /** The case's next fact; -1 ends the chain. */
  readonly next = new Int32Array(BLOCK_ROWS).fill(-1);
  /** Ordinals of department and doer, from 1; 0: none. */
  readonly department = new Uint16Array(BLOCK_ROWS);
  readonly doer = new Uint32Array(BLOCK_ROWS);
  readonly entered = new Uint32Array(BLOCK_ROWS);
  readonly due = new Uint32Array(BLOCK_ROWS);
  readonly ended = new Uint32Array(BLOCK_ROWS);
  readonly undone = new Uint32Array(BLOCK_ROWS);
  /** Of the few rows that held for a time only: known from (-1: ever since) and to (NEVER: still), by row. */
  readonly known = new Map<number, { from: number; to: number }>();
  rows = 0;
  /** No instant of any row lies before `earliest` or, of those that are not NEVER, after `latest`. Only ever widened. */
  earliest = NEVER;
  latest = 0;

  /** Widens the bounds by a row's instants. */
  bound(at: number): void {
    const entered = this.entered[at] as number;
    const due = this.due[at] as number;
    const ended = this.ended[at] as number;
    this.earliest = Math.min(this.earliest, entered, due, ended);
    this.latest = Math.max(this.latest, entered, due === NEVER ? 0 : due, ended === NEVER ? 0 : ended);
  }
}
