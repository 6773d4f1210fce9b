import { randomUUID } from 'node:crypto';
import type { CheckpointHead, CheckpointStore } from './checkpoint-port.ts';
import { FactColumns } from './fact-columns.ts';
import { FACT_DEFINITION } from './fact-definition.ts';
import { checkCounts, partsOf, takePart } from './fact-image.ts';

/** The log that facts are of: its name, and how far it goes. */
export type LogHead = { epoch: string; position: number };

/** A checkpoint of another node this little behind is left to that node. */
const CLOSE_BEHIND = 50_000;

/**
 * This node's copy of the stored facts: read once at start, then written from time to time, only what changed. Of several
 * nodes one writes: whoever finds another's newer checkpoint leaves it.
 */
export class FactCheckpoint {
  private readonly store: CheckpointStore;
  /** The stored checkpoint that the columns' changes are kept against. */
  private stamp: string | null = null;
  private written = -1;

  constructor(store: CheckpointStore) {
    this.store = store;
  }

  /**
   * The stored facts and the position they stand at; null without any, with those of another definition or another log.
   * Rejects where what is stored is damaged, and with StoreUnavailable.
   */
  async read(log: LogHead): Promise<{ columns: FactColumns; position: number } | null> {
    const columns = new FactColumns();
    const head = await this.store.read(
      (stored) => isOf(stored, log) && stored.position <= log.position,
      (part) => takePart(columns, part),
    );
    if (head === null) return null;
    checkCounts(columns, head);
    columns.markClean();
    this.stamp = head.stamp;
    this.written = head.position;
    return { columns, position: head.position };
  }

  /** Writes the facts as they stand at a position of the log. The columns must not change meanwhile. */
  async write(columns: FactColumns, log: LogHead): Promise<void> {
    if (log.position === this.written) return;
    const stored = await this.store.head();
    const isOurs = stored !== null && stored.stamp === this.stamp;
    if (!isOurs && stored !== null && isOf(stored, log) && stored.position >= log.position - CLOSE_BEHIND) return;
    const { cases, facts } = columns;
    const head = { definition: FACT_DEFINITION, ...log, cases, facts, stamp: randomUUID() };
    const parts = partsOf(columns, isOurs);
    const done = await this.store.write(head, parts, { onto: stored?.stamp ?? null, whole: !isOurs });
    if (!done) return;
    columns.markClean();
    this.stamp = head.stamp;
    this.written = log.position;
  }
}

function isOf(stored: CheckpointHead, { epoch }: LogHead): boolean {
  return stored.definition === FACT_DEFINITION && stored.epoch === epoch;
}
