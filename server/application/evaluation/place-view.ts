import type { Located } from '#domain/place/position.ts';
import { placeAsOf, type SuccessionBook } from '#domain/place/succession.ts';
import { pathOf, placeOfPath, type FactColumns } from './fact-columns.ts';
import { Interner } from './interner.ts';

/** Which place path each case counts under: an ordinal in `texts` by case row. */
export type PlaceView = { readonly texts: readonly string[]; readonly pathOfCase: Int32Array };

/** The places of a point by today's outlines. */
type Locate = (lon: number, lat: number) => Located;

const UNASKED = -1;
const NO_POINT = -2;

/**
 * The places that cases count under as of an instant: where they lay, or in what became of those places by then. Of a
 * split place the case's point decides; without one it counts under the place above. Where a case's point lies is asked
 * once and kept, for as long as the outlines stay.
 */
export class PlaceViews {
  private readonly located = new Interner();
  private ordinals = new Int32Array(0);
  private locate: Locate | null = null;

  /** @param asOf epoch ms. */
  of(columns: FactColumns, book: SuccessionBook, locate: Locate, asOf: number): PlaceView {
    const known = columns.paths.texts;
    const plain: PlaceView = { texts: known, pathOfCase: columns.pathOfCase };
    if (book.isEmpty) return plain;
    const moved = new Map<number, number>();
    const texts = [...known];
    const extra = new Map<string, number>();
    const ordinalOf = (place: Located): number => {
      const text = pathOf(place);
      const found = columns.paths.find(text) ?? extra.get(text);
      if (found !== undefined) return found;
      extra.set(text, texts.length);
      return texts.push(text) - 1;
    };
    known.forEach((text, path) => {
      if (!book.touches(text)) return;
      const place = placeOfPath(text);
      const now = placeAsOf(book, place, asOf, () => null);
      if (now !== place) moved.set(path, ordinalOf(now));
    });
    if (moved.size === 0) return plain;
    this.keep(columns, locate);
    const byPoint = new Map<number, Map<number, number>>([...moved.keys()].map((path) => [path, new Map()]));
    const pathOfCase = columns.pathOfCase.slice();
    for (let row = 0; row < columns.cases; row++) {
      const from = pathOfCase[row] as number;
      const to = moved.get(from);
      if (to === undefined) continue;
      const point = this.pointOf(columns, locate, row);
      if (point === NO_POINT) {
        pathOfCase[row] = to;
        continue;
      }
      const known = byPoint.get(from) as Map<number, number>;
      let counted = known.get(point);
      if (counted === undefined) {
        const at = placeOfPath(this.located.texts[point] ?? '');
        counted = ordinalOf(placeAsOf(book, placeOfPath(texts[from] ?? ''), asOf, () => at));
        known.set(point, counted);
      }
      pathOfCase[row] = counted;
    }
    return { texts, pathOfCase };
  }

  /** Where a case's point lies: an ordinal in `located`, NO_POINT where it has none. */
  private pointOf(columns: FactColumns, locate: Locate, row: number): number {
    const kept = this.ordinals[row] as number;
    if (kept !== UNASKED) return kept;
    const point = columns.pointOf(row);
    const found = point === null ? NO_POINT : this.located.ordinalOf(pathOf(locate(point.lon, point.lat)));
    this.ordinals[row] = found;
    return found;
  }

  /** Other outlines, or cases that were read again from the beginning: all points are asked about anew. */
  private keep(columns: FactColumns, locate: Locate): void {
    if (this.locate === locate && this.ordinals.length >= columns.cases) return;
    const before = this.locate === locate ? this.ordinals : new Int32Array(0);
    this.ordinals = new Int32Array(columns.pathOfCase.length).fill(UNASKED);
    this.ordinals.set(before);
    this.locate = locate;
  }
}
