import { DATUMS, isDatum, looksSwapped, toWgs84 } from '#domain/place/datum.ts';
import type { Position } from '#domain/place/position.ts';
import type { Rejection } from '#wire/http/rejection.ts';
import { rejected } from './rejected.ts';

/** A position in the platform's datum, or why it cannot be one. */
export type CheckedPosition = { ok: true; position: Position } | { ok: false; rejection: Rejection };

/**
 * Checks degrees and converts them to WGS-84. Refused are numbers that are no coordinates, the point 0,0 that devices
 * without a fix send, and pairs that only make sense in China the other way round.
 *
 * @param field prefix for the field's name in a rejection, such as `position.`.
 */
export function checkPosition(lon: number, lat: number, datum: string, field = ''): CheckedPosition {
  if (!isDatum(datum)) {
    return refuse('unknown-datum', `${field}datum`, `${datum} is none of ${DATUMS.join(', ')}`);
  }
  if (!Number.isFinite(lon)) return refuse('bad-position', `${field}lon`, 'the longitude is not a number');
  if (!Number.isFinite(lat)) return refuse('bad-position', `${field}lat`, 'the latitude is not a number');
  if (lon === 0 && lat === 0) return refuse('no-fix', `${field}lon`, 'position 0,0 is a device without a fix');
  if (looksSwapped(lon, lat)) {
    const hint = `longitude and latitude look swapped: did you mean lon ${lat}, lat ${lon}?`;
    return refuse('position-swapped', `${field}lon`, hint);
  }
  if (Math.abs(lat) > 90) return refuse('bad-position', `${field}lat`, `there is no latitude ${lat}`);
  if (Math.abs(lon) > 180) return refuse('bad-position', `${field}lon`, `there is no longitude ${lon}`);
  return { ok: true, position: toWgs84(lon, lat, datum) };
}

function refuse(code: Rejection['code'], field: string, message: string): CheckedPosition {
  return { ok: false, rejection: rejected(code, field, message) };
}
