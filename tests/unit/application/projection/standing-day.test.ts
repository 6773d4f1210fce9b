import { describe, expect, it } from 'vitest';
import { DayBook } from '#application/projection/day-book.ts';
import { DueScan } from '#application/projection/due-scan.ts';
import { likeInstants } from '#application/projection/like-instants.ts';
import { PastCounts } from '#application/projection/past-counts.ts';
import { PlaceOrdinals, type ScopePlaces } from '#application/projection/place-scope.ts';
import { judgedOn, standingDays } from '#application/projection/standing-day.ts';
import { defaultPictureThresholds } from '#application/projection/thresholds.ts';
import { smallDictionary } from '../../../fixtures/live-city.ts';
import { calendar } from '../../../fixtures/small-platform.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Monday 2026-11-23, three in the morning in Asia/Shanghai. */
const NIGHT = Date.UTC(2026, 10, 22, 19);
const places = new PlaceOrdinals(smallDictionary);
const city = places.scopeOf('120000') as ScopePlaces;
const due = new DueScan(places.count);

function book(disposals: readonly [back: number, onTime: number, judged: number][]): DayBook {
  const days = new DayBook(calendar, places, NIGHT);
  const starts = days.dayStarts();
  const hours = new Array<number>(24).fill(0);
  days.load(
    disposals.map(([back, disposedOnTime, disposedDue]) => ({
      dayStart: starts[starts.length - 1 - back] as number,
      placeCode: '120101001',
      passed: {},
      reportedByHour: hours,
      endedByHour: hours,
      disposedDue,
      disposedOnTime,
    })),
  );
  return days;
}

describe('the day whose rates stand', () => {
  it('is today once enough is due, otherwise the newest day that had enough', () => {
    const quiet = book([
      [0, 11, 12],
      [1, 3, 3],
      [3, 1_800, 2_000],
      [4, 1_700, 1_900],
    ]);
    const [standing, before] = standingDays(quiet, due, city, defaultPictureThresholds);
    expect([standing.back, before?.back]).toEqual([3, 4]);
    expect(judgedOn(standing, due, city.ordinals, true)).toEqual({ onTime: 1_800, due: 2_000 });

    const busy = book([
      [0, 190, 200],
      [3, 1_800, 2_000],
    ]);
    const stand = standingDays(busy, due, city, defaultPictureThresholds);
    expect(stand.map((one) => one?.back)).toEqual([0, 3]);
  });

  it('is today where no day had enough', () => {
    const [standing, before] = standingDays(book([[1, 3, 4]]), due, city, defaultPictureThresholds);
    expect([standing.back, before]).toEqual([0, null]);
  });
});

describe('what is usual at this time', () => {
  it('looks at the same hour of days that were working then as now', () => {
    const night = likeInstants(calendar, NIGHT);
    expect(night).toHaveLength(14);
    expect(night.slice(0, 2)).toEqual([NIGHT - DAY, NIGHT - 2 * DAY]);
    const morning = NIGHT + 7 * HOUR;
    // Saturday and Sunday are no working days.
    expect(likeInstants(calendar, morning).slice(0, 2)).toEqual([morning - 3 * DAY, morning - 4 * DAY]);
  });

  it('is the range from the 10th to the 90th percentile within the scope, and nothing while few days are known', () => {
    const past = new PastCounts(places);
    const days = [30, 10, 20, 50, 40].map((count) => [
      { placeCode: '120101001', due: count },
      { placeCode: '120102001', due: 5 },
      { placeCode: null, due: 1 },
    ]);
    past.load([], [], days);
    expect(past.dueUsual(city)).toEqual([20, 52]);
    expect(past.dueUsual(places.scopeOf('120101') as ScopePlaces)).toEqual([14, 46]);
    past.load([], [], days.slice(0, 3));
    expect(past.dueUsual(city)).toBeNull();
  });
});
