import type { CaseEventType } from '#domain/case/event.ts';
import { STAGES, type Stage } from '#domain/case/stage.ts';
import { NO_ORDINAL } from '#wire/dictionary.ts';
import type { ScopePlaces } from './place-scope.ts';

export type PassedStage = 'report' | Stage;
/** Displayed stages in flow order; 上报 is passed by reporting. */
export const PASSED_STAGES: readonly PassedStage[] = ['report', ...STAGES];

/** Which stage an event passes. Returns, extensions and the like pass none. */
export const STAGE_PASSED_BY: Partial<Record<CaseEventType, PassedStage>> = {
  reported: 'report',
  accepted: 'accept',
  declined: 'accept',
  verified: 'verify',
  filed: 'file',
  dispatched: 'dispatch',
  'fed-back': 'dispose',
  checked: 'check',
  closed: 'close',
};

const hours = 24;
const passedCells = PASSED_STAGES.length;
const cell = {
  ended: passedCells,
  onTime: passedCells + 1,
  due: passedCells + 2,
  reportedHour: passedCells + 3,
  endedHour: passedCells + 3 + hours,
};
const rowCells = passedCells + 3 + 2 * hours;

/** Sums of one day over a scope. */
export type DaySums = {
  passed: number[];
  ended: number;
  /** Disposals judged that day, and those of them in time. */
  due: number;
  onTime: number;
  reportedByHour: number[];
  endedByHour: number[];
};

/** What happened on one local day, by place. The last place is "outside". */
export class DayTally {
  readonly dayStart: number;
  readonly dayEnd: number;
  private readonly places: number;
  private readonly cells: Int32Array;

  constructor(dayStart: number, dayEnd: number, places: number) {
    this.dayStart = dayStart;
    this.dayEnd = dayEnd;
    this.places = places + 1;
    this.cells = new Int32Array(this.places * rowCells);
  }

  has(at: number): boolean {
    return at >= this.dayStart && at < this.dayEnd;
  }

  countPassed(place: number, stage: PassedStage, at: number, count = 1): void {
    this.bump(place, PASSED_STAGES.indexOf(stage), count);
    if (stage === 'report') this.bump(place, cell.reportedHour + this.hourOf(at), count);
  }

  countEnded(place: number, at: number, count = 1): void {
    this.bump(place, cell.ended, count);
    this.bump(place, cell.endedHour + this.hourOf(at), count);
  }

  countDisposed(place: number, onTime: number, due: number): void {
    this.bump(place, cell.onTime, onTime);
    this.bump(place, cell.due, due);
  }

  /** Sums over a scope, or over single places given by ordinal. */
  sums(places: readonly number[], withOutside: boolean): DaySums {
    const row = new Int32Array(rowCells);
    for (const place of withOutside ? [...places, NO_ORDINAL] : places) {
      const from = this.rowStart(place);
      for (let at = 0; at < rowCells; at++) row[at] = (row[at] as number) + (this.cells[from + at] as number);
    }
    return {
      passed: [...row.subarray(0, passedCells)],
      ended: row[cell.ended] as number,
      due: row[cell.due] as number,
      onTime: row[cell.onTime] as number,
      reportedByHour: [...row.subarray(cell.reportedHour, cell.reportedHour + hours)],
      endedByHour: [...row.subarray(cell.endedHour, cell.endedHour + hours)],
    };
  }

  of(scope: ScopePlaces): DaySums {
    return this.sums(scope.ordinals, scope.isCity);
  }

  private hourOf(at: number): number {
    return Math.min(hours - 1, Math.max(0, Math.floor((at - this.dayStart) / 3_600_000)));
  }

  private bump(place: number, at: number, count: number): void {
    const index = this.rowStart(place) + at;
    this.cells[index] = (this.cells[index] as number) + count;
  }

  private rowStart(place: number): number {
    return (place === NO_ORDINAL ? this.places - 1 : place) * rowCells;
  }
}
