import type { HandoverAnswer, HandoverHead } from '#wire/http/handover.ts';
import { startedFrom, toBeSigned } from '../../shift/waiting-handovers.ts';
import { ValueStore } from '../../stores/value-store.ts';

export type ShiftStartState = {
  /** What this officer's shift started from, until they put it away. */
  readonly handover: HandoverAnswer | null;
  /** Handovers that wait for a second name, newest first. */
  readonly waiting: readonly HandoverHead[];
};

/** Asks the server; all reject where it cannot be asked. */
export type ShiftReads = {
  list(): Promise<{ handovers: HandoverHead[] }>;
  read(id: string): Promise<HandoverAnswer>;
  putAway(id: string): Promise<unknown>;
};

const NOTHING: ShiftStartState = { handover: null, waiting: [] };
/** Notices come in bunches: the handover is read again once for all of them. */
const GATHER_MS = 400;

/** The handover that an officer's shift started from, with what became of its lines, read again when one of them moves. */
export class ShiftStart extends ValueStore<ShiftStartState> {
  readonly #me: string;
  readonly #reads: ShiftReads;
  readonly #now: () => number;
  #cases = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #turn = 0;

  constructor(me: string, reads: ShiftReads, now: () => number) {
    super(NOTHING);
    this.#me = me;
    this.#reads = reads;
    this.#now = now;
  }

  /** Reads what there is; where the server cannot be asked what was known stays. */
  async look(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const { handovers } = await this.#reads.list();
      const started = startedFrom(handovers, this.#me);
      const handover = started === null ? null : await this.#reads.read(started.id);
      if (turn !== this.#turn) return;
      this.#cases = new Set(handover === null ? [] : casesOf(handover));
      this.set({ handover, waiting: toBeSigned(handovers, this.#now()) });
    } catch (error) {
      console.info('the handover could not be read', error);
    }
  }

  /** Something happened to a case: where a line is about it, the handover is read again. */
  noteCase(number: string): void {
    if (!this.#cases.has(number) || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.look();
    }, GATHER_MS);
  }

  async putAway(): Promise<void> {
    const { handover } = this.value;
    if (handover === null) return;
    await this.#reads.putAway(handover.id);
    await this.look();
  }

  stop(): void {
    this.#turn += 1;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function casesOf({ content: { claims, shelved, standing, promises } }: HandoverAnswer): string[] {
  const lists = [claims.items, shelved.items, standing.items, promises.items];
  return lists.flatMap((items) => items.map(({ caseNumber }) => caseNumber));
}
