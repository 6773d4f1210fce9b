import { createBriefingStore } from '#adapters/postgres/briefing/briefing-store.ts';
import { createReplayStore } from '#adapters/postgres/queries/replay.ts';
import { createWallStore } from '#adapters/postgres/walls/wall-store.ts';
import { createBriefings, type BriefingPort } from '#application/briefing/briefings.ts';
import type { Clock } from '#application/ports.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import { startDirector } from '#application/wall/director.ts';
import type { Seen } from '#application/wall/emptiness.ts';
import { playedDays } from '#application/wall/played-days.ts';
import { createReplays, type ReplayPort } from '#application/wall/replay.ts';
import { WallBook } from '#application/wall/wall-book.ts';
import { createWalls, type WallPort } from '#application/wall/walls.ts';
import { covers, EVERYWHERE } from '#domain/account/scope.ts';
import { openZone } from '#domain/calendar/zone.ts';
import type { Located } from '#domain/place/position.ts';
import { minutesOf } from '#domain/wall/minute-of-day.ts';
import type { City } from './city.ts';
import type { Cluster } from './cluster.ts';
import { demoWalls } from './demo-walls.ts';
import type { Store } from './store.ts';

type WallParts = {
  store: Store;
  city: City;
  cluster: Cluster;
  clock: Clock;
  zone: string;
  /** Hangs the demonstration's walls where nothing hangs yet. */
  demo: boolean;
  hub: () => LiveHub;
  /** One node of several keeps the programs in order. */
  directs: () => boolean;
  onFault: (what: string, error: unknown) => void;
};

/** The walls of the platform: what is kept of them, who may change it, and what keeps their programs in order. */
export async function openWalls(parts: WallParts): Promise<{
  book: WallBook;
  ports: { walls: WallPort; briefings: BriefingPort; replays: ReplayPort };
  stop: () => void;
}> {
  const { store, city, cluster, clock, zone, hub, directs, onFault } = parts;
  const now = (): number => clock.now();
  const minuteOfDay = minutesOf(zone);
  const onError = (error: unknown): void => onFault('the walls could not be read or changed', error);
  const kept = createWallStore(store.pool);
  const book = new WallBook({ store: kept, share: cluster.wallShare, now, onChange: () => undefined, onError });
  await book.read();
  if (parts.demo && book.all.length === 0) {
    for (const wall of demoWalls(city, now())) await kept.put(wall, 0, 'demo', now());
    await book.read();
  }
  const unfollow = book.follow();
  const past = { store: createReplayStore(store.pool), zone: openZone(zone), now };
  const seen = { ...seenOf(city, hub), wasAnyOpen: playedDays({ ...past, onError }) };
  const director = startDirector({ book, directs, now, minuteOfDay, onError, seen });
  const hasPlace = (code: string): boolean => city.places.get(code) !== undefined;
  return {
    book,
    ports: {
      walls: createWalls({ book, now, minuteOfDay, hasPlace }),
      briefings: createBriefings({ store: createBriefingStore(store.pool), now, hasPlace }),
      replays: createReplays(past),
    },
    stop: () => {
      director.stop();
      unfollow();
    },
  };
}

function seenOf(city: City, hub: () => LiveHub): Omit<Seen, 'wasAnyOpen'> {
  return {
    hasPlace: (code) => city.places.get(code) !== undefined,
    openOfCategory: (key, scope) =>
      hub()
        .openCases()
        .filter(({ categoryKey, place }) => categoryKey === key && covers(scope, codeOf(place))).length,
    isOpenCase: (number) =>
      hub()
        .openCases()
        .some((each) => each.number === number),
    hasTeams: (scope) => hub().teamsNow(scope).length > 0,
  };
}

/** The smallest place a case lies in; the city's own where it lies in none. */
function codeOf(place: Located): string {
  return place.gridCode ?? place.communityCode ?? place.subdistrictCode ?? place.districtCode ?? EVERYWHERE;
}
