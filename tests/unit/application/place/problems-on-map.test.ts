import { describe, expect, it } from 'vitest';
import { checkInForce } from '#application/place/check-in-force.ts';
import { listProblems } from '#application/place/list-problems.ts';
import { problemsGeoJson } from '#application/place/places-report.ts';
import { thinned } from '#application/place/problem-shapes.ts';
import { checkPlaces } from '#domain/place/incoming/check-places.ts';
import { loadPlaces } from '#domain/place/place-row.ts';
import { boxOutline, row } from '../../domain/place/fixture.ts';

type Box = [code: string, west: number, south: number, east: number, north: number];
function checkOf(boxes: readonly Box[]) {
  const features = boxes.map(([code, ...corners], at) => {
    return { line: at + 1, properties: { code, name: code }, geometry: boxOutline(...corners) };
  });
  return checkPlaces(features, {
    ...{ level: 'subdistrict', datum: 'wgs84', ancestor: '120101', codeField: 'code', nameField: 'name' },
    ...{ toleranceM2: null, known: [] },
  });
}
/** Two that overlap, a third whose code is none, and a repeated one. */
const BAD: Box[] = [
  ['120101001', 117, 39, 117.05, 39.1],
  ['120101002', 117.04, 39, 117.1, 39.1],
  ['12010', 117.1, 39, 117.2, 39.1],
  ['120101001', 117.2, 39, 117.3, 39.1],
];

describe('problems of outlines', () => {
  it('each say where they lie: the ground of an overlap, the outline of a place with a bad or repeated code', () => {
    const problems = listProblems(checkOf(BAD));
    const shapeOf = (field: RegExp, line: number | null) =>
      problems.find((one) => field.test(one.reason.en) && one.line === line)?.shape;
    expect(shapeOf(/both hold/, null)).toMatchObject({ type: 'Polygon' });
    expect(shapeOf(/digits|code/, 3)).toMatchObject({
      type: 'Polygon',
      coordinates: [expect.arrayContaining([[117.1, 39]])],
    });
    expect(problems.filter(({ line }) => line !== null).every(({ shape }) => shape != null)).toBe(true);
  });

  it('go into a GeoJSON file in both languages, every one of them', () => {
    const check = checkOf(BAD);
    const { type, features } = problemsGeoJson(check) as {
      type: string;
      features: { properties: object; geometry: unknown }[];
    };
    expect(type).toBe('FeatureCollection');
    expect(features).toHaveLength(check.problems.length);
    for (const { properties } of features) {
      expect(properties).toMatchObject({
        kind: expect.any(String),
        reason: expect.any(String),
        reasonZh: expect.stringMatching(/\p{Script=Han}/u),
      });
    }
    expect(features.every(({ geometry }) => geometry !== null)).toBe(true);
  });

  it('are sent with few corners, the ring still closed', () => {
    const ring = Array.from({ length: 999 }, (_, at) => [Math.cos(at), Math.sin(at)]);
    const shape = thinned({ type: 'Polygon', coordinates: [[...ring, ring[0] as number[]]] }, 50);
    const [kept] = (shape as { coordinates: number[][][] }).coordinates;
    expect(kept).toHaveLength(50);
    expect(kept?.[0]).toEqual(kept?.at(-1));
  });
});

describe('the outlines in force', () => {
  const cityOf = (east: number) =>
    loadPlaces([
      row('120000', 'city', null, boxOutline(117, 39, 117.2, 39.2)),
      row('120101', 'district', '120000', boxOutline(117, 39, 117.1, 39.1)),
      row('120101001', 'subdistrict', '120101', boxOutline(117, 39, 117.05, 39.1)),
      row('120101002', 'subdistrict', '120101', boxOutline(east, 39, 117.1, 39.1)),
    ]);

  it('are told to be whole where they are', () => {
    expect(checkInForce(cityOf(117.05), '120101')).toEqual([]);
    expect(checkInForce(cityOf(117.05), '120101001')).toEqual([]);
  });

  it('show the ground that nobody holds or two hold', () => {
    expect(checkInForce(cityOf(117.06), '120101')).toMatchObject([{ shape: { type: 'Polygon' }, refuses: false }]);
    expect(checkInForce(cityOf(117.04), '120101')?.[0]?.reason.zh).toContain('重叠');
  });

  it('are asked about of a place that is there', () => {
    expect(checkInForce(cityOf(117.05), '120199')).toBeNull();
  });
});
