import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryKey, parseCategoryKey, type Kind } from '#domain/category/category.ts';
import { BOSTON_311, NATIONAL_2007, NATIONAL_2013, NATIONAL_2026 } from '#domain/category/code-system.ts';

describe('categoryKey', () => {
  it('joins national codes as the standard prints them', () => {
    expect(categoryKey(NATIONAL_2013, 'component', '01', '01')).toBe('gbt30428.2-2013:component:0101');
    expect(categoryKey(NATIONAL_2026, 'event', '06', '010')).toBe('gbt47678.5-2026:event:06010');
  });

  it('keeps component 0101 and event 0101 apart', () => {
    expect(categoryKey(NATIONAL_2013, 'component', '01', '01')).not.toBe(
      categoryKey(NATIONAL_2013, 'event', '01', '01'),
    );
  });

  it('keeps the same digits of two code systems apart', () => {
    expect(categoryKey(NATIONAL_2007, 'event', '04', '01')).not.toBe(categoryKey(NATIONAL_2013, 'event', '04', '01'));
  });

  it('separates codes that are not of the standard width', () => {
    expect(categoryKey(NATIONAL_2013, 'event', '01', '080')).toBe('gbt30428.2-2013:event:01/080');
    expect(categoryKey(BOSTON_311, 'event', 'Street Lights', 'Outage: a/b 100%')).toBe(
      'boston311:event:Street Lights/Outage%3A a%2Fb 100%25',
    );
  });

  it('refuses empty codes and a colon in the system', () => {
    expect(() => categoryKey('', 'event', '01', '01')).toThrow(RangeError);
    expect(() => categoryKey('a:b', 'event', '01', '01')).toThrow(RangeError);
    expect(() => categoryKey(NATIONAL_2013, 'event', '', '01')).toThrow(RangeError);
    expect(() => categoryKey(NATIONAL_2013, 'event', '01', '')).toThrow(RangeError);
  });

  it('reads back every key it writes', () => {
    const part = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.stringMatching(/^[0-9]{2,3}$/),
      fc.constantFrom('%2F', '%', '/', ':', '%252F'),
    );
    const system = fc.constantFrom(NATIONAL_2013, NATIONAL_2026, NATIONAL_2007, BOSTON_311);
    fc.assert(
      fc.property(system, fc.constantFrom<Kind>('component', 'event'), part, part, (codeSystem, kind, cls, sub) => {
        const key = categoryKey(codeSystem, kind, cls, sub);
        expect(parseCategoryKey(key)).toEqual({ codeSystem, kind, classCode: cls, subCode: sub });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('parseCategoryKey', () => {
  it.each([
    '',
    'gbt30428.2-2013',
    'gbt30428.2-2013:component',
    'gbt30428.2-2013:thing:0101',
    'gbt30428.2-2013:component:01',
    'gbt30428.2-2013:component:01011',
    'gbt30428.2-2013:component:01/01',
    'gbt30428.2-2013:component:0101:x',
    'boston311:event:0101',
    'boston311:event:a/b/c',
    'boston311:event:a%2f/b%zz/',
    'boston311:event:/b',
  ])('refuses %j', (text) => {
    expect(parseCategoryKey(text)).toBeNull();
  });

  it('gives the same key back for whatever it accepts', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        const text = `boston311:event:${tail}`;
        const id = parseCategoryKey(text);
        if (id !== null) expect(categoryKey(id.codeSystem, id.kind, id.classCode, id.subCode)).toBe(text);
      }),
    );
  });
});
