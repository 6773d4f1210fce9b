import { describe, expect, it } from 'vitest';
import { checkPosition } from '#adapters/http/edge/check-position.ts';

const metresBetween = (a: { lon: number; lat: number }, b: { lon: number; lat: number }) =>
  Math.hypot((a.lon - b.lon) * 111_320 * Math.cos((a.lat * Math.PI) / 180), (a.lat - b.lat) * 111_320);

function accepted(lon: number, lat: number, datum: string) {
  const checked = checkPosition(lon, lat, datum);
  if (!checked.ok) throw new Error(checked.rejection.message);
  return checked.position;
}

describe('a position at the edge', () => {
  it('is kept as it comes in WGS-84 and CGCS2000', () => {
    expect(accepted(117.2, 39.13, 'wgs84')).toEqual({ lon: 117.2, lat: 39.13 });
    expect(accepted(117.2, 39.13, 'cgcs2000')).toEqual({ lon: 117.2, lat: 39.13 });
    expect(accepted(-71.0587, 42.3594, 'wgs84')).toEqual({ lon: -71.0587, lat: 42.3594 });
  });

  it('is moved by some 560 m from GCJ-02 and by more than a kilometre from BD-09', () => {
    const given = { lon: 117.2046, lat: 39.1333 };
    expect(metresBetween(accepted(given.lon, given.lat, 'gcj02'), given)).toBeGreaterThan(400);
    expect(metresBetween(accepted(given.lon, given.lat, 'gcj02'), given)).toBeLessThan(700);
    expect(metresBetween(accepted(given.lon, given.lat, 'bd09'), given)).toBeGreaterThan(800);
  });

  it.each([
    [117.2, 39.1, 'cgcs54', 'unknown-datum', 'position.datum'],
    [NaN, 39.1, 'wgs84', 'bad-position', 'position.lon'],
    [117.2, Infinity, 'wgs84', 'bad-position', 'position.lat'],
    [0, 0, 'wgs84', 'no-fix', 'position.lon'],
    [39.13, 117.2, 'wgs84', 'position-swapped', 'position.lon'],
    [43.8, 87.6, 'wgs84', 'position-swapped', 'position.lon'],
    [42.36, -71.06, 'wgs84', null, null],
    [42.36, -171.06, 'wgs84', 'position-swapped', 'position.lon'],
    [200, 39.1, 'wgs84', 'bad-position', 'position.lon'],
    [117.2, -95, 'wgs84', 'bad-position', 'position.lat'],
    [117.2, 1e9, 'wgs84', 'bad-position', 'position.lat'],
  ])('%f, %f in %s is judged %s', (lon, lat, datum, code, field) => {
    const checked = checkPosition(lon, lat, datum, 'position.');
    expect(checked.ok ? [null, null] : [checked.rejection.code, checked.rejection.field]).toEqual([code, field]);
  });

  it('says what a swapped pair probably meant', () => {
    const checked = checkPosition(39.13, 117.2, 'wgs84');
    expect(checked.ok ? '' : checked.rejection.message).toContain('did you mean lon 117.2, lat 39.13?');
  });
});
