import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parentCodeOf, parseGridCode } from '#domain/place/code.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import type { Level, ShapedPlace } from '#domain/place/place.ts';
import { PolygonLayer } from '#domain/place/polygon-layer.ts';
import { isInRing } from '#domain/place/ring.ts';
import { buildTianjin, districtFeatures, placeRows, subdistrictFeatures, tianjinSources } from '#seed/places/index.ts';

const places = buildTianjin();
const rows = [...placeRows(places)];
const index = loadPlaces(rows);
const of = (level: Level): ShapedPlace[] => places.filter((place) => place.level === level);
const byCode = new Map(places.map((place) => [place.code, place]));

describe('the places of Tianjin', () => {
  it('are 16 districts, 299 subdistricts and 5,617 communities, each code once, each under its parent', () => {
    expect(['city', 'district', 'subdistrict', 'community'].map((level) => of(level as Level).length)).toEqual([1, 16, 299, 5617]); // prettier-ignore
    expect(byCode.size).toBe(places.length);
    expect(places.filter(({ code, parentCode }) => parentCode !== parentCodeOf(code))).toEqual([]);
  });

  it('have names in both languages, and known ones for the districts', () => {
    expect(places.filter(({ nameZh, nameEn }) => nameZh === '' || !/^[A-ZÀ-Ü0-9(]/u.test(nameEn))).toEqual([]);
    expect(of('district').map((place) => place.nameEn)).toContain('Binhai New Area');
    expect(byCode.get('120104009')).toMatchObject({ nameZh: '王顶堤街道', nameEn: 'Wangdingdi', approximate: true });
    expect(byCode.get('120101001001')).toMatchObject({ nameZh: '花园路社区', nameEn: 'Huayuanlu' });
    expect(byCode.get('120101')).toMatchObject({ approximate: false, hosting: 'central', population: 355_000 });
  });

  it('mark everything computed as approximate, and nothing else', () => {
    const computed = new Set(places.filter((place) => place.approximate).map((place) => place.level));
    const given = new Set(places.filter((place) => !place.approximate).map((place) => place.level));
    expect([[...computed], [...given]]).toEqual([
      ['subdistrict', 'community', 'grid'],
      ['city', 'district'],
    ]);
  });

  it('have unit grids of about a hectare with valid codes, numbered from 1 without a gap', () => {
    const grids = of('grid');
    const central = grids.filter(({ code }) => code < '120107').length;
    expect(central).toBeGreaterThan(17_000);
    expect(grids.length - central).toBeGreaterThan(25_000);
    const counts = new Map<string, number>();
    const odd: string[] = [];
    for (const { code, areaM2 } of grids) {
      const parsed = parseGridCode(code);
      if (!parsed.ok) throw new Error(parsed.reason);
      const { communityCode, sequence } = parsed.value;
      if (sequence !== (counts.get(communityCode) ?? 0) + 1 || areaM2 < 4_000 || areaM2 > 16_000) odd.push(code);
      counts.set(communityCode, sequence);
    }
    expect(odd).toEqual([]);
  });

  it('have no unit grid in the sea', () => {
    const sea = new PolygonLayer([{ ordinal: 0, parts: tianjinSources().sea }]);
    const wet = of('grid').filter(({ centroid }) => sea.find(centroid.lon * 1e6, centroid.lat * 1e6) !== -1);
    expect(wet.map(({ code }) => code)).toEqual([]);
    expect([sea.find(117.2e6, 39.13e6), sea.find(118.1e6, 38.9e6)]).toEqual([-1, 0]);
  });

  it('are numbered north to south: no grid lies a row north of the one before', () => {
    for (const community of of('community').slice(0, 300)) {
      const latitudes = index
        .childrenOf(index.ordinalOf(community.code))
        .map((at) => index.places[at]?.centroid.lat ?? 0);
      latitudes.forEach((lat, at) => expect(lat).toBeLessThan((latitudes[at - 1] ?? 90) + 0.002));
    }
  });

  it('add up: subdistricts to their district, communities to their subdistrict, the centre’s grids to its area', () => {
    const sums = new Map<string, number>();
    for (const { parentCode, areaM2 } of places) sums.set(parentCode ?? '', (sums.get(parentCode ?? '') ?? 0) + areaM2);
    for (const { level, code, areaM2 } of places) {
      const isWhole = level === 'city' || level === 'district' || level === 'subdistrict' || (level === 'community' && code < '120107'); // prettier-ignore
      if (isWhole) expect(Math.abs((sums.get(code) ?? 0) / areaM2 - 1)).toBeLessThan(1e-3);
    }
  });

  it('are found at their own centre', () => {
    const lost = places.filter(({ code, level, centroid }) => {
      const found = index.locateOrdinal(centroid.lon, centroid.lat);
      return level !== 'city' && index.places[index.ancestorAt(found, level)]?.code !== code;
    });
    expect(lost).toEqual([]);
  });

  it('are the same on every machine', () => {
    const digest = createHash('sha256');
    for (const { code, parts } of places) digest.update(`${code} ${JSON.stringify(parts)}\n`);
    expect(digest.digest('hex').slice(0, 16)).toMatchInlineSnapshot(`"a470c78fbb6eddbc"`);
  });
});

describe('points', () => {
  it('lie in exactly one place of a level, in the one that is drawn', () => {
    let state = 5;
    const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
    const drawn = { district: districtFeatures(places), subdistrict: subdistrictFeatures(places) };
    const rings = Object.entries(drawn).map(([level, features]) => ({
      level: level as Level,
      features: features.map(({ properties, geometry }) => ({
        code: properties.code,
        outers: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((part) => part[0]?.flat() ?? []),
      })),
    })); // prettier-ignore
    let disagree = 0;
    let doubled = 0;
    for (let i = 0; i < 4_000; i++) {
      const [lon, lat] = i % 2 === 0 ? [117.1 + random() * 0.2, 39.05 + random() * 0.14] : [116.7 + random() * 1.37, 38.55 + random() * 1.7]; // prettier-ignore
      const found = index.locateOrdinal(lon, lat);
      for (const { level, features } of rings) {
        const holding = features.filter(({ outers }) => outers.some((ring) => isInRing(ring, lon, lat)));
        if (holding.length > 1) doubled += 1;
        // Rounding to 0.1 m may put a point within a hand's breadth of a border on its other side.
        if ((holding[0]?.code ?? null) !== (index.places[index.ancestorAt(found, level)]?.code ?? null)) disagree += 1;
      }
    }
    expect(doubled).toBe(0);
    expect(disagree).toBeLessThanOrEqual(2);
  });

  it('outside the city say so: the sea, Beijing, Boston', () => {
    for (const [lon, lat] of [[118.4, 38.8], [116.4, 39.9], [-71.06, 42.36]] as const) expect(index.locate(lon, lat).inside).toBe(false); // prettier-ignore
  });

  it('in the fields of an outer district have a community but no grid', () => {
    expect(index.locate(117.45, 39.85)).toMatchObject({ inside: true, districtCode: '120119', gridCode: null });
    expect(index.locate(117.45, 39.85).communityCode).not.toBeNull();
  });
});

describe('the base map', () => {
  it('is made from these very places', () => {
    const fresh = subdistrictFeatures(places);
    const file = JSON.parse(readFileSync('public/map/subdistricts.json', 'utf8')) as { features: typeof fresh };
    const codes = (features: typeof fresh) => features.map((feature) => feature.properties.code);
    expect(codes(file.features)).toEqual(codes(fresh));
    file.features.forEach((feature, at) => {
      expect(feature.properties.lon).toBeCloseTo(fresh[at]?.properties.lon ?? 0, 4);
      expect(feature.properties.lat).toBeCloseTo(fresh[at]?.properties.lat ?? 0, 4);
    });
  });
});
