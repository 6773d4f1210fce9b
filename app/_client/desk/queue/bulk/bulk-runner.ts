import type { Command, CommandResult, Refusal } from '#wire/command.ts';
import type { Ack } from '#wire/protocol.ts';
import { ValueStore } from '../../../stores/value-store.ts';
import { BULK_SAFETY, contraryOf, NO_BULK_INPUT } from './bulk.ts';
import type { BulkAct, BulkInput, BulkStep, LeftOut, Picked } from './bulk.ts';

/** How an act on several went for one case. `unanswered`: the link was lost; asked again it is not done twice. */
export type BulkResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'left-out'; readonly why: LeftOut }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unanswered' };

export type BulkLine = { readonly picked: Picked; readonly result: BulkResult };

/** How an act on several stands. */
export type BulkState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'asking'; readonly act: BulkAct; readonly cases: readonly number[]; readonly input: BulkInput }
  /** Nothing is sent yet, and can be taken back until `sendsAt` (server time, epoch ms). */
  | { readonly phase: 'held'; readonly act: BulkAct; readonly total: number; readonly sendsAt: number }
  | { readonly phase: 'running'; readonly act: BulkAct; readonly total: number; readonly lines: readonly BulkLine[] }
  | {
      readonly phase: 'done';
      readonly act: BulkAct;
      readonly lines: readonly BulkLine[];
      /** What was done before was undone by it. */
      readonly undoing?: true;
    };

/** So many on their way at once, and so many a second: within what a connection may ask for. */
const AT_ONCE = 6;
const PER_SECOND = 15;
const TRIES = 20;
/** For so long an act that nothing undoes can be taken back. */
export const HOLD_MS = 8_000;

type Parts = {
  readonly send: (command: Command) => Promise<Ack<CommandResult>>;
  /** Waits so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  /** The server's time, epoch ms. */
  readonly now: () => number;
  /** Id of the officer whose acts these are. */
  readonly me: string;
};

/** Carries an act out on several cases, each by itself, and says of each how it went. */
export class BulkRunner extends ValueStore<BulkState> {
  readonly #parts: Parts;
  #stopped = false;
  #steps: readonly BulkStep[] = [];
  /** The question that a held act was asked by, to go back to. */
  #asked: Extract<BulkState, { phase: 'asking' }> | null = null;
  /** Lets a held act go: true sends it, false does not. */
  #release: ((send: boolean) => void) | null = null;

  constructor(parts: Parts) {
    super({ phase: 'idle' });
    this.#parts = parts;
  }

  /** Asks for what an act needs and for a yes. */
  ask(act: BulkAct, cases: readonly number[], text = ''): void {
    const { phase } = this.value;
    if (phase === 'running' || phase === 'held' || cases.length === 0) return;
    this.set({ phase: 'asking', act, cases, input: { ...NO_BULK_INPUT, text } });
  }

  fill(change: Partial<BulkInput>): void {
    if (this.value.phase === 'asking') this.set({ ...this.value, input: { ...this.value.input, ...change } });
  }

  /** Takes the question or the results away; what is on its way goes on to its end, the rest is not begun. */
  leave(): void {
    if (this.takeBack()) return;
    this.#stopped = true;
    if (this.value.phase !== 'running') this.set({ phase: 'idle' });
  }

  /**
   * Carries the steps out after the yes: at once where a contrary act undoes them, else after a while in which it can be
   * taken back. Resolves with a result for each, with none where it was taken back.
   */
  async begin(act: BulkAct, steps: readonly BulkStep[]): Promise<readonly BulkLine[]> {
    if (BULK_SAFETY[act] === 'held') {
      this.#asked = this.value.phase === 'asking' ? this.value : null;
      const total = steps.filter((step) => 'commands' in step).length;
      this.set({ phase: 'held', act, total, sendsAt: this.#parts.now() + HOLD_MS });
      if (!(await this.#held())) return [];
    }
    return this.run(act, steps);
  }

  /** Sends a held act at once. */
  sendNow(): void {
    this.#release?.(true);
  }

  /** Takes a held act back, to the question that it was asked by. False where none is held. */
  takeBack(): boolean {
    if (this.value.phase !== 'held') return false;
    this.#release?.(false);
    this.set(this.#asked ?? { phase: 'idle' });
    return true;
  }

  /** Whether what was done last can be undone by contrary acts. */
  get canUndo(): boolean {
    const { value } = this;
    if (value.phase !== 'done' || value.undoing === true || BULK_SAFETY[value.act] !== 'contrary') return false;
    return value.lines.some(({ result }) => result.kind === 'done');
  }

  /** Undoes what was done, case by case, each refused alone where somebody moved on. False where nothing can be. */
  async undo(): Promise<boolean> {
    const { value } = this;
    if (value.phase !== 'done' || !this.canUndo) return false;
    const done = new Set(value.lines.filter(({ result }) => result.kind === 'done').map(({ picked }) => picked));
    const steps = this.#steps.flatMap((step): BulkStep[] => {
      if (!('commands' in step) || !done.has(step.picked)) return [];
      return [{ picked: step.picked, commands: contraryOf(step, this.#parts.me) }];
    });
    await this.run(value.act, steps, true);
    return true;
  }

  /** Carries the steps out. Resolves when each has its result. */
  async run(act: BulkAct, steps: readonly BulkStep[], undoing = false): Promise<readonly BulkLine[]> {
    if (this.value.phase === 'running') return [];
    this.#stopped = false;
    this.#steps = steps;
    const lines: BulkLine[] = [];
    const note = (picked: Picked, result: BulkResult): void => {
      lines.push({ picked, result });
      this.set({ phase: 'running', act, total: steps.length, lines: [...lines] });
    };
    const waiting = [...steps];
    this.set({ phase: 'running', act, total: steps.length, lines: [] });
    const work = async (): Promise<void> => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        if ('leftOut' in step) note(step.picked, { kind: 'left-out', why: step.leftOut });
        else note(step.picked, this.#stopped ? { kind: 'unanswered' } : await this.#carryOut(step.commands));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.set({ phase: 'done', act, lines, ...(undoing && { undoing }) });
    return lines;
  }

  /** Sends what got no answer once more under its own id: were it carried out after all, it is not done twice. */
  again(): Promise<readonly BulkLine[]> {
    const { value } = this;
    if (value.phase !== 'done') return Promise.resolve([]);
    const open = new Set(value.lines.filter(({ result }) => result.kind === 'unanswered').map(({ picked }) => picked));
    const steps = this.#steps.filter(({ picked }) => open.has(picked));
    return this.run(value.act, steps, value.undoing ?? false);
  }

  /** Waits until a held act is let go, or its time is over. */
  #held(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#release = (send) => {
        this.#release = null;
        resolve(send);
      };
      const mine = this.#release;
      void this.#parts.wait(HOLD_MS).then(() => this.#release === mine && mine(true));
    });
  }

  async #carryOut(commands: readonly Command[]): Promise<BulkResult> {
    for (const command of commands) {
      const result = await this.#send(command);
      if (result.kind !== 'done') return result;
    }
    return { kind: 'done' };
  }

  async #send(command: Command): Promise<BulkResult> {
    for (let tries = 0; tries < TRIES && !this.#stopped; tries++) {
      const answer = await this.#parts.send(command);
      await this.#parts.wait((AT_ONCE * 1_000) / PER_SECOND);
      if (answer.ok) return answer.value.ok ? { kind: 'done' } : { kind: 'refused', refusal: answer.value.refusal };
      if (answer.retryAfterMs === undefined) return { kind: 'unanswered' };
      await this.#parts.wait(answer.retryAfterMs);
    }
    return { kind: 'unanswered' };
  }
}

/** How many ended which way. */
export function tallied(lines: readonly BulkLine[]): Readonly<Record<BulkResult['kind'], number>> {
  const counts = { done: 0, 'left-out': 0, refused: 0, unanswered: 0 };
  for (const { result } of lines) counts[result.kind] += 1;
  return counts;
}
