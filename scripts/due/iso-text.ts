import type { Zone } from '#domain/calendar/zone.ts';

/** An instant as ISO 8601 with the zone's own offset then, such as `2026-11-20T16:40:00+08:00`; ms only where there are any. */
export function isoText(zone: Zone, instant: number): string {
  const offset = Math.round(zone.offsetAt(instant) / 60_000);
  const local = new Date(instant + offset * 60_000).toISOString().slice(0, -1).replace('.000', '');
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}
