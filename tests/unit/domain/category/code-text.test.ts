import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryKey, parseCategoryKey, type Kind } from '#domain/category/category.ts';
import { NATIONAL_2007, NATIONAL_2013, NATIONAL_2026 } from '#domain/category/code-system.ts';
import {
  codeSystemOfText,
  isSwappedClass,
  kindOfText,
  parseCodePart,
  parseCodeText,
  splitNumbered,
} from '#domain/category/code-text.ts';
import { joinCategories } from '#domain/category/mapping.ts';

const SYSTEMS = [NATIONAL_2007, NATIONAL_2013, NATIONAL_2026];
const KINDS: Kind[] = ['component', 'event'];
const digits = (width: number) =>
  fc.integer({ min: 0, max: 10 ** width - 1 }).map((n) => String(n).padStart(width, '0'));

describe('a code as text', () => {
  it.each([
    [NATIONAL_2013, '0101', '01', '01'],
    [NATIONAL_2013, '101', '01', '01'],
    [NATIONAL_2013, 'C0101', '01', '01'],
    [NATIONAL_2013, '01-99', '01', '99'],
    [NATIONAL_2013, '２１０１', '21', '01'],
    [NATIONAL_2013, '01080', '01', '080'],
    [NATIONAL_2026, '01001', '01', '001'],
    [NATIONAL_2026, '1001', '01', '001'],
  ])('of %s: %s', (system, text, classCode, subCode) => {
    expect(parseCodeText(system, text)).toEqual({ classCode, subCode });
  });

  it.each([
    ['', 'empty'],
    ['1', 'too-short'],
    ['井盖', 'not-digits'],
    ['120101001', 'too-long'],
  ])('is none: %j', (text, fault) => {
    expect(parseCodeText(NATIONAL_2013, text)).toEqual({ fault });
  });

  it('names exactly one category: written and read back it is the same, and the kind is part of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SYSTEMS), digits(2), digits(3), (system, classCode, sub) => {
        const subCode = system === NATIONAL_2026 ? sub : sub.slice(1);
        expect(parseCodeText(system, classCode + subCode)).toEqual({ classCode, subCode });
        const [component, event] = KINDS.map((kind) => categoryKey(system, kind, classCode, subCode));
        expect(component).not.toBe(event);
        expect(parseCategoryKey(event ?? '')).toEqual({ codeSystem: system, kind: 'event', classCode, subCode });
      }),
    );
  });

  it('has a key that leads back to it, whatever its parts are', () => {
    const part = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.constantFrom(...SYSTEMS, 'boston311'),
        fc.constantFrom(...KINDS),
        part,
        part,
        (codeSystem, kind, classCode, subCode) => {
          const id = { codeSystem, kind, classCode, subCode };
          expect(parseCategoryKey(categoryKey(codeSystem, kind, classCode, subCode))).toEqual(id);
        },
      ),
    );
  });

  it('is filled up to its width where its parts stand alone', () => {
    expect(parseCodePart(NATIONAL_2013, 'class', '1')).toBe('01');
    expect(parseCodePart(NATIONAL_2026, 'sub', '7')).toBe('007');
    expect(parseCodePart(NATIONAL_2013, 'sub', '080')).toBe('080');
    expect(parseCodePart('own-list', 'sub', '7')).toBe('7');
  });
});

describe('words of a list', () => {
  it('part number and name', () => {
    expect(splitNumbered('01 公用设施')).toEqual({ number: '01', name: '公用设施' });
    expect(splitNumbered('０１、公用设施')).toEqual({ number: '01', name: '公用设施' });
    expect(splitNumbered('公用设施')).toEqual({ number: '', name: '公用设施' });
    expect(splitNumbered('12')).toEqual({ number: '12', name: '' });
  });

  it('name the kind', () => {
    expect(['部件类', '城市事件', '事项', 'Component', '公用设施'].map(kindOfText)).toEqual([
      'component',
      'event',
      'event',
      'component',
      null,
    ]);
  });

  it('name the code system', () => {
    expect(['GB/T 30428.2-2013', '2013', NATIONAL_2013].map(codeSystemOfText)).toEqual(Array(3).fill(NATIONAL_2013));
    expect(['GB/T 47678.5-2026', '2026'].map(codeSystemOfText)).toEqual(Array(2).fill(NATIONAL_2026));
    expect(codeSystemOfText('CJ/T 214-2007')).toBe(NATIONAL_2007);
    expect(codeSystemOfText('jinzhitong')).toBe('jinzhitong');
    expect(['', '津治通', 'A B'].map(codeSystemOfText)).toEqual([null, null, null]);
  });

  it('give away a list whose event classes 04 and 05 are numbered the other way', () => {
    expect(isSwappedClass(NATIONAL_2013, 'event', '04', '突发事件')).toBe(true);
    expect(isSwappedClass(NATIONAL_2013, 'event', '04', '街面秩序')).toBe(false);
    expect(isSwappedClass(NATIONAL_2007, 'event', '04', '街面秩序')).toBe(true);
    expect(isSwappedClass(NATIONAL_2013, 'component', '04', '突发')).toBe(false);
  });
});

describe('figures over several code systems', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const list = fc
    .array(fc.tuple(key, fc.option(key)), { maxLength: 8 })
    .map((pairs) =>
      pairs.map(([from, to]) => ({ key: from, mapping: to === null ? null : { to, basis: 'own' as const } })),
    );

  it('count a category and what it is mapped to as one, whichever way and in whatever circle', () => {
    fc.assert(
      fc.property(list, key, (categories, asked) => {
        const joined = joinCategories(categories);
        expect(joined(joined(asked))).toBe(joined(asked));
        for (const [from, to] of new Map(
          categories.flatMap((one) => (one.mapping ? [[one.key, one.mapping.to]] : [])),
        )) {
          expect(joined(from)).toBe(joined(to));
        }
      }),
    );
  });

  it('count a category without a mapping as itself', () => {
    expect(joinCategories([])('boston311:event:a/b')).toBe('boston311:event:a/b');
  });
});
