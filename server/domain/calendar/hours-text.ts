import type { HoursRule } from './calendar.ts';
import { minuteOfTime } from './dates.ts';

const part = /^(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|到)\s*(\d{1,2})[:：](\d{2})$/;

/**
 * Working hours as people write them: `08:30-12:00, 14:00-18:00`, with any usual dash, comma or blank between.
 * Throws RangeError naming the part that cannot be read.
 */
export function readHoursText(text: string): HoursRule['intervals'] {
  const parts = text
    .split(/[,，;；、\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (parts.length === 0) throw new RangeError('working hours are missing: write 08:30-12:00,14:00-18:00');
  const intervals = parts.map((piece): readonly [string, string] => {
    const match = part.exec(piece);
    if (!match) throw new RangeError(`"${piece}" is not a span of hours: write 08:30-12:00,14:00-18:00`);
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
    return [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
  });
  let last = 0;
  for (const [index, [from, to]] of intervals.entries()) {
    if (minuteOfTime(from) < last || minuteOfTime(to) <= minuteOfTime(from))
      throw new RangeError(`"${parts[index] ?? ''}": spans of hours must ascend within one day without overlap`);
    last = minuteOfTime(to);
  }
  return intervals;
}
