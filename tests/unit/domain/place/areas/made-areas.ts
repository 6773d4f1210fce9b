import { AreaPoints } from '#domain/place/areas/area-points.ts';
import { buildAreas, type BuiltAreas } from '#domain/place/areas/build-areas.ts';
import { isInRing } from '#domain/place/ring.ts';
import { randomOf } from '#seed/places/build/random.ts';

export type Told = readonly [name: string | null, lon: number, lat: number];

/** Points around a few middles, each named as its nearest middle is; one in twenty as another one. */
export function madeCity(seed: string, names: readonly string[], count: number): Told[] {
  const random = randomOf(seed);
  const middles = names.map((name) => ({ name, lon: -71 + 0.2 * random(), lat: 42 + 0.15 * random() }));
  return Array.from({ length: count }, (): Told => {
    const [lon, lat] = [-71 + 0.2 * random(), 42 + 0.15 * random()];
    const apart = (one: { lon: number; lat: number }): number => (one.lon - lon) ** 2 + (one.lat - lat) ** 2;
    const nearest = middles.reduce((best, one) => (apart(one) < apart(best) ? one : best));
    const name = random() < 0.05 ? (names[Math.floor(random() * names.length)] as string) : nearest.name;
    return [name, lon, lat];
  });
}

export function drawn(told: readonly Told[], most = 60, notAreas: readonly string[] = []): BuiltAreas {
  const points = new AreaPoints();
  for (const [name, lon, lat] of told) points.add(name, { lon, lat });
  const built = buildAreas(points, { most, notAreas });
  if (built === null) throw new Error('nothing was drawn');
  return built;
}

/** How many areas have a point inside. */
export function holders({ areas }: BuiltAreas, lon: number, lat: number): number[] {
  return areas.flatMap(({ rings }, at) =>
    rings.some((ring) => isInRing(ring, Math.round(lon * 1e6), Math.round(lat * 1e6))) ? [at] : [],
  );
}
