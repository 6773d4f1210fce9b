import { createVisitStore } from '#adapters/postgres/task-store.ts';
import type { Clock, TeamStore } from '#application/ports.ts';
import type { LiveHub } from '#application/publish/live-hub.ts';
import { VisitBook } from '#application/task/visit-book.ts';
import type { Fix } from '#domain/team/team.ts';
import type { City } from './city.ts';
import { seedDemoVisits } from './responsibility.ts';
import type { Store } from './store.ts';

/** When collectors on duty were last in which unit grid, read from the store and saved as it changes. */
export async function openVisits(
  store: Store,
  parts: {
    city: City;
    teams: TeamStore;
    clock: Clock;
    hub: LiveHub;
    isOut: (fix: Fix, at: number) => boolean;
    /** Seed of the demonstration's first visits; null without one. */
    demoSeed: number | null;
    onFault: (what: string, error: unknown) => void;
  },
): Promise<{ visits: VisitBook; stop: () => unknown }> {
  const { city, teams, clock, hub, isOut, demoSeed, onFault } = parts;
  const visits = new VisitBook(
    createVisitStore(store.pool),
    ({ lon, lat }) => city.places.locate(lon, lat).gridCode,
    // A vehicle's way through a street is no patrol.
    (fix) => hub.teamOf(fix.team)?.kind === 'collector' && isOut(fix, clock.now()),
  );
  await visits.read();
  if (demoSeed !== null) {
    const now = clock.now();
    await seedDemoVisits(visits, { places: city.places, calendar: city.calendar, teams, seed: demoSeed, now });
  }
  return { visits, stop: visits.follow((error) => onFault('visits could not be saved', error)) };
}
