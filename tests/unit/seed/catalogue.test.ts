import { describe, expect, it } from 'vitest';
import { limitUnits } from '#domain/clock/limit.ts';
import { parseCategoryKey } from '#domain/category/category.ts';
import { STAGES } from '#domain/case/stage.ts';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { stageLimitRows } from '#seed/catalogue/stage-limits.ts';

const categories = categoryRows();
const conditions = conditionRows();
const keys = new Set(categories.map((category) => category.key));

function limitsOf(key: string): string[] {
  return conditions.filter((row) => row.categoryKey === key).map((row) => `${row.limit.value} ${row.limit.unit}`);
}

describe('national categories', () => {
  it('are the 118 components and 76 events whose number is known', () => {
    expect(categories.filter((category) => category.kind === 'component')).toHaveLength(118);
    expect(categories.filter((category) => category.kind === 'event')).toHaveLength(76);
  });

  it('have unique keys that say what they are', () => {
    expect(keys.size).toBe(categories.length);
    for (const { key, codeSystem, kind, classCode, subCode } of categories) {
      expect(parseCategoryKey(key)).toEqual({ codeSystem, kind, classCode, subCode });
    }
  });

  it('keep the class order of 2013: 04 street order, 05 emergencies', () => {
    const classOf = (key: string) => categories.find((category) => category.key === key)?.className.zh;
    expect(classOf('gbt30428.2-2013:event:0410')).toBe('街面秩序');
    expect(classOf('gbt30428.2-2013:event:0505')).toBe('突发事件');
    expect(classOf('gbt30428.2-2013:component:0505')).toBeUndefined();
  });

  it('are named in both languages, short enough for a wall', () => {
    for (const { key, name, shortName, className, source } of categories) {
      for (const text of [name.zh, name.en, shortName.zh, shortName.en, className.zh, className.en, source]) {
        expect(text.trim(), key).toBe(text);
        expect(text, key).not.toBe('');
      }
      expect([...shortName.zh].length, key).toBeLessThanOrEqual(7);
      expect(shortName.en.length, key).toBeLessThanOrEqual(18);
      expect(`${name.en}${shortName.en}`, key).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('can be told apart by their short names within their kind', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = categories.map((category) => `${category.kind} ${category.shortName[language]}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('filing conditions', () => {
  it('belong to a category of the catalogue, and every category has one', () => {
    const used = new Set(conditions.map((row) => row.categoryKey));
    expect([...used].filter((key) => !keys.has(key))).toEqual([]);
    expect([...keys].filter((key) => !used.has(key))).toEqual([]);
  });

  it('are numbered from 1 within their category', () => {
    const last = new Map<string, number>();
    for (const { categoryKey, conditionNo } of conditions) {
      expect(conditionNo).toBe((last.get(categoryKey) ?? 0) + 1);
      last.set(categoryKey, conditionNo);
    }
  });

  it('have a positive limit in a known unit and words in both languages', () => {
    for (const { categoryKey, limit, unitName, condition, closeCondition, source } of conditions) {
      expect(limit.value, categoryKey).toBeGreaterThan(0);
      expect(limitUnits, categoryKey).toContain(limit.unit);
      for (const text of [unitName, condition, closeCondition]) {
        expect(text.zh, categoryKey).toMatch(/\p{Script=Han}/u);
        expect(text.en, categoryKey).toMatch(/^[A-Z0-9a-z]/);
      }
      expect(source).not.toBe('');
    }
  });

  it('differ within one category', () => {
    for (const language of ['zh', 'en'] as const) {
      const texts = conditions.map((row) => `${row.categoryKey} ${row.condition[language]}`);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('give a missing manhole cover two urgent hours and a sunken surround five working days', () => {
    expect(limitsOf('gbt30428.2-2013:component:0101')).toEqual([
      '2 urgent-hour',
      '4 working-hour',
      '2 working-day',
      '5 working-day',
    ]);
    expect(limitsOf('gbt30428.2-2013:event:0101')).toEqual(['2 urgent-day', '15 working-day']);
    expect(limitsOf('gbt30428.2-2013:event:0410')).toEqual(['2 working-hour']);
  });

  it('mark borrowed limits as generic', () => {
    const generic = new Set(conditions.filter((row) => row.generic).map((row) => row.categoryKey));
    const own = new Set(conditions.filter((row) => !row.generic).map((row) => row.categoryKey));
    expect(own.size).toBe(132);
    expect(generic.size).toBe(62);
    expect([...generic].filter((key) => own.has(key))).toEqual([]);
    expect(conditions.filter((row) => !row.generic)).toHaveLength(372);
  });
});

describe('stage limits', () => {
  it('cover every stage but disposal, once, in minutes', () => {
    const rows = stageLimitRows();
    expect(rows.map((row) => row.stage)).toEqual(STAGES.filter((stage) => stage !== 'dispose'));
    expect(rows.map((row) => row.limit.value)).toEqual([15, 30, 15, 15, 30, 60]);
    expect(rows.every((row) => row.limit.unit === 'minute' && row.configurable)).toBe(true);
  });
});
