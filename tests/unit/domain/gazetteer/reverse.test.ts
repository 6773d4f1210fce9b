import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from '#domain/place/distance.ts';
import { directionOf, moved, type Direction } from '#domain/gazetteer/direction.ts';
import { forward } from '#domain/gazetteer/forward.ts';
import { Gazetteer } from '#domain/gazetteer/gazetteer.ts';
import { reverse } from '#domain/gazetteer/reverse.ts';
import { gazetteer, middle, places } from './sample.ts';

const at = (east: number, north: number) => ({ lon: middle.lon + east, lat: middle.lat + north });

describe('point to place', () => {
  it('names divisions, road, direction and distance in one sentence of each language', () => {
    const answer = reverse(gazetteer, at(0.002, 0.00054));
    expect(answer.place.communityCode).toBe('120101001001');
    expect(answer.road).toMatchObject({ nameZh: '滨江道', direction: 0 });
    expect(answer.zh).toMatch(/^和平区.*，滨江道北约60米$/u);
    expect(answer.en).toMatch(/^about 60 m north of Binjiang Road, .*Heping District$/u);
  });

  it('names the plate at hand, the shop, the river far off, and nothing outside', () => {
    expect(reverse(gazetteer, at(-0.004, 0.0001)).zh).toMatch(/，滨江道100号旁$/u);
    expect(reverse(gazetteer, at(0.002, 0.003)).zh).toMatch(/，劝业场旁$/u);
    expect(reverse(gazetteer, at(0.02, 0.02)).named?.nameZh).toBe('海河');
    expect(reverse(gazetteer, { lon: 100, lat: 20 })).toMatchObject({
      zh: '市域外',
      en: 'outside the city',
      road: null,
    });
  });

  it('says where a point lies although there is no gazetteer', () => {
    expect(reverse(Gazetteer.of([], places), middle).zh).toMatch(/^和平区/u);
  });

  it('is found again: what a sentence says leads to a candidate in the same community', () => {
    const inside = fc.record({
      east: fc.double({ min: -0.005, max: 0.17, noNaN: true }),
      north: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
    });
    fc.assert(
      fc.property(inside, ({ east, north }) => {
        const point = at(east, north);
        const answer = reverse(gazetteer, point);
        const { communityCode } = answer.place;
        fc.pre(communityCode !== null);
        for (const sentence of [answer.zh, answer.en]) {
          const { candidates } = forward(gazetteer, sentence, { near: null, limit: 10 });
          expect(candidates.map(({ place }) => place.communityCode)).toContain(communityCode);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the eight directions', () => {
  it('lead back to where they were taken from', () => {
    const direction = fc.integer({ min: 0, max: 7 }) as fc.Arbitrary<Direction>;
    fc.assert(
      fc.property(direction, fc.integer({ min: 5, max: 5_000 }), (way, metres) => {
        const there = moved(middle, way, metres);
        expect(directionOf(middle, there)).toBe(way);
        expect(Math.abs(distanceMetres(middle, there) / metres - 1)).toBeLessThan(0.01);
      }),
    );
  });
});
