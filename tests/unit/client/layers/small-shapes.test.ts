import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtures } from '#client/map/fixtures.ts';
import { numberedSpots } from '#client/layers/alerts/numbered.ts';
import { smallShapes } from '#client/layers/alerts/small-shapes.ts';
import { viewOf } from '#client/map/camera.ts';

const box = { width: 1_000, height: 700 };
const view = viewOf({ lon: 117.2, lat: 39.1, zoom: 12 }, box, { x: 0, y: 0, ...box });
const u = 10;
const spot = fc.tuple(fc.integer({ min: -50, max: 1_050 }), fc.integer({ min: -50, max: 750 }));
const lngLatOf = (spots: readonly (readonly [number, number])[]): Float32Array =>
  Float32Array.from(spots.flatMap(([x, y]) => view.unproject(x, y)));

describe('smallShapes', () => {
  it('hides none behind another or behind a numbered one, and counts every case that shows', () => {
    fc.assert(
      fc.property(
        fc.array(spot, { maxLength: 120 }),
        fc.array(spot, { maxLength: 120 }),
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 1_000 }), y: fc.integer({ min: 0, max: 700 }) }), {
          maxLength: 8,
        }),
        (out, warn, numbered) => {
          const taken = numbered.map((at) => ({ ...at, radius: 17 }));
          const shapes = smallShapes({ timedOut: lngLatOf(out), dueSoon: lngLatOf(warn) }, view, u, taken);
          shapes.forEach((one, index) => {
            for (const other of shapes.slice(index + 1))
              expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThan(1.8 * u);
            for (const { x, y } of taken)
              expect(Math.max(Math.abs(one.x - x), Math.abs(one.y - y))).toBeGreaterThan(20);
          });
          const within = ([x, y]: readonly [number, number]): boolean =>
            x > u + 0.5 && y > u + 0.5 && x < box.width - u - 0.5 && y < box.height - u - 0.5;
          const shown = shapes.reduce((sum, { count }) => sum + count, 0);
          if (numbered.length === 0) expect(shown).toBeGreaterThanOrEqual([...out, ...warn].filter(within).length);
          expect(shown).toBeLessThanOrEqual(out.length + warn.length);
        },
      ),
    );
  });

  it('shares one shape among the cases of a spot, with their count', () => {
    const shapes = smallShapes(
      {
        timedOut: lngLatOf([[500, 300]]),
        dueSoon: lngLatOf([
          [505, 301],
          [504, 302],
          [505, 300],
        ]),
      },
      view,
      u,
      [],
    );
    expect(shapes.map(({ kind, count }) => [kind, count])).toEqual([
      ['out', 1],
      ['warn', 3],
    ]);
    expect(Math.hypot((shapes[0]?.x ?? 0) - 500, (shapes[0]?.y ?? 0) - 300)).toBeLessThan(14);
  });

  it('keeps groups together when the map is shifted', () => {
    const cases = {
      timedOut: lngLatOf([
        [500, 300],
        [530, 310],
        [512, 290],
      ]),
      dueSoon: new Float32Array(0),
    };
    const shifted = viewOf({ lon: 117.207, lat: 39.103, zoom: 12 }, box, { x: 0, y: 0, ...box });
    expect(smallShapes(cases, shifted, u, []).map(({ count }) => count)).toEqual(
      smallShapes(cases, view, u, []).map(({ count }) => count),
    );
  });

  it('places a storm of ten thousand alerts in a few milliseconds, every one counted', () => {
    const storm = Array.from(
      { length: 10_000 },
      (_, index) => [15 + ((index * 37) % 970), 15 + ((index * 61) % 670)] as const,
    );
    const shapes = smallShapes({ timedOut: lngLatOf(storm), dueSoon: new Float32Array(0) }, view, u, []);
    expect(shapes.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  });
});

describe('numberedSpots', () => {
  it('parts what covers each other, keeps all within the picture, and leaves out what lies outside', () => {
    const [lon, lat] = view.unproject(985, 350);
    const [away] = view.unproject(2_000, 350);
    const rows = [
      ...Array.from({ length: 6 }, () => ({ lon, lat, taken: false })),
      { lon: away, lat, taken: true },
      { lon: null, lat: null, taken: true },
    ];
    const spots = numberedSpots(rows, view, u);
    expect(spots).toHaveLength(6);
    for (const { x, radius } of spots) expect(x + radius).toBeLessThanOrEqual(box.width + 1e-6);
    expect(
      Math.hypot((spots[0]?.x ?? 0) - (spots[5]?.x ?? 0), (spots[0]?.y ?? 0) - (spots[5]?.y ?? 0)),
    ).toBeGreaterThan(30);
  });

  it('stands behind neither the title nor the simulated mark', () => {
    const rows = [
      [3 * u, 3 * u],
      [20 * u, 4 * u],
      [box.width - 3 * u, 2 * u],
      [box.width - 2 * u, box.height - 2 * u],
    ].map(([x = 0, y = 0]) => {
      const [lon, lat] = view.unproject(x, y);
      return { lon, lat, taken: false };
    });
    const spots = numberedSpots(rows, view, u);
    expect(spots).toHaveLength(rows.length);
    for (const { x, y, radius } of spots)
      for (const { left, top, right, bottom } of fixtures(box.width, box.height, u))
        expect(x + radius <= left || x - radius >= right || y + radius <= top || y - radius >= bottom).toBe(true);
  });

  it('stands behind no bezel, and on no other for it', () => {
    const joins = [
      { x: 500, y: 0, width: 8, height: box.height },
      { x: 0, y: 350, width: box.width, height: 8 },
    ];
    const spanning = viewOf({ lon: 117.2, lat: 39.1, zoom: 12 }, { ...box, joins }, { x: 0, y: 0, ...box });
    const rows = [497, 503, 508, 520].map((x, index) => {
      const [lon, lat] = spanning.unproject(x, 340 + 6 * index);
      return { lon, lat, taken: true };
    });
    const spots = numberedSpots(rows, spanning, u);
    for (const { x, y, radius } of spots) {
      expect(Math.abs(x - 504)).toBeGreaterThan(radius + 4 - 1e-6);
      expect(Math.abs(y - 354)).toBeGreaterThan(radius + 4 - 1e-6);
    }
    for (const [index, one] of spots.entries())
      for (const other of spots.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(1.6 * one.radius);
  });
});
