import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf, nameKey, normalise } from '#domain/gazetteer/normalise.ts';
import { readNumeral, writeNumeral } from '#domain/gazetteer/numerals.ts';
import { changes, similarity } from '#domain/gazetteer/similarity.ts';

describe('normalised text', () => {
  it.each([
    ['濱江道１５０號', '滨江道150号'],
    ['滨江道一百五十号', '滨江道150号'],
    ['滨江道 一五〇 号', '滨江道150号'],
    ['11经路', '十一经路'],
    ['第一百货', '第一百货'],
    ['八里台三马路', '八里台三马路'],
    ['Nanjing  Road,  Heping', 'nanjing road,heping'],
    ['和平区，滨江道。', '和平区,滨江道'],
    ['解放北路１２８弄3号楼', '解放北路128弄3号楼'],
  ])('%s is %s', (given, normal) => expect(normalise(given)).toBe(normal));

  it('is normal already when done once, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
    );
  });

  it('spells by first letters', () => expect(initialsOf('bin jiang dao')).toBe('bjd'));
  it('joins Latin names', () => expect(nameKey('Binjiang Road')).toBe('binjiangroad'));
});

describe('numerals', () => {
  it('reads what it writes', () => {
    for (let value = 0; value < 100; value++) expect(readNumeral(writeNumeral(value))).toBe(value);
  });
  it.each([
    ['一百二十五', 125],
    ['一千零三', 1003],
    ['二〇三', 203],
    ['十百', null],
    ['百', 100],
    ['', null],
  ])('%s is %s', (text, value) => expect(readNumeral(text)).toBe(value));
});

describe('likeness', () => {
  it('lies between 0 and 1 and is 1 for the same text alone', () => {
    const text = fc.string({ unit: fc.constantFrom(...'滨江道南京路北ab1'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const alike = similarity(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(alike === 1).toBe(a === b);
        expect(changes(a, b)).toBe(changes(b, a));
      }),
    );
  });
  it('counts swapped neighbours once', () => expect(changes('滨道江', '滨江道')).toBe(1));
});
