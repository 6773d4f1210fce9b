import { LOAD_SPAN_MS, loadOf } from '#domain/alert/load.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import type { DeskSeats } from '#application/publish/desk-seats.ts';
import type { Load } from '#wire/load.ts';
import type { CityPicture } from './city-picture.ts';
import type { ScopePlaces } from './place-scope.ts';

const HOUR_MS = 3_600_000;

/** How heavy the alerts of a scope lie on its officers at an instant (epoch ms). */
export function loadFigures(
  { picture, seats, loadLimits }: { picture: CityPicture; seats: DeskSeats; loadLimits: () => LoadLimits },
  scope: ScopePlaces,
  now: number,
): Load {
  const limits = loadLimits();
  // A flood that began before the span is seen from the alerts that made it.
  const lives = picture.lives.of(scope, now - limits.spanHours * HOUR_MS - LOAD_SPAN_MS);
  const standing = [...picture.alerts.rows()]
    .filter(({ place, row }) => scope.sees(place, row.department))
    .map(({ row }) => ({ raisedAt: row.firedAt, taken: row.status === 'taken', shelved: row.status === 'shelved' }));
  return { at: now, limits, ...loadOf(lives, standing, seats.officersOf(scope.code), limits, now) };
}
