import type { Zone } from '#domain/calendar/zone.ts';
import { isCityCode } from '#domain/place/code.ts';
import { daySpan, isDay, lastDaySpan } from '#domain/wall/replay.ts';
import type { ReplayStore } from './replay.ts';

const LOOK_AGAIN_MS = 10 * 60_000;
const MOST_KEPT = 200;

/**
 * Whether there is anything to replay of a day, answered at once from what was read last: true until it is known, and
 * read again every ten minutes.
 */
export function playedDays(parts: {
  store: Pick<ReplayStore, 'hasCases'>;
  zone: Zone;
  now: () => number;
  onError: (error: unknown) => void;
}): (day: string | undefined, scope: string) => boolean {
  const { store, zone, now, onError } = parts;
  const known = new Map<string, { any: boolean; readAt: number }>();
  return (day, scope) => {
    if (day !== undefined && !isDay(day)) return false;
    const span = day === undefined ? lastDaySpan(now()) : daySpan(day, zone);
    if (span.to > now()) return false;
    const key = `${scope}|${day ?? ''}`;
    const held = known.get(key);
    if (held !== undefined && now() - held.readAt < LOOK_AGAIN_MS) return held.any;
    const entry = { any: held?.any ?? true, readAt: now() };
    known.delete(key);
    known.set(key, entry);
    for (const oldest of known.keys()) {
      if (known.size <= MOST_KEPT) break;
      known.delete(oldest);
    }
    store.hasCases(span, isCityCode(scope) ? null : scope).then((any) => (entry.any = any), onError);
    return entry.any;
  };
}
