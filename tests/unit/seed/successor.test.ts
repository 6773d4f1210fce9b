import { describe, expect, it } from 'vitest';
import { parseCategoryKey } from '#domain/category/category.ts';
import { joinCategories } from '#domain/category/mapping.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { successorRows } from '#seed/catalogue/successor.ts';

const rows = successorRows();
const base = new Map(categoryRows().map((category) => [category.key, category]));

describe('the 2026 successor', () => {
  it('has 153 components and 250 matters, all second-hand, each once', () => {
    expect(rows.filter(({ kind }) => kind === 'component')).toHaveLength(153);
    expect(rows.filter(({ kind }) => kind === 'event')).toHaveLength(250);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(403);
    expect(new Set(rows.map(({ attested }) => attested))).toEqual(new Set(['second-hand']));
    for (const { key, codeSystem, kind, classCode, subCode } of rows) {
      expect(parseCategoryKey(key)).toEqual({ codeSystem, kind, classCode, subCode });
      expect(classCode + subCode).toMatch(/^\d{5}$/);
    }
  });

  it('has an English name only where the 2013 list has the very same Chinese one', () => {
    for (const { kind, name } of rows.filter((row) => row.name.en !== '')) {
      const twins = [...base.values()].filter((old) => old.kind === kind && old.name.zh === name.zh);
      expect(twins.map((old) => old.name.en)).toContain(name.en);
    }
  });

  it('continues categories of 2013 of its own kind, none twice, and says how that is known', () => {
    const mapped = rows.flatMap(({ kind, name, mapping }) => (mapping ? [{ kind, name, ...mapping }] : []));
    expect(new Set(mapped.map(({ to }) => to)).size).toBe(mapped.length);
    for (const { kind, name, to, basis } of mapped) {
      expect(base.get(to)?.kind).toBe(kind);
      if (basis === 'same-name') expect(base.get(to)?.name.zh).toBe(name.zh);
    }
    const joined = joinCategories(rows);
    expect(joined('gbt47678.5-2026:event:06010')).toBe('gbt30428.2-2013:event:0110');
    expect(joined('gbt47678.5-2026:component:01070')).toBe('gbt30428.2-2013:component:0507');
    // 05 01 of the matters is a broken component, which 2013 files as the component itself.
    expect(joined('gbt47678.5-2026:event:01001')).toBe('gbt47678.5-2026:event:01001');
  });
});
