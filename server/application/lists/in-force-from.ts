import { dayMs, epochDayOf } from '#domain/calendar/dates.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import { refusal, type ListFile } from './list-kind.ts';

/**
 * The instant (epoch ms) from which a list that is brought holds: midnight of the day that its option `from` names, or of
 * today.
 *
 * @throws ListRefused for a day that is none or is still to come.
 */
export function inForceFrom({ options }: Pick<ListFile, 'options'>, zone: Zone, now: number): number {
  const text = (options['from'] ?? '').trim();
  const today = Math.floor((now + zone.offsetAt(now)) / dayMs);
  const from = zone.instantOf((text === '' ? today : dayOf(text)) * dayMs);
  if (from <= now) return from;
  const hint = { zh: '当天或之后再导入', en: 'import it on the day or after it' };
  throw refusal({ zh: `${text} 还没到`, en: `${text} is still to come` }, hint, { field: 'from' });
}

function dayOf(text: string): number {
  try {
    return epochDayOf(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const shown = text.slice(0, 40);
    const hint = { zh: '写成 2026-11-22', en: 'write it as 2026-11-22' };
    throw refusal({ zh: `“${shown}”不是日期`, en: `“${shown}” is no day` }, hint, { field: 'from' });
  }
}
