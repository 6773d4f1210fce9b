import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signedArea } from '#domain/place/ring.ts';
import { drawn, holders, madeCity } from './made-areas.ts';

it('areas drawn from cases hold most of their own points each, never two the same ground, the same in every run', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 60, max: 600 }), fc.nat(), (areas, count, seed) => {
      const names = Array.from({ length: areas }, (_, at) => `Area ${at + 1}`);
      const told = madeCity(String(seed), names, count);
      const built = drawn(told);
      const own = new Map<number, { all: number; inside: number }>();
      let shared = 0;
      for (const [name, lon, lat] of told) {
        const found = holders(built, lon, lat);
        if (found.length > 1) shared += 1;
        const area = built.byKey.get(String(name).toLowerCase());
        if (area === undefined) continue;
        const count = own.get(area) ?? { all: 0, inside: 0 };
        own.set(area, { all: count.all + 1, inside: count.inside + Number(found.includes(area)) });
      }
      expect(shared).toBe(0);
      // Along its border an area of a handful of cases may lose half of them; one of some size may not.
      const counts = [...own.values()];
      for (const { all, inside } of counts.filter(({ all }) => all >= 30)) expect(2 * inside).toBeGreaterThan(all);
      const inside = counts.reduce((sum, count) => sum + count.inside, 0);
      expect(2 * inside).toBeGreaterThan(counts.reduce((sum, { all }) => sum + all, 0));
      expect(own.size).toBe(built.areas.length);
      expect(built.areas.every(({ rings }) => rings.every((ring) => signedArea(ring) > 0))).toBe(true);
      expect(drawn(told)).toEqual(built);
    }),
    { numRuns: 20 },
  );
});
