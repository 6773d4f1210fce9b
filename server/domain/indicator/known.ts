import type { CaseState, StageInstance, WholeClock } from '#domain/case/case.ts';
import type { Fact } from './fact.ts';

/** A clock as it stood from an instant on (epoch ms). */
export type Known<Clock> = { readonly at: number; readonly clock: Clock };

/** How a case's clocks stood when: of each passage by its number, and of the whole case. Each list in order of time. */
export type KnownClocks = {
  readonly passages: ReadonlyMap<number, readonly Known<StageInstance>[]>;
  readonly whole: readonly Known<WholeClock>[];
};

/** Gathers how clocks stood while a case is walked through its events. */
export class ClockHistory implements KnownClocks {
  readonly passages = new Map<number, Known<StageInstance>[]>();
  readonly whole: Known<WholeClock>[] = [];

  /** Takes down what an event at `at` changed. */
  note(before: CaseState | null, after: CaseState, at: number): void {
    if (before?.instances !== after.instances) {
      for (const passage of after.instances) this.notePassage(passage, at);
    }
    const { whole } = after;
    if (whole === null || whole === before?.whole) return;
    if (!isSame(this.whole.at(-1)?.clock, whole)) this.whole.push({ at, clock: whole });
  }

  private notePassage(passage: StageInstance, at: number): void {
    const known = this.passages.get(passage.no);
    if (known === undefined) this.passages.set(passage.no, [{ at, clock: passage }]);
    else {
      const last = known.at(-1)?.clock;
      if (!isSame(last, passage) || last?.exempted !== passage.exempted) known.push({ at, clock: passage });
    }
  }
}

/** Whether two states of a clock have the same due instant for certain. */
function isSame(a: StageInstance | WholeClock | undefined, b: StageInstance | WholeClock): boolean {
  return (
    a !== undefined &&
    a.limit === b.limit &&
    a.dueGiven === b.dueGiven &&
    a.extensions === b.extensions &&
    a.pauses === b.pauses
  );
}

/** A fact in its versions after something changed at `at`: what held until then, and what holds since. */
export function changedFrom(versions: readonly Fact[], at: number, change: (fact: Fact) => Fact): Fact[] {
  return versions.flatMap((fact) => {
    if (fact.knownTo !== null && fact.knownTo <= at) return [fact];
    if (fact.knownFrom !== null && fact.knownFrom >= at) return [change(fact)];
    return [
      { ...fact, knownTo: at },
      { ...change(fact), knownFrom: at },
    ];
  });
}

/** A fact with the due instants and exemptions that its clock had in turn. `versions`: in order, each from its instant. */
export function withClocks(
  fact: Fact,
  versions: readonly { at: number; dueAt: number | null; exempt: boolean }[],
): Fact[] {
  let facts = [fact];
  versions.forEach(({ at, dueAt, exempt }, index) => {
    const before = versions[index - 1];
    const set = (one: Fact): Fact => ({
      ...one,
      dueAt,
      exempt,
      late: dueAt !== null && one.endedAt !== null && one.endedAt > dueAt,
    });
    if (before === undefined && at <= fact.enteredAt) facts = [set(fact)];
    else if (before?.dueAt !== dueAt || before.exempt !== exempt) facts = changedFrom(facts, at, set);
  });
  return facts;
}
