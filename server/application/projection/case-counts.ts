import { STAGES } from '#domain/case/stage.ts';
import { NO_ORDINAL } from '#wire/dictionary.ts';
import { LAMP, LAMP_COUNT, type CaseFacts } from './case-table.ts';
import type { ScopePlaces } from './place-scope.ts';

const stageLamps = STAGES.length * LAMP_COUNT;

/**
 * Open cases counted by place × category × stage × lamp, kept up one case at a time; sums by place × stage × lamp and
 * place × category beside them, so that a figure costs no walk over the cube. The last place is "outside", the last
 * category "unknown".
 */
export class CaseCounts {
  private readonly places: number;
  private readonly categories: number;
  private readonly cube: Int32Array;
  private readonly byStageLamp: Int32Array;
  private readonly byCategory: Int32Array;
  private readonly supervised: Int32Array;

  /** @param places and @param categories how many the dictionary has. */
  constructor(places: number, categories: number) {
    this.places = places + 1;
    this.categories = categories + 1;
    this.cube = new Int32Array(this.places * this.categories * stageLamps);
    this.byStageLamp = new Int32Array(this.places * stageLamps);
    this.byCategory = new Int32Array(this.places * this.categories);
    this.supervised = new Int32Array(this.places);
  }

  /** @param sign 1 to count a case in, -1 to count it out. */
  add(facts: CaseFacts, sign: 1 | -1): void {
    const place = this.placeIndex(facts.place);
    const category = this.categoryIndex(facts.category);
    const stageLamp = facts.stage * LAMP_COUNT + facts.lamp;
    bump(this.cube, (place * this.categories + category) * stageLamps + stageLamp, sign);
    bump(this.byStageLamp, place * stageLamps + stageLamp, sign);
    bump(this.byCategory, place * this.categories + category, sign);
    if (facts.supervised) bump(this.supervised, place, sign);
  }

  /** One cell of the cube; ordinals as in the dictionary, NO_ORDINAL for outside and unknown. */
  at(place: number, category: number, stage: number, lamp: number): number {
    const cell = this.placeIndex(place) * this.categories + this.categoryIndex(category);
    return this.cube[cell * stageLamps + stage * LAMP_COUNT + lamp] as number;
  }

  /** Open cases by stage and lamp (`stage * 4 + lamp`) of a scope. */
  stageLampsOf(scope: ScopePlaces): Int32Array {
    const sums = new Int32Array(stageLamps);
    this.eachPlace(scope, (place) => {
      for (let cell = 0; cell < stageLamps; cell++)
        bump(sums, cell, this.byStageLamp[place * stageLamps + cell] as number);
    });
    return sums;
  }

  /** Open cases by category ordinal of a scope; the last element counts unknown categories. */
  categoriesOf(scope: ScopePlaces): Int32Array {
    const sums = new Int32Array(this.categories);
    this.eachPlace(scope, (place) => {
      for (let cell = 0; cell < this.categories; cell++) {
        bump(sums, cell, this.byCategory[place * this.categories + cell] as number);
      }
    });
    return sums;
  }

  /** One place's own cases (a district's own are those in none of its subdistricts). */
  ofPlace(ordinal: number): { open: number; timedOut: number; warned: number; supervised: number; suspended: number } {
    const place = this.placeIndex(ordinal);
    const byLamp = [0, 0, 0, 0];
    for (let cell = 0; cell < stageLamps; cell++) {
      const lamp = cell % LAMP_COUNT;
      byLamp[lamp] = (byLamp[lamp] as number) + (this.byStageLamp[place * stageLamps + cell] as number);
    }
    const [green, warned, timedOut, suspended] = byLamp as [number, number, number, number];
    const open = green + warned + timedOut + suspended;
    return { open, timedOut, warned, suspended, supervised: this.supervised[place] as number };
  }

  supervisedOf(scope: ScopePlaces): number {
    let sum = 0;
    this.eachPlace(scope, (place) => (sum += this.supervised[place] as number));
    return sum;
  }

  private eachPlace(scope: ScopePlaces, visit: (place: number) => void): void {
    for (const ordinal of scope.ordinals) visit(ordinal);
    if (scope.isCity) visit(this.places - 1);
  }

  private placeIndex(ordinal: number): number {
    return ordinal === NO_ORDINAL ? this.places - 1 : ordinal;
  }

  private categoryIndex(ordinal: number): number {
    return ordinal === NO_ORDINAL ? this.categories - 1 : ordinal;
  }
}

/** Of the sums that stageLampsOf gives: how many have this lamp, in one stage or in all. */
export function withLamp(stageLampSums: Int32Array, lamp: keyof typeof LAMP, stage?: number): number {
  let sum = 0;
  for (let cell = LAMP[lamp]; cell < stageLampSums.length; cell += LAMP_COUNT) {
    if (stage === undefined || Math.floor(cell / LAMP_COUNT) === stage) sum += stageLampSums[cell] as number;
  }
  return sum;
}

function bump(counts: Int32Array, cell: number, by: number): void {
  counts[cell] = (counts[cell] as number) + by;
}
