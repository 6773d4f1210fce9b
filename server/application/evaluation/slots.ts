import { FACT_KINDS, type FactKind } from '#domain/indicator/fact.ts';
import { CHANNEL_CLASSES, MEASURES, type Measure, type Term } from '#domain/indicator/formula.ts';

export const MEASURE_COUNT = MEASURES.length;
const CLASS_COUNT = CHANNEL_CLASSES.length;

export const MEASURE_CODE: Readonly<Record<Measure, number>> = Object.fromEntries(
  MEASURES.map((measure, code) => [measure, code]),
) as Record<Measure, number>;

/** Where in a group's row each asked count is kept: only what indicators need is counted. */
export class Slots {
  readonly count: number;
  /** By kind, measure and channel class; -1: not asked. */
  readonly table: Int16Array;
  /** Whether anything of a kind is asked. */
  readonly kinds = new Uint8Array(256);
  /** Whether a kind's measure is asked, by kind × MEASURE_COUNT + measure. */
  readonly measures = new Uint8Array(FACT_KINDS.length * MEASURE_COUNT);
  /** Whether anything that waits is asked: then no block can be passed over for its age. */
  readonly waiting: boolean;

  constructor(terms: readonly Term[]) {
    this.table = new Int16Array(FACT_KINDS.length * MEASURE_COUNT * CLASS_COUNT).fill(-1);
    let next = 0;
    for (const term of terms) {
      const at = this.cell(term);
      if (this.table[at] !== -1) continue;
      this.table[at] = next++;
      const kind = FACT_KINDS.indexOf(term.kind);
      this.kinds[kind] = 1;
      this.measures[kind * MEASURE_COUNT + MEASURE_CODE[term.measure]] = 1;
    }
    this.count = next;
    this.waiting = terms.some(({ measure }) => measure === 'waiting');
  }

  /** The slot of a term; -1 when it was not asked for. */
  of(term: Term): number {
    return this.table[this.cell(term)] as number;
  }

  /** First cell of a kind's measure; the channel classes follow. */
  static base(kind: number, measure: number): number {
    return (kind * MEASURE_COUNT + measure) * CLASS_COUNT;
  }

  private cell({ kind, measure, channel }: Pick<Term, 'measure' | 'channel'> & { kind: FactKind }): number {
    return Slots.base(FACT_KINDS.indexOf(kind), MEASURE_CODE[measure]) + CHANNEL_CLASSES.indexOf(channel);
  }
}
