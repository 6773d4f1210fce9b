import type { Principal } from '#domain/account/role.ts';
import { isCityCode } from '#domain/place/code.ts';
import type { Zone } from '#domain/calendar/zone.ts';
import { daySpan, lastDaySpan, type ReplaySpan } from '#domain/wall/replay.ts';
import { encodeReplay, type ReplayColumns } from '#wire/replay-frame.ts';

/** More cases than this in one span are not sent to screens: 3 MB, twice what a city of ten million has open. */
export const MOST_REPLAYED = 200_000;
const MOST_KEPT = 6;
/** What came late into the store is seen after this time. */
const FRESH_MS = 10 * 60_000;

/** Why a day is not played. */
export class ReplayRefused extends Error {
  override name = 'ReplayRefused';
  readonly code: 'bad-argument' | 'too-many-items';

  constructor(code: ReplayRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What a replay reads of the store. `place` null: everywhere. Both reject with StoreUnavailable. */
export interface ReplayStore {
  /** The cases open at some instant of the span; null when there are more than `most`. */
  columns(span: ReplaySpan, place: string | null, most: number): Promise<ReplayColumns | null>;
  /** Whether any case was open at some instant of the span. */
  hasCases(span: ReplaySpan, place: string | null): Promise<boolean>;
}

/** Which span is asked for: a day that is over, or the 24 hours before the last full ten minutes of an instant. */
export type ReplayQuery = { day: string } | { until: number };

export interface ReplayPort {
  /**
   * The span of a place as a frame (wire/replay-frame.ts), encoded once for all who ask within ten minutes. `place` must
   * lie within the asker's reach. Rejects with ReplayRefused or StoreUnavailable.
   */
  frame(who: Principal, query: ReplayQuery, place: string | null): Promise<Uint8Array>;
}

type Kept = { key: string; readAt: number; frame: Promise<Uint8Array> };

/** Reads spans one at a time and keeps the last few. */
export function createReplays(parts: { store: ReplayStore; zone: Zone; now: () => number }): ReplayPort {
  const { store, zone, now } = parts;
  let kept: Kept[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const read = async (span: ReplaySpan, place: string | null): Promise<Uint8Array> => {
    const columns = await store.columns(span, place, MOST_REPLAYED);
    if (columns === null)
      throw new ReplayRefused(
        'too-many-items',
        `more than ${MOST_REPLAYED} cases were open then: ask for a smaller place`,
      );
    return encodeReplay(columns);
  };
  return {
    async frame(who, query, place) {
      const span = spanOf(query, now(), zone);
      const asked = place ?? who.scope;
      const where = isCityCode(asked) ? null : asked;
      const key = `${where ?? ''}|${span.from}|${span.to}`;
      const fresh = kept.find((one) => one.key === key && now() - one.readAt < FRESH_MS);
      if (fresh !== undefined) return fresh.frame;
      // One at a time: a day of a large city is a long reading, and the store has others to serve.
      const frame = last.then(() => read(span, where));
      last = frame.catch(() => undefined);
      const one: Kept = { key, readAt: now(), frame };
      kept = [one, ...kept.filter((other) => other.key !== key)].slice(0, MOST_KEPT);
      frame.catch(() => (kept = kept.filter((other) => other !== one)));
      return frame;
    },
  };
}

function spanOf(query: ReplayQuery, now: number, zone: Zone): ReplaySpan {
  const span = 'day' in query ? daySpan(query.day, zone) : lastDaySpan(query.until);
  if (span.to > now) throw new ReplayRefused('bad-argument', 'it is not over yet: only what is past can be replayed');
  return span;
}
