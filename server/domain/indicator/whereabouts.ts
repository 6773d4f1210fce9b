import type { CaseState } from '#domain/case/case.ts';
import type { Located } from '#domain/place/position.ts';
import type { Fact } from './fact.ts';
import { changedFrom } from './known.ts';

/** What held from an instant on (epoch ms). */
type Since<Value> = { readonly at: number; readonly value: Value };

/** Where a case lay and which department it was sent to, in turn. */
export class Whereabouts {
  private readonly places: Since<Located>[] = [];
  private readonly departments: Since<string>[] = [];

  /** Takes down what an event at `at` changed. */
  note(before: CaseState | null, after: CaseState, at: number): void {
    if (before === null || (before.place !== after.place && !isSamePlace(before.place, after.place)))
      this.places.push({ at, value: after.place });
    if (after.department !== null && before?.department !== after.department)
      this.departments.push({ at, value: after.department });
  }

  /** The department that a case was first sent to; null where it never was. */
  get firstDepartment(): string | null {
    return this.departments[0]?.value ?? null;
  }

  /**
   * Facts of the whole case with the department that had it as of each instant. Before it was sent to any it is held to be
   * the first one's: for the few hours until then no figure is split in two.
   */
  withDepartments(facts: readonly Fact[]): Fact[] {
    return this.departments.reduce<Fact[]>(
      (known, { at, value }, index) =>
        index === 0
          ? known.map((fact) => ({ ...fact, department: value }))
          : since(known, at, (fact) => ({ ...fact, department: value })),
      [...facts],
    );
  }

  /** Facts with the place in which the case lay as of each instant, where that is not the one it lies in now. */
  withPlaces(facts: readonly Fact[]): Fact[] {
    const last = this.places.length - 1;
    if (last <= 0) return [...facts];
    return this.places.reduce<Fact[]>(
      (known, { at, value }, index) => {
        const lying = (fact: Fact): Fact => {
          const { place: _place, ...elsewhere } = fact;
          return index === last ? elsewhere : { ...elsewhere, place: value };
        };
        return index === 0 ? known.map(lying) : since(known, at, lying);
      },
      [...facts],
    );
  }
}

/** A change that holds from an instant on; of what began later there is no before. */
function since(facts: readonly Fact[], at: number, change: (fact: Fact) => Fact): Fact[] {
  return facts.flatMap((fact) => (fact.enteredAt >= at ? [change(fact)] : changedFrom([fact], at, change)));
}

function isSamePlace(a: Located, b: Located): boolean {
  return (
    a.districtCode === b.districtCode &&
    a.subdistrictCode === b.subdistrictCode &&
    a.communityCode === b.communityCode &&
    a.gridCode === b.gridCode
  );
}
