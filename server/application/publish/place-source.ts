import type { CityPicture } from '#application/projection/city-picture.ts';
import type { ScopePlaces } from '#application/projection/place-scope.ts';
import type { PlaceCounts } from '#wire/columns.ts';
import { encodePlaces } from '#wire/place-frame.ts';
import type { Frame, FrameSource } from './frame-channel.ts';

/** The `places` topic: status of places and of unit grids with open cases. */
export class PlaceSource implements FrameSource {
  readonly everyMs = 1_000;
  private readonly picture: CityPicture;
  private readonly scope: ScopePlaces;
  private stale = true;

  constructor(picture: CityPicture, scope: ScopePlaces) {
    this.picture = picture;
    this.scope = scope;
  }

  mayHaveChanged(): void {
    this.stale = true;
  }

  make(): Frame | null {
    if (!this.stale) return null;
    this.stale = false;
    const bytes = encodePlaces(placeCountsOf(this.picture, this.scope));
    return { full: () => ({ bytes }) };
  }
}

/** Counts of the scope's places by ordinal, a district's with its subdistricts'; places outside the scope stay 0. */
export function placeCountsOf(picture: CityPicture, scope: ScopePlaces): PlaceCounts {
  const { count } = picture.places;
  const counts: PlaceCounts = {
    open: new Uint16Array(count),
    timedOut: new Uint16Array(count),
    warned: new Uint16Array(count),
    supervised: new Uint16Array(count),
    grids: picture.grids.of(scope),
  };
  for (const ordinal of scope.ordinals) {
    const own = picture.counts.ofPlace(ordinal);
    const district = picture.places.districtOf(ordinal);
    for (const place of new Set([ordinal, district].filter((each) => each < count && scope.has(each)))) {
      for (const key of ['open', 'timedOut', 'warned', 'supervised'] as const) {
        counts[key][place] = Math.min(0xffff, (counts[key][place] as number) + own[key]);
      }
    }
  }
  return counts;
}
