import type { OpenCase } from '../case/open-case.ts';
import { ValueStore } from '../../stores/value-store.ts';
import { moveOf, NO_INPUT, type ActInput } from './act-input.ts';
import { ACTS, isPossible, possibleOn, type ActId } from './acts.ts';
import type { ActRunner } from './act-runner.ts';
import { firstInput, type Suggest } from './first-input.ts';
import type { Drafts } from './drafts.ts';

/** Somebody moved the case between this officer's reading and acting. Instants in epoch ms. */
export type Conflict = {
  readonly act: ActId;
  readonly by: string;
  /** Event type of what they did. */
  readonly what: string;
  readonly at: number;
  /** When this officer's act was refused; null when it was noticed before anything was sent. */
  readonly refusedAt: number | null;
};

/**
 * The form that is open under the bar. `expected` is the case's moveVersion when the officer began: the act is decided on
 * that state, and another's move since then stops it. `sure`: the second yes was given.
 */
export type ActFormState = {
  readonly act: ActId;
  readonly caseNumber: string;
  readonly expected: number;
  readonly input: Omit<ActInput, 'text'>;
  readonly asksSure: boolean;
};

/** Opens, fills and sends the forms of acts; keeps what was typed until the server has carried it out. */
export class ActForms extends ValueStore<ActFormState | null> {
  readonly conflict = new ValueStore<Conflict | null>(null);
  readonly #open: OpenCase;
  readonly #runner: ActRunner;
  readonly #drafts: Drafts;
  readonly #suggest: Suggest;

  constructor(open: OpenCase, runner: ActRunner, drafts: Drafts, suggest: Suggest) {
    super(null);
    this.#open = open;
    this.#runner = runner;
    this.#drafts = drafts;
    this.#suggest = suggest;
  }

  /** Opens an act's form on the case as it is now; does nothing while the act is not legal. */
  begin(act: ActId): boolean {
    const detail = this.#open.detail;
    if (detail === null || !ACTS.some((one) => one.id === act && isPossible(one, possibleOn(detail)))) return false;
    const { number: caseNumber, moveVersion: expected } = detail.summary;
    this.#runner.dismiss();
    this.conflict.set(null);
    const input = firstInput(act, detail, this.#suggest);
    this.set({ act, caseNumber, expected, input, asksSure: false });
    return true;
  }

  fill(change: Partial<Omit<ActInput, 'text'>>): void {
    const form = this.value;
    if (form !== null) this.set({ ...form, input: { ...form.input, ...change }, asksSure: false });
  }

  /** Closes the form; what was typed stays as a draft. */
  leave(): void {
    this.set(null);
    this.conflict.set(null);
  }

  /** Whether everything that the act needs is there. */
  isComplete(): boolean {
    return this.#move() !== null;
  }

  /** Sends the act. False when something is missing, a second yes is needed, or it was not carried out. */
  async send(): Promise<boolean> {
    const form = this.value;
    const move = this.#move();
    if (form === null || move === null) return false;
    if (!form.asksSure && ACTS.some((act) => act.id === form.act && 'confirms' in act)) {
      this.set({ ...form, asksSure: true });
      return false;
    }
    const done = await this.#runner.move(form.caseNumber, move, form.expected);
    if (done) {
      this.#drafts.clear(form.caseNumber, form.act);
      if (this.value?.act === form.act) this.leave();
      void this.#open.refresh();
      return true;
    }
    this.#noteRefusal(form);
    return false;
  }

  /** The officer read what happened and means the act on the case as it is now. */
  redo(): void {
    const act = this.conflict.value?.act;
    const form = this.value;
    if (act === undefined || !this.begin(act)) return;
    const { department, verdict, until, supporting, level, replyBy, limit, to } = form?.input ?? NO_INPUT;
    this.fill({ department, verdict, until, supporting, level, replyBy, limit, to });
  }

  /** To be told when the open case was read again: another's move since the form was opened is shown before sending. */
  follow(): void {
    const form = this.value;
    const detail = this.#open.detail;
    if (form === null || detail === null || detail.summary.number !== form.caseNumber) return;
    if (detail.summary.moveVersion <= form.expected || this.conflict.value !== null) return;
    // Our own move that is on its way changes the case too.
    if (this.#runner.value.phase === 'pending') return;
    const last = detail.timeline.filter(({ type }) => type !== 'commented').at(-1);
    if (last === undefined) return;
    this.conflict.set({ act: form.act, by: last.actor.name, what: last.type, at: last.at, refusedAt: null });
  }

  #move(): ReturnType<typeof moveOf> {
    const form = this.value;
    if (form === null) return null;
    return moveOf(form.act, { ...form.input, text: this.#drafts.read(form.caseNumber, form.act).text });
  }

  #noteRefusal(form: ActFormState): void {
    const acting = this.#runner.value;
    if (acting.phase !== 'refused' || acting.refusal.code !== 'version-conflict') return;
    const { other } = acting.refusal;
    this.conflict.set({
      act: form.act,
      by: other?.name ?? '',
      what: other?.what ?? '',
      at: other?.at ?? Date.now(),
      refusedAt: Date.now(),
    });
    this.#runner.dismiss();
    void this.#open.refresh();
  }
}
