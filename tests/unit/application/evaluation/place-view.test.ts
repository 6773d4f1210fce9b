import { describe, expect, it } from 'vitest';
import { FactColumns, pathOf } from '#application/evaluation/fact-columns.ts';
import { groupsOf } from '#application/evaluation/groups.ts';
import { PlaceViews } from '#application/evaluation/place-view.ts';
import { openZone } from '#domain/calendar/zone.ts';
import { placeOfCode, SuccessionBook } from '#domain/place/succession.ts';

const MERGED = Date.UTC(2026, 0, 1);
const row = (code: string, successor: string, since: string | null = '2026-01-01') => {
  return { code, successor, since, share: null, nameZh: '', nameEn: '', reason: '' };
};
const bookOf = (rows: ReturnType<typeof row>[]): SuccessionBook =>
  new SuccessionBook(rows, openZone('Asia/Shanghai'), () => false);

/** The ground east of 117° is 120101002, the other 120101001. */
const locate = (lon: number) => placeOfCode(lon > 117 ? '120101002001001' : '120101001001001');

function columnsOf(cases: readonly [code: string, lon: number | null][]): FactColumns {
  const columns = new FactColumns();
  cases.forEach(([code, lon], id) => {
    const position = lon === null ? null : { lon, lat: 39 };
    const place = placeOfCode(code);
    columns.set({ id: id + 1, place, position, channel: 'public', categoryKey: null, facts: [] });
  });
  return columns;
}
function codesOf(
  columns: FactColumns,
  book: SuccessionBook,
  asOf: number,
  level: 'district' | 'subdistrict',
): string[] {
  const view = new PlaceViews().of(columns, book, locate, asOf);
  const { grouping, codes } = groupsOf(columns, 'place', level, '120000', null, view);
  return Array.from(
    { length: columns.cases },
    (_, at) => codes[grouping.groupOf[view.pathOfCase[at] ?? 0] ?? 0] ?? '?',
  );
}

describe('the places that cases count under', () => {
  it('are the successors once they came, and those of the day before', () => {
    const columns = columnsOf([
      ['120107001', null],
      ['120116', null],
    ]);
    const book = bookOf([row('120107', '120116')]);
    expect(codesOf(columns, book, MERGED, 'district')).toEqual(['120116', '120116']);
    expect(codesOf(columns, book, MERGED - 86_400_000, 'district')).toEqual(['120107', '120116']);
    // Which subdistrict it became nobody says.
    expect(codesOf(columns, book, MERGED, 'subdistrict')).toEqual(['', '']);
  });

  it('are told by the point where a place was split, and are those above without one', () => {
    const columns = columnsOf([
      ['120101009001001', 117.1],
      ['120101009001001', 116.9],
      ['120101009001001', null],
      ['120101003', 116.9],
    ]);
    const book = bookOf([row('120101009', '120101001'), row('120101009', '120101002')]);
    const expected = ['120101002', '120101001', '', '120101003'];
    expect(codesOf(columns, book, MERGED, 'subdistrict')).toEqual(expected);
    expect(codesOf(columns, book, MERGED, 'district')).toEqual(['120101', '120101', '120101', '120101']);
    expect(columns.paths.texts).toHaveLength(2);
  });

  it('are untouched where nothing was abolished', () => {
    const columns = columnsOf([['120101001', 116.9]]);
    const { texts, pathOfCase } = new PlaceViews().of(columns, bookOf([row('120107', '120116')]), locate, MERGED);
    expect(texts).toBe(columns.paths.texts);
    expect(pathOfCase).toBe(columns.pathOfCase);
    expect(texts).toEqual([pathOf(placeOfCode('120101001'))]);
  });

  it('are asked of each point once, also as cases come in, and again when the outlines change', () => {
    const columns = columnsOf([['120107001', 116.9]]);
    const book = bookOf([row('120107', '120101')]);
    const views = new PlaceViews();
    let asked = 0;
    const counted = (lon: number) => {
      asked++;
      return locate(lon);
    };
    const under = (at: (lon: number) => ReturnType<typeof locate>): (string | undefined)[] => {
      const { texts, pathOfCase } = views.of(columns, book, at, MERGED);
      return Array.from({ length: columns.cases }, (_, one) => texts[pathOfCase[one] ?? 0]?.split('/')[1]);
    };
    expect(under(counted)).toEqual(['120101001']);
    const more = { id: 2, place: placeOfCode('120107001'), position: { lon: 117.1, lat: 39 } };
    columns.set({ ...more, channel: 'public', categoryKey: null, facts: [] });
    expect(under(counted)).toEqual(['120101001', '120101002']);
    expect(under(counted)).toEqual(['120101001', '120101002']);
    expect(asked).toBe(2);
    expect(under(() => placeOfCode('120101005'))).toEqual(['120101005', '120101005']);
  });
});
