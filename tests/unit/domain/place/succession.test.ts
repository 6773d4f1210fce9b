import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZone } from '#domain/calendar/zone.ts';
import { placeAsOf, placeOfCode, SuccessionBook, type Succession } from '#domain/place/succession.ts';

const ZONE = openZone('Asia/Shanghai');
const NOW = Date.UTC(2026, 10, 22);
const row = (code: string, successor: string, since: string | null = null): Succession => {
  return { code, successor, since, share: null, nameZh: '', nameEn: '', reason: '' };
};
const bookOf = (rows: readonly Succession[], inUse: readonly string[] = []): SuccessionBook =>
  new SuccessionBook(rows, ZONE, (code) => inUse.includes(code));

describe('abolished codes', () => {
  it('count under their successor from midnight of the day on, in the platform’s zone', () => {
    const book = bookOf([row('110103', '110101', '2010-07-01')]);
    const midnight = Date.UTC(2010, 5, 30, 16);
    expect(book.follow('110103', midnight - 1)).toEqual({ code: '110103', how: 'own' });
    expect(book.follow('110103', midnight)).toEqual({ code: '110101', how: 'succeeded' });
    expect(book.follow('110101', NOW)).toEqual({ code: '110101', how: 'own' });
  });

  it('are followed through a chain, as far as it had come by then', () => {
    const book = bookOf([row('120221', '120117', '2015-08-01'), row('120117', '120120', '2020-01-01')]);
    expect(book.follow('120221', Date.UTC(2018, 0, 1)).code).toBe('120117');
    expect(book.follow('120221', NOW).code).toBe('120120');
  });

  it('are followed nowhere while a place has the code', () => {
    expect(bookOf([row('110103', '110101')], ['110103']).follow('110103', NOW).how).toBe('own');
  });

  it('take the places below along, unless these have successors of their own', () => {
    const book = bookOf([row('120107', '120116'), row('120107001', '120116004')]);
    expect(book.follow('120107002003', NOW)).toEqual({ code: '120116', how: 'succeeded' });
    expect(book.follow('120107001003001', NOW)).toEqual({ code: '120116004', how: 'succeeded' });
  });

  it('of a split place go by the point, else to the place above all parts', () => {
    const book = bookOf([row('120104009', '120104021'), row('120104009', '120104022')]);
    expect(book.follow('120104009', NOW)).toEqual({ code: '120104', how: 'undecided' });
    expect(book.follow('120104009', NOW, placeOfCode('120104022001'))).toEqual({ code: '120104022', how: 'by-point' });
    expect(book.follow('120104009', NOW, placeOfCode('120103001'))).toEqual({ code: '120104', how: 'undecided' });
    const districts = bookOf([row('120199', '120101'), row('120199', '120102')]);
    expect(districts.follow('120199', NOW)).toEqual({ code: null, how: 'undecided' });
  });

  it('of a split place whose part was abolished since are still told by the point', () => {
    const book = bookOf([row('120104009', '120104021'), row('120104009', '120104022'), row('120104022', '120104030')]);
    expect(book.follow('120104009', NOW, placeOfCode('120104030'))).toEqual({ code: '120104030', how: 'by-point' });
  });

  it('end somewhere, whatever the rows are', () => {
    const code = fc.constantFrom('120101', '120102', '120103', '120101001', '120102001', '120102002');
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { maxLength: 12 }), code, code, (pairs, asked, point) => {
        const book = bookOf(pairs.map(([from, to]) => row(from, to)));
        const { code: counted } = book.follow(asked, NOW, placeOfCode(point));
        expect(counted === null || /^\d{6}(\d{3})?$/.test(counted)).toBe(true);
      }),
    );
  });
});

describe('where a case counts', () => {
  const book = bookOf([row('120107', '120116', '2010-01-11')]);
  const then = placeOfCode('120107001002003');

  it('is where it lay, before its place was abolished', () => {
    const never = (): never => expect.fail('the point is not needed');
    expect(placeAsOf(book, then, Date.UTC(2009, 0, 1), never)).toBe(then);
  });

  it('is the successor, down to the grid where its point lies in it', () => {
    expect(placeAsOf(book, then, NOW, () => null)).toEqual(placeOfCode('120116'));
    expect(placeAsOf(book, then, NOW, () => placeOfCode('120116004001002'))).toEqual(placeOfCode('120116004001002'));
    expect(placeAsOf(book, then, NOW, () => placeOfCode('120110001'))).toEqual(placeOfCode('120116'));
  });

  it('is nowhere still, where nobody knew it', () => {
    const nowhere = { ...placeOfCode(null), inside: false };
    expect(placeAsOf(book, nowhere, NOW, () => null)).toBe(nowhere);
  });
});
