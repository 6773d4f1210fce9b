import { STAGES } from '#domain/case/stage.ts';
import { CASE_FLAG, type CaseColumns } from '#wire/columns.ts';
import { NO_ORDINAL } from '#wire/dictionary.ts';
import type { ScopePlaces } from './place-scope.ts';

const dispose = STAGES.indexOf('dispose');

/** Disposals that fall due soon, and those that fell due today and are not done, by place; the last place is "outside". */
export type DueSums = { withinHour: number; within15: number; overdueToday: number };

export class DueScan {
  private readonly withinHour: Int32Array;
  private readonly within15: Int32Array;
  private readonly overdueToday: Int32Array;

  constructor(places: number) {
    this.withinHour = new Int32Array(places + 1);
    this.within15 = new Int32Array(places + 1);
    this.overdueToday = new Int32Array(places + 1);
  }

  /** One walk over all open cases (about a millisecond for 200,000). Returns whether any count changed. */
  run(columns: CaseColumns, now: number, dayStart: number): boolean {
    const before = this.fingerprint();
    this.withinHour.fill(0);
    this.within15.fill(0);
    this.overdueToday.fill(0);
    const at = now / 1000;
    const day = dayStart / 1000;
    const outside = this.withinHour.length - 1;
    for (let row = 0; row < columns.length; row++) {
      const due = columns.dueAt[row] as number;
      if (due === 0 || columns.phase[row] !== dispose || (columns.flags[row] as number) & CASE_FLAG.suspended) continue;
      const ordinal = columns.place[row] as number;
      const place = ordinal === NO_ORDINAL ? outside : ordinal;
      const left = due - at;
      if (left >= 0) {
        if (left <= 3600) bump(this.withinHour, place);
        if (left <= 900) bump(this.within15, place);
      } else if (due >= day) bump(this.overdueToday, place);
    }
    return this.fingerprint() !== before;
  }

  of(places: readonly number[], withOutside: boolean): DueSums {
    const sums = { withinHour: 0, within15: 0, overdueToday: 0 };
    for (const place of withOutside ? [...places, this.withinHour.length - 1] : places) {
      sums.withinHour += this.withinHour[place] as number;
      sums.within15 += this.within15[place] as number;
      sums.overdueToday += this.overdueToday[place] as number;
    }
    return sums;
  }

  ofScope(scope: ScopePlaces): DueSums {
    return this.of(scope.ordinals, scope.isCity);
  }

  private fingerprint(): string {
    return `${this.withinHour.join()};${this.within15.join()};${this.overdueToday.join()}`;
  }
}

function bump(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}
