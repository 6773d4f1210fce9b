import type { Command, CommandResult, Move, MoveName, Refusal } from '#wire/command.ts';
import type { Ack } from '#wire/protocol.ts';
import { ValueStore } from '../../stores/value-store.ts';

/** What was asked for: a move, or taking and giving back an alert. */
export type ActName = MoveName | 'take' | 'release';

/**
 * How the last act stands. pending: sent, no answer yet. refused: nothing was written, with the reason. unanswered: the
 * link was lost before an answer; asking again is safe, since the request keeps its id.
 */
export type Acting =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pending'; readonly act: ActName; readonly caseNumber: string }
  | { readonly phase: 'refused'; readonly act: ActName; readonly caseNumber: string; readonly refusal: Refusal }
  | { readonly phase: 'unanswered'; readonly act: ActName; readonly caseNumber: string };

/** The last act that was carried out, for the line at the foot. `at`: server time, epoch ms. */
export type Done = { readonly act: ActName; readonly caseNumber: string; readonly at: number };

type Send = (command: Command) => Promise<Ack<CommandResult>>;

/** Carries out one act at a time and says how it stands. Nothing is shown as done before the server has said so. */
export class ActRunner extends ValueStore<Acting> {
  readonly done = new ValueStore<Done | null>(null);
  readonly #send: Send;
  readonly #now: () => number;
  #unanswered: { command: Command; act: ActName; caseNumber: string } | null = null;

  constructor(send: Send, now: () => number) {
    super({ phase: 'idle' });
    this.#send = send;
    this.#now = now;
  }

  /** Asks for a move. `expected`: the moveVersion it was decided on; null where it fits any. True when carried out. */
  move(caseNumber: string, move: Move, expected: number | null): Promise<boolean> {
    const request = { requestId: this.#unansweredId(caseNumber, move) ?? newRequestId(), expected, move };
    return this.#run({ name: 'move', caseNumber, request }, move.move, caseNumber);
  }

  take(alertId: number, caseNumber: string): Promise<boolean> {
    return this.#run({ name: 'take', alertId }, 'take', caseNumber);
  }

  release(alertId: number, caseNumber: string): Promise<boolean> {
    return this.#run({ name: 'release', alertId }, 'release', caseNumber);
  }

  /** The move that got no answer, with the case that it was for; null where there is none. */
  get unanswered(): { readonly caseNumber: string; readonly move: Move } | null {
    const last = this.#unanswered;
    return last?.command.name === 'move' ? { caseNumber: last.caseNumber, move: last.command.request.move } : null;
  }

  /** Sends the unanswered act once more under its own id: were it carried out after all, it is not done twice. */
  again(): Promise<boolean> {
    const last = this.#unanswered;
    return last === null ? Promise.resolve(false) : this.#run(last.command, last.act, last.caseNumber);
  }

  /**
   * The move without an answer, when the case as it was read since holds it: it was carried out, and counts as done from
   * now on. Null when there is none, or the case does not hold it.
   */
  settle(caseNumber: string, timeline: readonly { readonly eventId: string }[]): Move | null {
    const last = this.#unanswered;
    if (this.value.phase !== 'unanswered' || last?.caseNumber !== caseNumber || last.command.name !== 'move')
      return null;
    const { requestId, move } = last.command.request;
    if (!timeline.some(({ eventId }) => eventId.endsWith(`:${requestId}`))) return null;
    this.#unanswered = null;
    this.done.set({ act: last.act, caseNumber, at: this.#now() });
    this.set({ phase: 'idle' });
    return move;
  }

  dismiss(): void {
    this.#unanswered = null;
    if (this.value.phase !== 'pending') this.set({ phase: 'idle' });
  }

  /** The same move on the same case, asked for anew while nobody knows what became of the first, is one act. */
  #unansweredId(caseNumber: string, move: Move): string | null {
    const last = this.#unanswered;
    if (last?.caseNumber !== caseNumber || last.command.name !== 'move') return null;
    const { request } = last.command;
    return JSON.stringify(request.move) === JSON.stringify(move) ? request.requestId : null;
  }

  async #run(command: Command, act: ActName, caseNumber: string): Promise<boolean> {
    if (this.value.phase === 'pending') return false;
    this.#unanswered = null;
    this.set({ phase: 'pending', act, caseNumber });
    const answer = await this.#send(command);
    if (!answer.ok) {
      this.#unanswered = { command, act, caseNumber };
      this.set({ phase: 'unanswered', act, caseNumber });
      return false;
    }
    if (!answer.value.ok) {
      this.set({ phase: 'refused', act, caseNumber, refusal: answer.value.refusal });
      return false;
    }
    this.done.set({ act, caseNumber, at: this.#now() });
    this.set({ phase: 'idle' });
    return true;
  }
}

/** A name for one act. `crypto.randomUUID` is missing on pages served without TLS, as many control rooms do. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
