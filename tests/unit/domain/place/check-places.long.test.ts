import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWgs84, toWgs84 } from '#domain/place/datum.ts';
import { checkPlaces, type CheckOptions, type PlacesCheck } from '#domain/place/incoming/check-places.ts';
import type { IncomingFeature } from '#domain/place/incoming/feature.ts';
import { featuresOf, madeCells, numbersFrom, sphereAreaM2, type MadeCell } from '../../../fixtures/made-city.ts';

const COLUMNS = 6;
const ROWS = 5;
const plain: CheckOptions = { level: 'subdistrict', datum: 'wgs84', ancestor: null, codeField: null, nameField: null, toleranceM2: null, known: [] }; // prettier-ignore
/** The west half belongs to 110101, the east half to 110102. */
const codeOf = ({ column }: MadeCell, at: number): string =>
  `${column * 2 < COLUMNS ? '110101' : '110102'}${String(at + 1).padStart(3, '0')}`;
const ringOf = (feature: IncomingFeature | undefined): number[][] =>
  (feature?.geometry as { coordinates: number[][][] }).coordinates[0] as number[][];
const kindsOf = ({ problems }: PlacesCheck): string[] => problems.map(({ kind }) => kind);
const check = (features: readonly IncomingFeature[], options: Partial<CheckOptions> = {}): PlacesCheck =>
  checkPlaces(features, { ...plain, ...options });
const cityOf = (seed: number): IncomingFeature[] => featuresOf(madeCells(COLUMNS, ROWS, numbersFrom(seed)), codeOf);
const seeds = fc.integer({ min: 1, max: 1e6 });
const inner = fc.record({
  column: fc.integer({ min: 1, max: COLUMNS - 2 }),
  row: fc.integer({ min: 1, max: ROWS - 2 }),
});

describe('a city without faults', () => {
  it('has no problems, and its areas are right', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const features = cityOf(seed);
        const found = check(features);
        expect(found.problems).toEqual([]);
        expect(found.accepted).toHaveLength(COLUMNS * ROWS);
        found.accepted.forEach(({ areaM2 }, i) => {
          expect(areaM2 / sphereAreaM2(ringOf(features[i]))).toBeCloseTo(1, 2);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('comes out the same from every datum', () => {
    for (const datum of ['gcj02', 'bd09'] as const) {
      const features = cityOf(7);
      const shifted = features.map((feature) => {
        const ring = ringOf(feature).map(([lon = 0, lat = 0]) => Object.values(fromWgs84(lon, lat, datum)));
        return { ...feature, geometry: { type: 'Polygon', coordinates: [ring] } };
      });
      const found = check(shifted, { datum });
      expect(found.problems).toEqual([]);
      found.accepted.forEach(({ parts }, i) => {
        const [ring = []] = parts?.[0] ?? [];
        ringOf(features[i])
          .slice(0, -1)
          .forEach(([lon = 0, lat = 0], k) => {
            expect(Math.abs((ring[2 * k] ?? 0) - lon * 1e6)).toBeLessThanOrEqual(datum === 'gcj02' ? 2 : 10);
            expect(Math.abs((ring[2 * k + 1] ?? 0) - lat * 1e6)).toBeLessThanOrEqual(datum === 'gcj02' ? 2 : 10);
          });
      });
    }
  });
});

describe('converting a datum', () => {
  it('comes back to where it was, within a tenth of a metre', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 98, max: 122, noNaN: true }),
        fc.double({ min: 22, max: 46, noNaN: true }),
        (lon, lat) => {
          const there = fromWgs84(lon, lat, 'gcj02');
          const back = toWgs84(there.lon, there.lat, 'gcj02');
          expect(Math.abs(back.lon - lon)).toBeLessThan(1e-6);
          expect(Math.abs(back.lat - lat)).toBeLessThan(1e-6);
        },
      ),
    );
  });
});

describe('a planted fault', () => {
  const at = ({ column, row }: { column: number; row: number }): number => row * COLUMNS + column;

  /** Moves a corner of the south border of one place north (a gap) or south (an overlap); the ground between. */
  function bend(features: IncomingFeature[], place: number, by: number): number {
    const ring = ringOf(features[place]);
    const corner = ring[4] as number[];
    const moved = [corner[0] as number, (corner[1] as number) + by];
    const lost = [ring[3], corner, ring[5], moved, ring[3]] as number[][];
    ring[4] = moved;
    return sphereAreaM2(lost);
  }

  it('as a gap is found with its neighbours and its area', () => {
    fc.assert(
      fc.property(seeds, inner, fc.double({ min: 0.001, max: 0.005, noNaN: true }), (seed, where, by) => {
        const features = cityOf(seed);
        const place = at(where);
        const area = bend(features, place, by);
        const { problems } = check(features);
        expect(problems.map(({ kind }) => kind)).toEqual(['gap']);
        const codes = [features[place], features[place - COLUMNS]].map((feature) =>
          String(feature?.properties['adcode']),
        );
        expect(problems[0]?.codes.toSorted()).toEqual(codes.toSorted());
        expect((problems[0]?.areaM2 ?? 0) / area).toBeCloseTo(1, 1.8);
      }),
      { numRuns: 30 },
    );
  });

  it('as an overlap is found with both places and its area', () => {
    fc.assert(
      fc.property(seeds, inner, fc.double({ min: 0.001, max: 0.005, noNaN: true }), (seed, where, by) => {
        const features = cityOf(seed);
        const place = at(where);
        const area = bend(features, place, -by);
        const { problems } = check(features);
        expect(problems.map(({ kind }) => kind)).toEqual(['overlap']);
        const codes = [features[place], features[place - COLUMNS]].map((feature) =>
          String(feature?.properties['adcode']),
        );
        expect(problems[0]?.codes.toSorted()).toEqual(codes.toSorted());
        expect((problems[0]?.areaM2 ?? 0) / area).toBeCloseTo(1, 1.8);
      }),
      { numRuns: 30 },
    );
  });

  it('as a missing place is a gap of its size, and one that shrank leaves a ring around it', () => {
    const features = cityOf(3);
    const [missing] = features.splice(8, 1);
    const { problems } = check(features);
    expect(problems.map(({ kind }) => kind)).toEqual(['gap']);
    expect((problems[0]?.areaM2 ?? 0) / sphereAreaM2(ringOf(missing))).toBeCloseTo(1, 2);

    const shrunk = cityOf(3);
    const ring = ringOf(shrunk[8]);
    const whole = sphereAreaM2(ring);
    const [x = 0, y = 0] = ring.reduce(
      ([a = 0, b = 0], [lon = 0, lat = 0]) => [a + lon / ring.length, b + lat / ring.length],
      [0, 0],
    );
    ring.forEach((point, i) => (ring[i] = [x + ((point[0] ?? 0) - x) * 0.8, y + ((point[1] ?? 0) - y) * 0.8]));
    const [gap, ...others] = check(shrunk).problems;
    expect(others).toEqual([]);
    expect(gap?.kind).toBe('gap');
    expect((gap?.areaM2 ?? 0) / (whole - sphereAreaM2(ring))).toBeCloseTo(1, 2);
    expect(gap?.codes).toHaveLength(5);
  });

  it('as a place inside another is an overlap of all of it', () => {
    const features = cityOf(3);
    const small = [[116.3, 39.86], [116.301, 39.86], [116.301, 39.861], [116.3, 39.861], [116.3, 39.86]]; // prettier-ignore
    features.push({ line: 99, properties: { adcode: 110102900 }, geometry: { type: 'Polygon', coordinates: [small] } });
    const overlaps = check(features).problems.filter(({ kind }) => kind === 'overlap');
    expect(overlaps.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0) / sphereAreaM2(small)).toBeCloseTo(1, 2);
  });

  it('as a code that is there twice refuses the second, and leaves the ground covered', () => {
    const features = cityOf(4);
    (features[9]?.properties as Record<string, unknown>)['adcode'] = features[2]?.properties['adcode'];
    const found = check(features);
    expect(found.problems).toMatchObject([
      { kind: 'repeated-code', codes: [String(features[2]?.properties['adcode'])], line: 10 },
    ]);
    expect([found.accepted.length, found.rejected.length]).toEqual([29, 1]);
  });

  it('as a code of another parent is found by where the place lies', () => {
    const features = cityOf(5);
    const place = 1 + COLUMNS;
    (features[place]?.properties as Record<string, unknown>)['adcode'] = 110102077;
    expect(check(features).problems).toMatchObject([
      { kind: 'wrong-parent', codes: ['110102077', '110102', '110101'], refuses: false },
    ]);
  });

  it('as a parent outline that does not hold its child is found with the true parent and the areas', () => {
    const features = cityOf(6);
    (features[1]?.properties as Record<string, unknown>)['adcode'] = 110102077;
    const [west, south, east, north] = [116, 39.7, 116.262, 40.1];
    const box = (a: number, b: number): number[] =>
      [a, south, b, south, b, north, a, north].map((it) => Math.round(it * 1e6));
    const known = [
      { code: '110101', parts: [[box(west, east)]] },
      { code: '110102', parts: [[box(east, 116.5)]] },
    ];
    const { problems } = check(features, { known });
    const wrong = problems.filter(({ kind }) => kind === 'wrong-parent');
    expect(wrong).toMatchObject([{ codes: ['110102077', '110102', '110101'] }]);
    expect((wrong[0]?.areaM2 ?? 0) / sphereAreaM2(ringOf(features[1]))).toBeCloseTo(1, 2);
    expect(kindsOf(check(cityOf(6), { known }))).toContain('outside-parent');
    expect(kindsOf(check(cityOf(6), { known }))).toContain('gap');
  });

  it('as another city, another datum or another order of numbers is told of', () => {
    const features = cityOf(6);
    (features[2]?.properties as Record<string, unknown>)['adcode'] = 310101002;
    expect(check(features).problems).toMatchObject([
      { kind: 'wrong-parent', codes: ['310101002', '310101', '110000'] },
    ]);

    const away = cityOf(6);
    ringOf(away[2]).forEach((point) => (point[0] = (point[0] ?? 0) + 5));
    expect(kindsOf(check(away))).toContain('far-away');

    const swapped = cityOf(6);
    ringOf(swapped[2]).forEach((point) => point.reverse());
    expect(check(swapped).problems[0]).toMatchObject({ kind: 'swapped-axes', line: 3, refuses: true });

    const known = check(cityOf(6)).accepted.map(({ code, parts }) => ({ code, parts: parts ?? [] }));
    const shifted = cityOf(6).map((feature) => {
      const ring = ringOf(feature).map(([lon = 0, lat = 0]) => Object.values(fromWgs84(lon, lat, 'gcj02')));
      return { ...feature, geometry: { type: 'Polygon', coordinates: [ring] } };
    });
    expect(check(shifted, { known }).problems[0]).toMatchObject({
      kind: 'other-datum',
      hint: expect.stringContaining('gcj02'),
    });
    expect(kindsOf(check(cityOf(6), { known }))).toEqual([]);
  });
});

describe('a feature', () => {
  const square = [[116.2, 39.8], [116.22, 39.8], [116.22, 39.82], [116.2, 39.82], [116.2, 39.8]]; // prettier-ignore
  const one = (
    properties: Record<string, unknown>,
    geometry: unknown = { type: 'Polygon', coordinates: [square] },
  ): PlacesCheck => check([{ line: 1, properties, geometry }], { level: 'district' });

  it('has its code under any usual name, as a number, with zeros filled up, in wide digits', () => {
    for (const properties of [
      { adcode: 110101, name: '东城区' },
      { 代码: ' 110101 ', 名称: '东城区' },
      { XZQDM: '110101000000', MC: '东城区' },
      { OBJCODE: '１１０１０１', NAME: ' 东城区' },
      { id: "'110101", name: '东城区', parent: { adcode: 110000 } },
      { level: 3, anything: '110101.0', NAME: '东城区', center: [1, 2] },
    ])
      // prettier-ignore
      expect(one(properties).accepted).toMatchObject([{ code: '110101', name: '东城区', parent: '110000' }]);
    expect(one({ adcode: 110101, parent: { adcode: 310000 } }).problems[0]).toMatchObject({ kind: 'wrong-parent', codes: ['110101', '310000', '110000'] }); // prettier-ignore
  });

  it('is refused with what is wrong with it', () => {
    for (const [kind, properties, geometry] of [
      ['no-code', { name: '东城区' }],
      ['bad-code', { code: '11010' }],
      ['bad-code', { code: '110100' }],
      ['no-outline', { code: '110101' }, null],
      ['no-outline', { code: '110101' }, { type: 'Point', coordinates: [1, 2] }],
      ['no-outline', { code: '110101' }, { type: 'Polygon', coordinates: 7 }],
      ['no-outline', { code: '110101' }, { type: 'MultiPolygon', coordinates: [] }],
      [
        'invalid-ring',
        { code: '110101' },
        {
          type: 'Polygon',
          coordinates: [
            [
              [1, 2],
              [3, 4],
            ],
          ],
        },
      ],
      ['invalid-ring', { code: '110101' }, { type: 'Polygon', coordinates: [[[116, 39], null, ['a', 1]]] }],
      [
        'invalid-ring',
        { code: '110101' },
        { type: 'Polygon', coordinates: [square, square.map(([x = 0, y = 0]) => [x + 1, y])] },
      ],
      ['not-degrees', { code: '110101' }, { type: 'Polygon', coordinates: [[[39500000, 4400000]]] }],
      [
        'self-intersection',
        { code: '110101' },
        { type: 'Polygon', coordinates: [[square[0], square[2], square[1], [116.19, 39.83], square[0]]] },
      ],
    ] as const) {
      // prettier-ignore
      const { problems, accepted } = one(properties, geometry === undefined ? { type: 'Polygon', coordinates: [square] } : geometry);
      expect(problems.filter(({ refuses }) => refuses).map((it) => it.kind)).toContain(kind);
      expect(accepted).toEqual([]);
    }
  });

  it('is closed where its ring is not, and said so', () => {
    const found = one({ code: '110101', name: 'x' }, { type: 'Polygon', coordinates: [square.slice(0, -1)] });
    expect(kindsOf(found)).toEqual(['unclosed-ring']);
    expect(found.accepted[0]?.areaM2).toBeGreaterThan(3e6);
  });

  it('never breaks the check, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ properties: fc.dictionary(fc.string(), fc.anything()), geometry: fc.anything() }), {
          maxLength: 4,
        }),
        (some) => {
          const found = check(some.map((it, i) => ({ ...it, line: i + 1 })));
          return found.accepted.length + found.rejected.length === some.length;
        },
      ),
    );
  });
});
