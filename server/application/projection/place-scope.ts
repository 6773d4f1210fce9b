import type { PlaceScope } from '#domain/account/role.ts';
import type { Located } from '#domain/place/position.ts';
import { NO_ORDINAL, type Dictionary } from '#wire/dictionary.ts';

/** What a viewer may see, as ordinals of the dictionary's places. */
export type ScopePlaces = {
  /** The same for all viewers who see the same. */
  readonly key: string;
  readonly code: PlaceScope;
  /** A department sees single cases only where they are its own; counts of its places it sees whole. */
  readonly department: string | null;
  /** The whole city also sees what lies in no known place. */
  readonly isCity: boolean;
  /** Ordinals inside, the scope's own place included; rows of counts are summed over them. */
  readonly ordinals: readonly number[];
  /** The places compared with one another in this scope: the city's districts, a district's subdistricts. */
  readonly children: readonly number[];
  /** Whether this place ordinal is inside. */
  has(ordinal: number): boolean;
  /** Whether a single case at this place, held by this department, may be seen. */
  sees(ordinal: number, department: string | null): boolean;
};

/** Places by code and by ordinal, and who may see which. Made once from the dictionary. */
export class PlaceOrdinals {
  readonly count: number;
  private readonly dictionary: Dictionary;
  private readonly ordinalByCode = new Map<string, number>();
  /** Ordinal of the district a place lies in; a district's is its own. */
  private readonly districts: Uint16Array;

  constructor(dictionary: Dictionary) {
    this.dictionary = dictionary;
    this.count = dictionary.places.length;
    this.districts = new Uint16Array(this.count).fill(NO_ORDINAL);
    dictionary.places.forEach(({ code }, ordinal) => this.ordinalByCode.set(code, ordinal));
    dictionary.places.forEach(({ level, parentCode }, ordinal) => {
      const district = level === 'district' ? ordinal : this.ordinalOf(parentCode);
      this.districts[ordinal] = district;
    });
  }

  ordinalOf(code: string | null): number {
    return (code === null ? undefined : this.ordinalByCode.get(code)) ?? NO_ORDINAL;
  }

  codeOf(ordinal: number): string | null {
    return this.dictionary.places[ordinal]?.code ?? null;
  }

  /** The smallest known place of a case: its subdistrict, else its district, else none. */
  ordinalAt(place: Located): number {
    const subdistrict = this.ordinalOf(place.subdistrictCode);
    return subdistrict === NO_ORDINAL ? this.ordinalOf(place.districtCode) : subdistrict;
  }

  districtOf(ordinal: number): number {
    return this.districts[ordinal] ?? NO_ORDINAL;
  }

  /**
   * What somebody with this reach may see; `department` narrows single cases to its own. Null for a code that is neither
   * the city nor one of its districts or subdistricts: nothing may be shown for it.
   */
  scopeOf(code: PlaceScope, department: string | null = null): ScopePlaces | null {
    const isCity = code === this.dictionary.city.code;
    const own = this.ordinalOf(code);
    if (!isCity && own === NO_ORDINAL) return null;
    const isDistrict = this.districts[own] === own;
    const ordinals = [...this.districts.keys()].filter(
      (ordinal) => isCity || ordinal === own || (isDistrict && this.districts[ordinal] === own),
    );
    const children = ordinals.filter((ordinal) =>
      isCity ? this.districts[ordinal] === ordinal : ordinal !== own || !isDistrict,
    );
    const inside = new Set(ordinals);
    const has = (ordinal: number) => isCity || inside.has(ordinal);
    const sees = (ordinal: number, holder: string | null) =>
      has(ordinal) && (department === null || holder === department);
    return { key: `${code}/${department ?? ''}`, code, department, isCity, ordinals, children, has, sees };
  }
}
