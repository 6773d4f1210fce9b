import type { BilingualName } from '../category/category.ts';
import { epochDayOf, dayMs } from '../calendar/dates.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Located } from './position.ts';

/** One code that took the place of an abolished one. Several of one code: its place was split. */
export type Succession = {
  readonly code: string;
  readonly successor: string;
  /** First day on which it counts, `2010-07-01`; null: nobody says, so it counts at any time. */
  readonly since: string | null;
  /** How much of the old place went there, above 0 and at most 1, as its source says; null: not said. Divides no case. */
  readonly share: number | null;
  /** What the old place was called; '' where nobody says. */
  readonly nameZh: string;
  readonly nameEn: string;
  /** Why, or by which decree. */
  readonly reason: string;
};

/**
 * How a code was followed. `own`: it counts as it is. `succeeded`: one place took over. `by-point`: of several, the one
 * that holds the point. `undecided`: of several, none by the point, so that the place above them all counts.
 */
export const FOLLOWED_HOW = ['own', 'succeeded', 'by-point', 'undecided'] as const;
/** The code that counts; null: nothing smaller than the city. */
export type Followed = { readonly code: string | null; readonly how: (typeof FOLLOWED_HOW)[number] };

/** A place code that a source gave for a case, and what it counts as here. */
export type GivenPlace = {
  /** As the source gave it. */
  readonly given: string;
  /** Null: nothing smaller than the city. */
  readonly counted: string | null;
  /** `unknown`: no place ever had it here, and nothing says what became of it. */
  readonly how: Followed['how'] | 'unknown';
};

/** Codes of the places a point lies in; null where there is no point or it lies in none. */
type AtPoint = Located | null;

/** Which code an abolished one counts under, as of any instant. */
export class SuccessionBook {
  private readonly rows = new Map<string, { successor: string; from: number }[]>();
  private readonly districts = new Set<string>();
  private readonly names = new Map<string, BilingualName>();

  /**
   * @param zone the platform's own: a succession counts from midnight there.
   * @param isInUse whether a place has the code today: such a code is followed nowhere.
   */
  constructor(successions: readonly Succession[], zone: Zone, isInUse: (code: string) => boolean) {
    for (const { code, successor, since, nameZh, nameEn } of successions) {
      if (nameZh !== '') this.names.set(code, { zh: nameZh, en: nameEn });
      if (isInUse(code)) continue;
      const from = since === null ? -Infinity : zone.instantOf(epochDayOf(since) * dayMs);
      this.districts.add(code.slice(0, 6));
      this.rows.set(code, [...(this.rows.get(code) ?? []), { successor, from }]);
    }
  }

  /** Whether no code is followed anywhere. */
  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  /** Whether anything below the district that a code or path begins with may have been abolished. */
  touches(path: string): boolean {
    return this.districts.has(path.slice(0, 6));
  }

  /** What an abolished place was called; null where nobody says. */
  nameOf(code: string): BilingualName | null {
    return this.names.get(code) ?? null;
  }

  /**
   * Follows a code through all that happened to it by an instant (epoch ms). A place below an abolished one, of which
   * nothing is said, counts under what became of that one.
   *
   * @param point where the case lies by today's outlines: decides between the parts of a split.
   */
  follow(code: string, at: number, point: AtPoint = null): Followed {
    return this.walk(code, at, point, new Set());
  }

  /** @param seen codes that were followed already: a circle, which no list has, ends there. */
  private walk(code: string, at: number, point: AtPoint, seen: Set<string>): Followed {
    let now: Followed = { code, how: 'own' };
    for (let next: string | null = code; next !== null && !seen.has(next);) {
      seen.add(next);
      const parts = this.partsOf(next, at);
      if (parts.length === 0) break;
      now = this.choose(parts, at, point, now.how, seen);
      next = now.how === 'undecided' ? null : now.code;
    }
    return now;
  }

  private choose(
    parts: readonly string[],
    at: number,
    point: AtPoint,
    before: Followed['how'],
    seen: ReadonlySet<string>,
  ): Followed {
    const [only, ...others] = parts;
    if (only !== undefined && others.length === 0) {
      return { code: only, how: before === 'by-point' ? before : 'succeeded' };
    }
    const holding = parts.filter((part) => this.holds(part, at, point, seen));
    const [holder] = holding;
    if (holder !== undefined && holding.length === 1) return { code: holder, how: 'by-point' };
    return { code: commonParent(parts), how: 'undecided' };
  }

  /** Whether a point lies in a place, or in what became of it. */
  private holds(code: string, at: number, point: AtPoint, seen: ReadonlySet<string>): boolean {
    if (point === null || !point.inside) return false;
    return lies(point, code) || lies(point, this.walk(code, at, point, new Set(seen)).code);
  }

  /** The successors of a code, or of the nearest place above it that has any, by an instant. */
  private partsOf(code: string, at: number): string[] {
    for (const length of [15, 12, 9, 6]) {
      if (length > code.length) continue;
      const parts = (this.rows.get(code.slice(0, length)) ?? []).filter(({ from }) => from <= at);
      if (parts.length > 0) return parts.map(({ successor }) => successor);
    }
    return [];
  }
}

/** Codes of a place and all above it, by its code (GB/T 30428.1: a place's code begins with its parent's). */
export function placeOfCode(code: string | null): Located {
  const part = (length: number): string | null =>
    code !== null && code.length >= length ? code.slice(0, length) : null;
  const isCity = code === null || (code.length === 6 && code.endsWith('00'));
  return {
    inside: true,
    districtCode: isCity ? null : part(6),
    subdistrictCode: part(9),
    communityCode: part(12),
    gridCode: part(15),
  };
}

/** The smallest place that a case is known to lie in; null where it is none. */
export function innermost({ districtCode, subdistrictCode, communityCode, gridCode }: Located): string | null {
  return gridCode ?? communityCode ?? subdistrictCode ?? districtCode;
}

/**
 * Where a case counts as of an instant: where it lay, or in what became of that place by then. A point that lies in the
 * place that took over tells the smaller places as well.
 *
 * @param locate the places of the case's point by today's outlines; null: it has none. Asked only where it is needed.
 */
export function placeAsOf(book: SuccessionBook, place: Located, at: number, locate: () => AtPoint): Located {
  const code = innermost(place);
  if (code === null || book.isEmpty) return place;
  const plain = book.follow(code, at);
  if (plain.how === 'own') return place;
  const point = locate();
  const { code: counted } = point === null ? plain : book.follow(code, at, point);
  return counted !== null && point?.inside === true && lies(point, counted) ? point : placeOfCode(counted);
}

function lies({ districtCode, subdistrictCode, communityCode, gridCode }: Located, code: string | null): boolean {
  return code !== null && [districtCode, subdistrictCode, communityCode, gridCode].includes(code);
}

/** The nearest place above several, by their codes; null: the city. */
function commonParent(codes: readonly string[]): string | null {
  const [first = ''] = codes;
  const length = [12, 9, 6].find(
    (each) => codes.every((code) => code.length > each) && codes.every((code) => code.startsWith(first.slice(0, each))),
  );
  return length === undefined ? null : first.slice(0, length);
}
