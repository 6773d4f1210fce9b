import type { Position } from '../place/position.ts';
import { footOn, pointAlong, type Courses } from './course.ts';
import type { GazetteerEntry } from './entry.ts';
import { nameKey } from './normalise.ts';

/** Numbered plates of one road: number and document, by number. */
type Row = { numbers: Int32Array; documents: Int32Array };

/** Where a number of a road lies. `how`: its own plate, between two known ones, or beside the nearest known one. */
export type PlateSpot = { position: Position; document: number; how: 'exact' | 'between' | 'beside' };

/** How far beyond the last known number a number is still placed beside it. */
const MOST_BEYOND = 20;
const STEP = 10_000;

/** Plates by their road's name. Roads of one name in several districts are told apart by where their plates lie. */
export class PlateIndex {
  private readonly rows = new Map<string, Row[]>();
  private readonly entries: readonly GazetteerEntry[];

  constructor(entries: readonly GazetteerEntry[]) {
    this.entries = entries;
  }

  /**
   * Fills the index, in steps of some milliseconds.
   * @param groupOf a plate's district: plates of one road name in two districts are two roads.
   */
  *build(groupOf: (document: number) => number): Generator<void> {
    const lists = new Map<string, Map<number, number[]>>();
    const keys = new Map<string, string>();
    for (let document = 0; document < this.entries.length; document++) {
      const { type, road: name, plate } = this.entries[document] as GazetteerEntry;
      if (document % STEP === 0) yield;
      if (type !== 'plate' || name === null || plateNumber(plate) === null) continue;
      const road = keys.get(name) ?? nameKey(name);
      keys.set(name, road);
      const groups = lists.get(road) ?? new Map<number, number[]>();
      lists.set(road, groups);
      const group = groupOf(document);
      const list = groups.get(group);
      if (list === undefined) groups.set(group, [document]);
      else list.push(document);
    }
    let since = 0;
    for (const [road, groups] of lists) {
      this.rows.set(
        road,
        [...groups.values()].map((list) => this.rowOf(list)),
      );
      if (++since % 200 === 0) yield;
    }
  }

  /** Road names that have plates, as keys. */
  roads(): Iterable<string> {
    return this.rows.keys();
  }

  /** A plate of each road of that name, to stand for the road where it is no entry itself. */
  oneOfEach(road: string): number[] {
    return (this.rows.get(road) ?? []).map(({ documents }) => documents[documents.length >> 1] as number);
  }

  /** Where a number lies on the roads of this name; along `courses` where they are known. */
  spots(road: string, number: number, courses: Courses | null): PlateSpot[] {
    return (this.rows.get(road) ?? []).flatMap((row) => this.spot(row, number, courses) ?? []);
  }

  private spot(row: Row, number: number, courses: Courses | null): PlateSpot | null {
    const exact = row.numbers.indexOf(number);
    if (exact !== -1) return this.at(row, exact, 'exact');
    let low = -1;
    let high = -1;
    // Odd and even numbers stand on two sides: only plates of the same side say where a missing one is.
    for (let i = 0; i < row.numbers.length; i++) {
      const own = row.numbers[i] as number;
      if ((own - number) % 2 !== 0) continue;
      if (own < number) low = i;
      else if (high === -1) high = i;
    }
    if (low !== -1 && high !== -1) return this.between(row, low, high, number, courses);
    const nearest = low === -1 ? high : low;
    if (nearest === -1 || Math.abs((row.numbers[nearest] as number) - number) > MOST_BEYOND) return null;
    return this.at(row, nearest, 'beside');
  }

  private between(row: Row, low: number, high: number, number: number, courses: Courses | null): PlateSpot {
    const [from, to] = [this.at(row, low, 'between'), this.at(row, high, 'between')];
    const [first, last] = [row.numbers[low] as number, row.numbers[high] as number];
    const share = (number - first) / (last - first);
    const straight = {
      lon: from.position.lon + share * (to.position.lon - from.position.lon),
      lat: from.position.lat + share * (to.position.lat - from.position.lat),
    };
    const [a, b] = courses === null ? [null, null] : [footOn(courses, from.position), footOn(courses, to.position)];
    const onRoad =
      courses !== null && a && b && a.course === b.course
        ? pointAlong(courses, a.course, a.along + share * (b.along - a.along))
        : null;
    return { ...from, document: share < 0.5 ? from.document : to.document, position: onRoad ?? straight };
  }

  private at(row: Row, index: number, how: PlateSpot['how']): PlateSpot {
    const document = row.documents[index] as number;
    return { document, position: (this.entries[document] as GazetteerEntry).position, how };
  }

  private rowOf(documents: readonly number[]): Row {
    const numberOf = (document: number): number => plateNumber(this.entries[document]?.plate ?? null) ?? 0;
    const ordered = [...documents].sort((a, b) => numberOf(a) - numberOf(b) || a - b);
    return { numbers: Int32Array.from(ordered, numberOf), documents: Int32Array.from(ordered) };
  }
}

/** The number that a plate begins with: 125 of `125号甲`. Null where it has none. */
export function plateNumber(plate: string | null): number | null {
  const found = /\d{1,6}/u.exec(plate ?? '');
  return found === null ? null : Number(found[0]);
}
