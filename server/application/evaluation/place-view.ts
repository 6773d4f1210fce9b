import type { Located } from '#domain/place/position.ts';
import { placeAsOf, type SuccessionBook } from '#domain/place/succession.ts';
import { pathOf, placeOfPath, type FactColumns } from './fact-columns.ts';

/** Which place path each case counts under: an ordinal in `texts` by case row. */
export type PlaceView = { readonly texts: readonly string[]; readonly pathOfCase: Int32Array };

/**
 * The places that cases count under as of an instant (epoch ms): where they lay, or in what became of those places by
 * then. Of a split place the case's point decides; without one it counts under the place above.
 *
 * @param locate the places of a point by today's outlines.
 */
export function placeViewOf(
  columns: FactColumns,
  book: SuccessionBook,
  locate: (lon: number, lat: number) => Located,
  asOf: number,
): PlaceView {
  const known = columns.paths.texts;
  const plain: PlaceView = { texts: known, pathOfCase: columns.pathOfCase };
  if (book.isEmpty) return plain;
  const texts = [...known];
  const extra = new Map<string, number>();
  const ordinalOf = (text: string): number => {
    const found = columns.paths.find(text) ?? extra.get(text);
    if (found !== undefined) return found;
    extra.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const moved = new Map<number, { place: Located; to: number }>();
  known.forEach((text, path) => {
    if (!book.touches(text)) return;
    const place = placeOfPath(text);
    const now = placeAsOf(book, place, asOf, () => null);
    if (now !== place) moved.set(path, { place, to: ordinalOf(pathOf(now)) });
  });
  if (moved.size === 0) return plain;
  const pathOfCase = columns.pathOfCase.slice();
  for (let row = 0; row < columns.cases; row++) {
    const from = moved.get(pathOfCase[row] as number);
    if (from === undefined) continue;
    const point = columns.pointOf(row);
    pathOfCase[row] =
      point === null
        ? from.to
        : ordinalOf(pathOf(placeAsOf(book, from.place, asOf, () => locate(point.lon, point.lat))));
  }
  return { texts, pathOfCase };
}
