import { FACT_KINDS, type CaseFacts, type Fact } from '#domain/indicator/fact.ts';
import type { Located, Position } from '#domain/place/position.ts';
import {
  BLOCK_BITS,
  BLOCK_ROWS,
  DATED,
  DONE,
  DUPLICATE,
  EXEMPT,
  FactBlock,
  LATE,
  LEAVES,
  NEVER,
  NO_KIND,
} from './fact-block.ts';
import { Interner } from './interner.ts';

/** Whole seconds of an instant in epoch ms, rounded down. Spans and "as of" are whole seconds, so nothing is lost by it. */
export function secondsOf(instant: number | null): number {
  return instant === null ? NEVER : Math.min(NEVER - 1, Math.max(0, Math.floor(instant / 1000)));
}

const NOWHERE = -(2 ** 31);
/** What a case is grouped by beside its place. */
type About = { position: Position | null; category: number; patrol: boolean };

/** Rows of the case table, as columns of one length. */
export type CaseRows = {
  id: Int32Array;
  path: Int32Array;
  lon: Int32Array;
  lat: Int32Array;
  category: Int32Array;
  first: Int32Array;
  patrol: Uint8Array;
};

const KIND_CODE = new Map(FACT_KINDS.map((kind, code) => [kind, code] as const));

/**
 * Facts of every case as columns in memory: some 30 bytes a fact. A case is written whole whenever it changed; its rows
 * stay where they are. Nothing is ever scanned for a viewer but these columns, and of them only the blocks whose instants
 * touch the span.
 */
export class FactColumns {
  readonly blocks: FactBlock[] = [];
  /** Blocks, and thousands of the case table's rows, that changed since `markClean`. */
  readonly dirty = { blocks: new Set<number>(), cases: new Set<number>() };
  readonly departments = new Interner();
  readonly doers = new Interner();
  readonly doerNames = new Map<number, string>();
  readonly categories = new Interner();
  /** Place paths: the codes of district, subdistrict, community and grid, with `/` between; empty where unknown. */
  readonly paths = new Interner();
  private rowOfCase = new Map<number, number>();
  /** Further rows of cases that lay elsewhere once: by case id and path. */
  private elsewhere = new Map<string, number>();
  private caseId = new Int32Array(1024);
  private casePath = new Int32Array(1024);
  /** Microdegrees; NOWHERE: the case has no point. */
  private caseLon = new Int32Array(1024);
  private caseLat = new Int32Array(1024);
  private caseCategory = new Int32Array(1024);
  private casePatrol = new Uint8Array(1024);
  private firstFact = new Int32Array(1024);
  cases = 0;
  facts = 0;

  /** Puts a case in, or in place of what was known of it. */
  set({ id, place, position, channel, categoryKey, facts }: CaseFacts): void {
    const row = this.caseRow(id);
    const about = { position, category: this.categories.ordinalOf(categoryKey ?? ''), patrol: channel === 'collector' };
    this.writeCase(row, this.paths.ordinalOf(pathOf(place)), about);
    let at = this.firstFact[row] as number;
    let before = -1;
    for (const fact of facts) {
      if (at === -1) {
        at = this.newFact();
        if (before === -1) this.firstFact[row] = at;
        else this.block(before).next[before & (BLOCK_ROWS - 1)] = at;
      }
      this.block(at).case[at & (BLOCK_ROWS - 1)] =
        fact.place === undefined ? row : this.rowElsewhere(id, fact.place, about);
      this.write(at, fact);
      before = at;
      at = this.block(at).next[at & (BLOCK_ROWS - 1)] as number;
    }
    for (; at !== -1; at = this.block(at).next[at & (BLOCK_ROWS - 1)] as number) {
      this.block(at).kind[at & (BLOCK_ROWS - 1)] = NO_KIND;
      this.dirty.blocks.add(at >>> BLOCK_BITS);
    }
  }

  markClean(): void {
    this.dirty.blocks.clear();
    this.dirty.cases.clear();
  }

  /** Rows of the case table as columns, for whoever stores them. */
  caseRows(from: number, to: number): CaseRows {
    return {
      id: this.caseId.subarray(from, to),
      path: this.casePath.subarray(from, to),
      lon: this.caseLon.subarray(from, to),
      lat: this.caseLat.subarray(from, to),
      category: this.caseCategory.subarray(from, to),
      first: this.firstFact.subarray(from, to),
      patrol: this.casePatrol.subarray(from, to),
    };
  }

  /** Adds rows that were stored, in the order they had. */
  addCaseRows({ id, path, lon, lat, category, first, patrol }: CaseRows): void {
    for (let i = 0; i < id.length; i++) {
      const row = this.cases++;
      if (row === this.caseId.length) this.grow();
      const one = id[i] as number;
      this.caseId[row] = one;
      this.casePath[row] = path[i] as number;
      this.caseLon[row] = lon[i] as number;
      this.caseLat[row] = lat[i] as number;
      this.caseCategory[row] = category[i] as number;
      this.firstFact[row] = first[i] as number;
      this.casePatrol[row] = patrol[i] as number;
      // A case's first row is its own, any other is of where it lay once.
      if (this.rowOfCase.has(one)) this.elsewhere.set(`${one}/${path[i] as number}`, row);
      else this.rowOfCase.set(one, row);
    }
  }

  /** Forgets everything but the names, for a load from the beginning. */
  clear(): void {
    this.blocks.length = 0;
    this.rowOfCase = new Map();
    this.elsewhere = new Map();
    this.markClean();
    this.cases = 0;
    this.facts = 0;
  }

  idOf(row: number): number {
    return this.caseId[row] as number;
  }

  /** Where a case is, by its row; null: it has no point. */
  pointOf(row: number): Position | null {
    const lon = this.caseLon[row] as number;
    return lon === NOWHERE ? null : { lon: lon / 1e6, lat: (this.caseLat[row] as number) / 1e6 };
  }

  /** Path ordinal by case row. */
  get pathOfCase(): Int32Array {
    return this.casePath;
  }

  get categoryOfCase(): Int32Array {
    return this.caseCategory;
  }

  /** 1 for what collectors reported. */
  get patrolOfCase(): Uint8Array {
    return this.casePatrol;
  }

  private block(at: number): FactBlock {
    return this.blocks[at >>> BLOCK_BITS] as FactBlock;
  }

  private caseRow(id: number): number {
    const known = this.rowOfCase.get(id);
    if (known !== undefined) return known;
    const row = this.newCaseRow(id);
    this.rowOfCase.set(id, row);
    return row;
  }

  /** The row of a case where it lay once: a row of the table has one place. */
  private rowElsewhere(id: number, place: Located, about: About): number {
    const path = this.paths.ordinalOf(pathOf(place));
    const key = `${id}/${path}`;
    const row = this.elsewhere.get(key) ?? this.newCaseRow(id);
    this.elsewhere.set(key, row);
    this.writeCase(row, path, about);
    return row;
  }

  private newCaseRow(id: number): number {
    const row = this.cases++;
    if (row === this.caseId.length) this.grow();
    this.caseId[row] = id;
    this.firstFact[row] = -1;
    return row;
  }

  private writeCase(row: number, path: number, { position, category, patrol }: About): void {
    this.casePath[row] = path;
    this.caseLon[row] = position === null ? NOWHERE : Math.round(position.lon * 1e6);
    this.caseLat[row] = position === null ? NOWHERE : Math.round(position.lat * 1e6);
    this.caseCategory[row] = category;
    this.casePatrol[row] = patrol ? 1 : 0;
    this.dirty.cases.add(row >>> BLOCK_BITS);
  }

  private grow(): void {
    const larger = this.caseId.length * 2;
    const ints = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(larger);
      to.set(from);
      return to;
    };
    this.caseId = ints(this.caseId);
    this.casePath = ints(this.casePath);
    this.caseLon = ints(this.caseLon);
    this.caseLat = ints(this.caseLat);
    this.caseCategory = ints(this.caseCategory);
    this.firstFact = ints(this.firstFact);
    const patrol = new Uint8Array(larger);
    patrol.set(this.casePatrol);
    this.casePatrol = patrol;
  }

  private newFact(): number {
    const at = this.facts++;
    if (at >>> BLOCK_BITS === this.blocks.length) this.blocks.push(new FactBlock());
    const block = this.block(at);
    block.rows = Math.max(block.rows, (at & (BLOCK_ROWS - 1)) + 1);
    block.next[at & (BLOCK_ROWS - 1)] = -1;
    return at;
  }

  private write(row: number, fact: Fact): void {
    const block = this.block(row);
    const at = row & (BLOCK_ROWS - 1);
    this.dirty.blocks.add(row >>> BLOCK_BITS);
    block.kind[at] = KIND_CODE.get(fact.kind) ?? NO_KIND;
    block.flags[at] = flagsOf(fact);
    block.known.delete(at);
    if (isDated(fact)) {
      const from = fact.knownFrom === null ? -1 : secondsOf(fact.knownFrom);
      block.known.set(at, { from, to: secondsOf(fact.knownTo) });
    }
    block.department[at] = fact.department === null ? 0 : this.departments.ordinalOf(fact.department) + 1;
    block.doer[at] = 0;
    if (fact.doer !== null) {
      const doer = this.doers.ordinalOf(fact.doer.id);
      block.doer[at] = doer + 1;
      this.doerNames.set(doer, fact.doer.name);
    }
    block.entered[at] = secondsOf(fact.enteredAt);
    block.due[at] = secondsOf(fact.dueAt);
    block.ended[at] = secondsOf(fact.endedAt);
    block.undone[at] = secondsOf(fact.undoneAt);
    block.bound(at);
  }
}

function isDated({ knownFrom, knownTo }: Fact): boolean {
  return knownFrom !== null || knownTo !== null;
}

function flagsOf(fact: Fact): number {
  const { done, late, exempt, leaves } = fact;
  return (
    (done ? DONE : 0) |
    (late ? LATE : 0) |
    (exempt ? EXEMPT : 0) |
    (leaves === null ? 0 : LEAVES) |
    (leaves === 'duplicate' ? DUPLICATE : 0) |
    (isDated(fact) ? DATED : 0)
  );
}

/** A place as one text, from the top. */
export function pathOf({ districtCode, subdistrictCode, communityCode, gridCode }: Located): string {
  return `${districtCode ?? ''}/${subdistrictCode ?? ''}/${communityCode ?? ''}/${gridCode ?? ''}`;
}

/** The place that such a text stands for. */
export function placeOfPath(text: string): Located {
  const [district = '', subdistrict = '', community = '', grid = ''] = text.split('/');
  return {
    inside: district !== '',
    districtCode: district || null,
    subdistrictCode: subdistrict || null,
    communityCode: community || null,
    gridCode: grid || null,
  };
}
