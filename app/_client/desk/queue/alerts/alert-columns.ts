import { STAGES } from '#domain/case/stage.ts';
import type { AlertRow, AlertsDelta } from '#wire/figures.ts';
import { compareRows, SECTIONS, sectionOf } from '../order.ts';
import { Ordinals } from './ordinals.ts';

const FIRST_ROWS = 1_024;
/** A stage whose work a department does; in the others the centre itself holds the case. */
const HELD_BY_DEPARTMENT = 'dispose';

/**
 * Cases with alerts as columns: one row a case, which says what the worst of its alerts says. A row keeps its number for
 * as long as its case has alerts; the rows of ended ones are used again (`live` 0 until then).
 */
export class AlertColumns {
  /** Rows that were ever used; what lies beyond means nothing. */
  length = 0;
  /** Cases with alerts. */
  cases = 0;
  live = new Uint8Array(FIRST_ROWS);
  /** Ordinal in SECTIONS. */
  section = new Uint8Array(FIRST_ROWS);
  /** Shelved or not, section, then supervised, then danger: less comes first. */
  weight = new Uint8Array(FIRST_ROWS);
  stage = new Uint8Array(FIRST_ROWS);
  urgent = new Uint8Array(FIRST_ROWS);
  /** All alerts of the case are shelved. */
  shelved = new Uint8Array(FIRST_ROWS);
  caseId = new Float64Array(FIRST_ROWS);
  dueAt = new Float64Array(FIRST_ROWS);
  district = new Uint16Array(FIRST_ROWS);
  subdistrict = new Uint16Array(FIRST_ROWS);
  department = new Uint16Array(FIRST_ROWS);
  category = new Uint16Array(FIRST_ROWS);
  taker = new Uint16Array(FIRST_ROWS);
  /** Who works on it: the department in disposal, else the stage itself. */
  holder = new Uint16Array(FIRST_ROWS);
  /** Holder and district together: ordinal in `pairs`. */
  pair = new Uint16Array(FIRST_ROWS);
  readonly places = new Ordinals();
  readonly departments = new Ordinals();
  readonly categories = new Ordinals();
  readonly takers = new Ordinals();
  readonly holders = new Ordinals();
  readonly pairs = new Ordinals();
  /** Number, address and who has it, in small letters: by what else than names a row may be looked for. */
  readonly words: string[] = [];
  /** The last word on cases that ended since this was emptied, by case. */
  readonly ended = new Map<number, AlertRow>();
  readonly #worst: AlertRow[] = [];
  /** All alerts of rows that have several, worst first. */
  readonly #several = new Map<number, AlertRow[]>();
  readonly #rowOfCase = new Map<number, number>();
  readonly #rowOfAlert = new Map<number, number>();
  readonly #free: number[] = [];
  readonly #changed = new Set<number>();

  constructor() {
    // Nobody, nowhere and nothing are 0 everywhere.
    for (const ordinals of [this.places, this.departments, this.categories, this.takers]) ordinals.of(null);
  }

  /** Row of a case, or -1. */
  rowOf(caseId: number): number {
    return this.#rowOfCase.get(caseId) ?? -1;
  }

  /** The alert that a row says, worst of its case. */
  worst(row: number): AlertRow {
    return this.#worst[row] as AlertRow;
  }

  /** All alerts of a row's case, worst first. */
  alerts(row: number): readonly AlertRow[] {
    return this.#several.get(row) ?? [this.worst(row)];
  }

  /** Holds just these. */
  replace(rows: Iterable<AlertRow>): void {
    const gone = new Set(this.#rowOfAlert.keys());
    for (const row of rows) {
      gone.delete(row.id);
      this.#put(row);
    }
    for (const id of gone) this.#remove(id);
  }

  change({ put, removed }: Pick<AlertsDelta, 'put' | 'removed'>): void {
    for (const id of removed) this.#remove(id);
    for (const row of put) this.#put(row);
  }

  /** Rows that changed, began or ended since this was asked last. */
  takeChanged(): number[] {
    const rows = [...this.#changed];
    this.#changed.clear();
    return rows;
  }

  #put(alert: AlertRow): void {
    const row = this.#rowOfCase.get(alert.caseId) ?? this.#begin(alert.caseId);
    const known = this.#several.get(row) ?? (this.live[row] === 1 ? [this.worst(row)] : []);
    if (known.length === 0 || (known.length === 1 && known[0]?.id === alert.id)) this.#worst[row] = alert;
    else {
      const all = [...known.filter(({ id }) => id !== alert.id), alert].sort(compareRows);
      this.#several.set(row, all);
      this.#worst[row] = all[0] as AlertRow;
    }
    this.#rowOfAlert.set(alert.id, row);
    this.#write(row);
  }

  #remove(id: number): void {
    const row = this.#rowOfAlert.get(id);
    if (row === undefined) return;
    this.#rowOfAlert.delete(id);
    const left = this.alerts(row).filter((alert) => alert.id !== id);
    if (left.length > 1) this.#several.set(row, left);
    else this.#several.delete(row);
    if (left[0] === undefined) return this.#end(row);
    this.#worst[row] = left[0];
    this.#write(row);
  }

  #begin(caseId: number): number {
    const row = this.#free.pop() ?? this.length++;
    if (row >= this.live.length) this.#grow(this.live.length * 2);
    this.#rowOfCase.set(caseId, row);
    this.cases += 1;
    return row;
  }

  #end(row: number): void {
    this.#rowOfCase.delete(this.caseId[row] as number);
    this.ended.set(this.caseId[row] as number, this.worst(row));
    this.live[row] = 0;
    this.cases -= 1;
    this.#free.push(row);
    this.#changed.add(row);
  }

  #write(row: number): void {
    const alert = this.worst(row);
    const section = SECTIONS.indexOf(sectionOf(alert));
    this.live[row] = 1;
    this.section[row] = section;
    const isShelved = alert.status === 'shelved';
    this.shelved[row] = Number(isShelved);
    this.weight[row] =
      (isShelved ? SECTIONS.length * 4 : 0) + section * 4 + (alert.supervised ? 0 : 2) + (alert.urgent ? 0 : 1);
    this.stage[row] = STAGES.indexOf(alert.stage);
    this.urgent[row] = Number(alert.urgent);
    this.caseId[row] = alert.caseId;
    this.dueAt[row] = alert.dueAt;
    this.district[row] = this.places.of(alert.districtCode);
    this.subdistrict[row] = this.places.of(alert.subdistrictCode);
    this.department[row] = this.departments.of(alert.department);
    this.category[row] = this.categories.of(alert.categoryKey);
    this.taker[row] = this.takers.of(alert.takenBy);
    const byDepartment = alert.stage === HELD_BY_DEPARTMENT && alert.department !== null;
    this.holder[row] = this.holders.of(byDepartment ? `department/${alert.department}` : `stage/${alert.stage}`);
    this.pair[row] = this.pairs.of(`${this.holder[row]}/${this.district[row]}`);
    this.words[row] = `${alert.caseNumber} ${alert.address} ${alert.takenByName ?? ''}`.toLowerCase();
    this.#changed.add(row);
  }

  #grow(capacity: number): void {
    this.live = grown(this.live, new Uint8Array(capacity));
    this.section = grown(this.section, new Uint8Array(capacity));
    this.weight = grown(this.weight, new Uint8Array(capacity));
    this.stage = grown(this.stage, new Uint8Array(capacity));
    this.urgent = grown(this.urgent, new Uint8Array(capacity));
    this.shelved = grown(this.shelved, new Uint8Array(capacity));
    this.caseId = grown(this.caseId, new Float64Array(capacity));
    this.dueAt = grown(this.dueAt, new Float64Array(capacity));
    this.district = grown(this.district, new Uint16Array(capacity));
    this.subdistrict = grown(this.subdistrict, new Uint16Array(capacity));
    this.department = grown(this.department, new Uint16Array(capacity));
    this.category = grown(this.category, new Uint16Array(capacity));
    this.taker = grown(this.taker, new Uint16Array(capacity));
    this.holder = grown(this.holder, new Uint16Array(capacity));
    this.pair = grown(this.pair, new Uint16Array(capacity));
  }
}

function grown<Column extends { set(values: Column): void }>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
