import { feedAge, worse, type FeedState } from '#domain/feed/feed-state.ts';
import type { Feed, Status } from '#wire/figures.ts';
import { kindAge } from '../../stores/feed-age.ts';
import type { TopicTimes } from '../../stores/topic-times.ts';
import type { PanelFeeds } from './panel-feeds.ts';

/** The server tells of itself every second; a page that hears nothing of it for longer shows what was. */
const STATUS_BEAT_MS = 3_000;

export type PanelState = {
  state: FeedState;
  /** What makes it so; `picture`: the server itself, whatever each feed last was. */
  by: Feed['kind'] | 'picture';
  /** Since that was heard, ms; null when never. */
  age: number | null;
  /** Whether the whole panel loses colour, and not only a part that does so by itself. */
  colourless: boolean;
};

/**
 * How a panel stands at `now` (server's clock), by what it stands on: the worst of its feeds, each as fresh as its
 * freshest source. It counts by the clock alone. That the page is connected counts for nothing. Null: there is nothing
 * that it could be late with.
 */
export function panelState(
  { feeds, beside = [] }: PanelFeeds,
  status: Pick<Status, 'at' | 'clock' | 'feeds'>,
  now: number,
): PanelState | null {
  if (feeds.length === 0) return null;
  const heard = { beatMs: STATUS_BEAT_MS * status.clock.speed, eventAt: null, receivedAt: status.at };
  const told = feedAge(heard, now);
  let worst: PanelState = { state: told.state, by: 'picture', age: told.age, colourless: told.marked };
  for (const kind of [...feeds, ...beside]) {
    const age = kindAge(status.feeds, kind, now);
    if (age === null) continue;
    const colourless = worst.colourless || (age.marked && feeds.includes(kind));
    const isWorst = age.state !== worst.state && worse(age.state, worst.state) === age.state;
    worst = isWorst ? { state: age.state, by: kind, age: age.age, colourless } : { ...worst, colourless };
  }
  return worst;
}

export type PanelTimes = { eventAt: number; madeAt: number; receivedAt: number; paintedAt: number | null };

/** Instants of the oldest of what a panel is drawn from; null until all of it has come. */
export function panelTimes({ topics }: PanelFeeds, times: Pick<TopicTimes, 'of'>): PanelTimes | null {
  const each = topics.map((topic) => times.of(topic));
  const all = each.flatMap((time) => time ?? []);
  if (all.length === 0 || all.length < each.length) return null;
  const painted = all.flatMap(({ paintedAt }) => paintedAt ?? []);
  return {
    eventAt: Math.min(...all.map(({ dataAt }) => dataAt)),
    madeAt: Math.min(...all.map(({ at }) => at)),
    receivedAt: Math.min(...all.map(({ receivedAt }) => receivedAt)),
    paintedAt: painted.length < all.length ? null : Math.min(...painted),
  };
}
