import { openZone } from '../calendar/zone.ts';

const MINUTE_MS = 60_000;

/** Local minutes after midnight of instants in a zone: what the hours of a playlist count in. */
export function minutesOf(timeZone: string): (instant: number) => number {
  const zone = openZone(timeZone);
  return (instant) => {
    const minutes = Math.floor((instant + zone.offsetAt(instant)) / MINUTE_MS) % 1_440;
    return minutes < 0 ? minutes + 1_440 : minutes;
  };
}
