import type { OpenCase } from '../case/open-case.ts';
import { ValueStore } from '../../stores/value-store.ts';
import type { Move } from '#wire/command.ts';
import { moveOf, type ActInput } from './act-input.ts';
import { ACTS, isPossible, possibleOn, type ActId } from './acts.ts';
import type { ActRunner } from './act-runner.ts';
import { firstInput, stillOffered, type Suggest } from './first-input.ts';
import { parseNamed, stillNamed, type Named } from '../mentions/naming.ts';
import { forgetPhotos, photosOf } from '../photos/kept-photos.ts';
import { keptChoices, parseChoices } from './kept-choices.ts';
import { missingOf, type Missing } from './missing.ts';
import type { Drafts } from './drafts.ts';

/** Under which those named in a note are kept beside its text. */
const NAMED_FIELD = 'comment-named';

/** Under which what was chosen in an act's form is kept beside its text. */
function chosenField(act: string): string {
  return `${act}-chosen`;
}

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
  readonly #me: string;
  readonly #open: OpenCase;
  readonly #runner: ActRunner;
  readonly #drafts: Drafts;
  readonly #suggest: Suggest;

  /** @param me id of the officer whose desk this is. */
  constructor(me: string, open: OpenCase, runner: ActRunner, drafts: Drafts, suggest: Suggest) {
    super(null);
    this.#me = me;
    this.#open = open;
    this.#runner = runner;
    this.#drafts = drafts;
    this.#suggest = suggest;
  }

  /** Opens an act's form on the case as it is now; does nothing while the act is not legal. */
  begin(act: ActId): boolean {
    const detail = this.#open.detail;
    if (detail === null || !this.#isPossible(act)) return false;
    const { number: caseNumber, moveVersion: expected } = detail.summary;
    this.#runner.dismiss();
    this.conflict.set(null);
    const first = firstInput(act, detail, this.#suggest);
    const kept = parseChoices(this.#drafts.read(caseNumber, chosenField(act)).text, expected);
    const input = { ...first, ...stillOffered({ ...first, ...kept }, detail) };
    this.set({ act, caseNumber, expected, input, asksSure: false });
    return true;
  }

  fill(change: Partial<Omit<ActInput, 'text'>>): void {
    const form = this.value;
    if (form === null) return;
    const input = { ...form.input, ...change };
    this.#drafts.write(form.caseNumber, chosenField(form.act), keptChoices(form.expected, input), Date.now());
    this.set({ ...form, input, asksSure: false });
  }

  /** Closes the form; what was typed stays as a draft. */
  leave(): void {
    this.set(null);
    this.conflict.set(null);
  }

  /** What the act still needs before it can be sent; nothing when it is complete. */
  missing(): readonly Missing[] {
    const form = this.value;
    return form === null ? [] : missingOf(form.act, this.#input(form));
  }

  /** Sends the act. False when something is missing, a second yes is needed, or it was not carried out. */
  async send(): Promise<boolean> {
    const form = this.value;
    const move = form === null ? null : moveOf(form.act, this.#input(form));
    if (form === null || move === null || this.missing().length > 0) return false;
    if (!form.asksSure && ACTS.some((act) => act.id === form.act && 'confirms' in act)) {
      this.set({ ...form, asksSure: true });
      return false;
    }
    const done = await this.#runner.move(form.caseNumber, move, form.expected);
    if (done) {
      this.#forget(form.caseNumber, move);
      void this.#open.refresh();
      return true;
    }
    this.#noteRefusal(form);
    return false;
  }

  /** Somebody was chosen to be named in the note to a case, whose text is `text` with it; kept beside the note. */
  name(caseNumber: string, named: Named, text: string): void {
    const chosen = [...this.#named(caseNumber).filter(({ id }) => id !== named.id), named];
    this.#drafts.write(caseNumber, NAMED_FIELD, JSON.stringify(chosen), Date.now());
    this.#drafts.write(caseNumber, 'comment', text, Date.now());
  }

  /** Adds a note to a case, whatever became of the case meanwhile. True when the server has it. */
  async note(caseNumber: string, text: string): Promise<boolean> {
    const mentions = stillNamed(text, this.#named(caseNumber)).map(({ id }) => id);
    const media = photosOf(this.#drafts, caseNumber, 'comment').map(({ reference }) => reference);
    const move: Move = {
      ...{ move: 'comment', text },
      ...(mentions.length > 0 && { mentions }),
      ...(media.length > 0 && { media }),
    };
    const done = await this.#runner.move(caseNumber, move, null);
    if (done) this.#forget(caseNumber, move);
    await this.#open.refresh();
    return done;
  }

  /** Sends the act that got no answer once more. Carried out, its form closes as if it had been answered at once. */
  async again(): Promise<boolean> {
    const last = this.#runner.unanswered;
    const form = this.value;
    const done = await this.#runner.again();
    if (done && last !== null) this.#forget(last.caseNumber, last.move);
    else if (!done && form !== null) this.#noteRefusal(form);
    if (done) void this.#open.refresh();
    return done;
  }

  /** The officer read what happened and means the act on the case as it is now. */
  redo(): void {
    const act = this.conflict.value?.act;
    const form = this.value;
    const detail = this.#open.detail;
    if (act === undefined || form === null || detail === null || !this.begin(act)) return;
    this.fill(stillOffered(form.input, detail));
  }

  /** To be told when the open case was read again: another's move since the form was opened is shown before sending. */
  follow(): void {
    const detail = this.#open.detail;
    if (detail === null) return;
    const { number } = detail.summary;
    const settled = this.#runner.settle(number, detail.timeline);
    if (settled !== null) this.#forget(number, settled);
    const form = this.value;
    if (form === null || number !== form.caseNumber) return;
    if (detail.summary.moveVersion <= form.expected || this.conflict.value !== null) return;
    // Our own move that is on its way changes the case too.
    if (this.#runner.value.phase === 'pending') return;
    const last = detail.timeline.filter(({ type }) => type !== 'commented').at(-1);
    if (last === undefined) return;
    // One's own act, seen in the case only after the next was begun, is no surprise: it went through because nobody else
    // had moved the case.
    if (last.actor.id === this.#me && this.#isPossible(form.act)) {
      this.set({ ...form, expected: detail.summary.moveVersion });
      return;
    }
    this.conflict.set({ act: form.act, by: last.actor.name, what: last.type, at: last.at, refusedAt: null });
  }

  #named(caseNumber: string): readonly Named[] {
    return parseNamed(this.#drafts.read(caseNumber, NAMED_FIELD).text);
  }

  #isPossible(act: ActId): boolean {
    const detail = this.#open.detail;
    return detail !== null && ACTS.some((one) => one.id === act && isPossible(one, possibleOn(detail)));
  }

  #input({ act, caseNumber, input }: ActFormState): ActInput {
    const media = photosOf(this.#drafts, caseNumber, act).map(({ reference }) => reference);
    return { ...input, text: this.#drafts.read(caseNumber, act).text, media };
  }

  /** What was typed for a move is in the case now. Typing may have gone on meanwhile in a note: only what was sent goes. */
  #forget(caseNumber: string, move: Move): void {
    const act = move.move === 'close' && move.forced ? 'force-close' : move.move;
    const said = move.move === 'comment' ? move.text : null;
    if (said === null || this.#drafts.read(caseNumber, act).text.trim() === said) {
      this.#drafts.clear(caseNumber, act);
      this.#drafts.clear(caseNumber, chosenField(act));
      if (said !== null) this.#drafts.clear(caseNumber, NAMED_FIELD);
      forgetPhotos(this.#drafts, caseNumber, act);
    }
    if (this.value?.act === act && this.value.caseNumber === caseNumber) this.leave();
  }

  #noteRefusal(form: ActFormState): void {
    const acting = this.#runner.value;
    // What is possible now may be other than what is shown, and an act without an answer may stand in the case.
    if (acting.phase !== 'refused' || acting.refusal.code !== 'version-conflict') return void this.#open.refresh();
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
