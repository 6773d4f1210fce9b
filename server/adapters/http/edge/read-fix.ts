import { z } from 'zod';
import type { Fix } from '#domain/team/team.ts';
import type { PlainFix } from '#wire/http/binary-fixes.ts';
import type { Datum } from '#domain/place/datum.ts';
import { isUnfitText } from '#wire/http/unfit-text.ts';
import { checkInstant } from './check-instant.ts';
import { checkPosition } from './check-position.ts';
import type { ReadItem } from './read-report.ts';
import { rejected } from './rejected.ts';

const known = new Set(['team', 'lon', 'lat', 'datum', 'at', 'heading', 'speed']);
// The schema's own pattern: Date.parse alone would take the 30th of February and times without an offset.
const offsetTime = z.core.regexes.datetime({ offset: true });

/** Reads one JSON position by hand: thousands come every second, and a schema costs several times the parsing. */
export function readFix(value: unknown, now: number): ReadItem<Fix> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('bad-field', null, 'a fix is an object');
  }
  for (const name of Object.keys(value))
    if (!known.has(name)) return refuse('unknown-field', name, 'there is no such field');
  const { team, lon, lat, datum = 'wgs84', at, heading = null, speed = null } = value as Record<string, unknown>;
  if (typeof team !== 'string' || !isTeamCode(team)) return refuse('bad-field', 'team', 'team is not a team code');
  if (typeof lon !== 'number') return refuse('bad-position', 'lon', 'lon is not a number of degrees');
  if (typeof lat !== 'number') return refuse('bad-position', 'lat', 'lat is not a number of degrees');
  if (typeof datum !== 'string') return refuse('unknown-datum', 'datum', 'datum is not a word');
  const instant = typeof at === 'number' ? at : typeof at === 'string' && offsetTime.test(at) ? Date.parse(at) : NaN;
  if (!Number.isSafeInteger(instant)) {
    return refuse('bad-time', 'at', 'at is neither ISO 8601 with an offset nor UTC epoch milliseconds');
  }
  if (!isOptionalNumber(heading, 360)) return refuse('bad-field', 'heading', 'heading is not between 0 and 360');
  if (!isOptionalNumber(speed, 200)) return refuse('bad-field', 'speed', 'speed is not between 0 and 200');
  return checkFix({ team, lon, lat, at: instant, heading, speed }, datum, now);
}

/** Checks a fix whose fields have the right types already, such as one of a binary body. */
export function checkFix(fix: PlainFix, datum: Datum | string, now: number): ReadItem<Fix> {
  if (!isTeamCode(fix.team)) return refuse('bad-field', 'team', 'team is not a team code');
  const badTime = checkInstant(fix.at, now, 'at');
  if (badTime) return { ok: false, rejection: badTime };
  const checked = checkPosition(fix.lon, fix.lat, datum);
  if (!checked.ok) return checked;
  const heading = fix.heading === 360 ? 0 : fix.heading;
  const { lon, lat } = checked.position;
  // Written out: spreading costs 30 times as much, and thousands of these are made every second.
  return { ok: true, item: { team: fix.team, lon, lat, at: fix.at, heading, speed: fix.speed } };
}

function isTeamCode(text: string): boolean {
  return text.length > 0 && text.length <= 40 && text.trim() === text && !/[\t\r\n]/.test(text) && !isUnfitText(text);
}

function isOptionalNumber(value: unknown, most: number): value is number | null {
  return value === null || (typeof value === 'number' && value >= 0 && value <= most);
}

function refuse(...fault: Parameters<typeof rejected>): { ok: false; rejection: ReturnType<typeof rejected> } {
  return { ok: false, rejection: rejected(...fault) };
}
