import { describe, expect, it } from 'vitest';
import { categoryRows } from '#seed/catalogue/categories.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { CHANNEL_MIX, EVENT_SHARE, caseMix, conditionMix } from '#seed/catalogue/mix.ts';

const mix = caseMix();
const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
const weightOf = (code: string) => mix.find((entry) => entry.categoryKey.endsWith(code))?.weight ?? 0;

describe('case mix', () => {
  it('sums to 1 with 97.5 % events', () => {
    expect(sum(mix.map((entry) => entry.weight))).toBeCloseTo(1, 12);
    const events = mix.filter((entry) => entry.categoryKey.includes(':event:'));
    expect(sum(events.map((entry) => entry.weight))).toBeCloseTo(EVENT_SHARE, 12);
  });

  it('holds every category of the catalogue once, none without weight', () => {
    expect(mix.map((entry) => entry.categoryKey).sort()).toEqual(
      categoryRows()
        .map(({ key }) => key)
        .sort(),
    );
    expect(mix.every((entry) => entry.weight > 0)).toBe(true);
  });

  it('has a heavy head: five types make over three fifths of all cases', () => {
    const heaviest = [...mix].sort((a, b) => b.weight - a.weight).slice(0, 5);
    expect(heaviest.map((entry) => entry.categoryKey.split(':').slice(1).join(':')).sort()).toEqual([
      'event:0110',
      'event:0136',
      'event:0201',
      'event:0207',
      'event:0410',
    ]);
    expect(sum(heaviest.map((entry) => entry.weight))).toBeGreaterThan(0.6);
  });

  it('keeps the order of the counted types and their closing rates', () => {
    expect(weightOf('event:0410')).toBeGreaterThan(weightOf('event:0207'));
    expect(weightOf('event:0401')).toBeGreaterThan(weightOf('event:0112'));
    expect(weightOf('component:0305')).toBeGreaterThan(weightOf('component:0123'));
    const unknownCover = mix.find((entry) => entry.categoryKey.endsWith('component:0123'));
    expect(unknownCover?.closedShare).toBeCloseTo(2 / 6, 12);
  });

  it('has reports by collectors and the public as counted', () => {
    expect(sum(CHANNEL_MIX.map((entry) => entry.weight))).toBeCloseTo(1, 12);
  });
});

describe('condition mix', () => {
  it('weighs every condition, to 1 in each category', () => {
    const weights = conditionMix();
    expect(weights.map((row) => `${row.categoryKey} ${row.conditionNo}`)).toEqual(
      conditionRows().map((row) => `${row.categoryKey} ${row.conditionNo}`),
    );
    for (const { key } of categoryRows()) {
      const own = weights.filter((row) => row.categoryKey === key).map((row) => row.weight);
      expect(sum(own), key).toBeCloseTo(1, 12);
    }
  });

  it('makes the dangerous condition of a component the rarest', () => {
    const cover = conditionMix().filter((row) => row.categoryKey.endsWith('component:0101'));
    expect(cover.map((row) => row.weight)).toEqual([0.1, 0.3, 0.3, 0.3]);
  });
});
