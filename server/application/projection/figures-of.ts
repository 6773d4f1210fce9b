import { STAGES } from '#domain/case/stage.ts';
import { calendarAt } from '#domain/calendar/calendar-at.ts';
import { workingStateAt } from '#domain/calendar/working-state.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import { isProvisionalAt } from '#domain/calendar/published.ts';
import { NO_ORDINAL } from '#wire/dictionary.ts';
import type { Figures, PlaceFigure, Rate, StageFigure } from '#wire/figures.ts';
import { withLamp } from './case-counts.ts';
import type { CityPicture } from './city-picture.ts';
import { KEPT_DAYS } from './day-book.ts';
import { judgedOn, standingDays, type StandingDay } from './standing-day.ts';
import { PASSED_STAGES, type DayTally } from './day-tally.ts';
import type { ScopePlaces } from './place-scope.ts';
import type { PastCounts } from './past-counts.ts';
import type { TeamTable } from './team-table.ts';
import type { PictureThresholds } from './thresholds.ts';

export type FigureSources = {
  picture: CityPicture;
  teams: TeamTable;
  calendar: CompiledCalendar;
  thresholds: PictureThresholds;
  past: PastCounts;
};

/** The figures of the day for a scope, as of `now`. Pure; a fraction of a millisecond for a city. */
export function figuresOf(
  { picture, teams, calendar, thresholds, past }: FigureSources,
  scope: ScopePlaces,
  now: number,
): Figures {
  const { counts, days, due } = picture;
  const stageLamps = counts.stageLampsOf(scope);
  const open = stageLamps.reduce((sum, count) => sum + count, 0);
  const today = days.today.of(scope);
  const soon = due.ofScope(scope);
  const openToday = counts.categoriesOf(scope);
  const hours = calendarAt(calendar, districtOfScope(picture, scope));
  const { working, current, next } = workingStateAt(hours, now);
  const stretch = current ?? next;
  const [standing, before] = standingDays(days, due, scope, thresholds);
  const judged = judgedOn(standing, due, scope.ordinals, scope.isCity);
  return {
    at: now,
    dayStart: days.today.dayStart,
    open,
    openYesterday: past.openYesterday(scope),
    dueWithinHour: soon.withinHour,
    dueWithinHourUsual: past.dueUsual(scope),
    dueWithin15: soon.within15,
    timedOut: withLamp(stageLamps, 'red'),
    timedOutLine: thresholds.timedOutLine,
    supervised: counts.supervisedOf(scope),
    suspended: withLamp(stageLamps, 'paused'),
    outside: scope.isCity ? counts.ofPlace(NO_ORDINAL).open : 0,
    standing: { dayStart: standing.day.dayStart, today: standing.back === 0 },
    onTime: rateOf(judged, thresholds, standing, now),
    stages: stageFigures(stageLamps, today.passed),
    reportedToday: today.passed[0] as number,
    closedToday: today.ended,
    hourly: {
      reported: today.reportedByHour,
      closed: today.endedByHour,
      reportedYesterday: days.before(1)?.of(scope).reportedByHour ?? null,
    },
    categories: picture.dictionary.categories
      .flatMap(({ key }, ordinal) => {
        const count = openToday[ordinal] as number;
        return count === 0 ? [] : [{ key, open: count, openWeekAgo: past.categoryWeekAgo(scope, key) }];
      })
      .sort((left, right) => right.open - left.open),
    places: placeFigures(picture, scope, thresholds, now, standing, before),
    teams: teams.countsOf(now, thresholds.teams, scope),
    working: {
      running: working,
      from: stretch?.from ?? null,
      to: stretch?.to ?? null,
      provisional: isProvisionalAt(hours, now),
    },
  };
}

/** The district whose hours a viewer works by; null for the whole city. */
function districtOfScope({ places }: CityPicture, { isCity, code }: ScopePlaces): string | null {
  return isCity ? null : places.codeOf(places.districtOf(places.ordinalOf(code)));
}

/** A child's own row and those of the places inside it. */
function insideOf(picture: CityPicture, scope: ScopePlaces, child: number): number[] {
  if (!scope.isCity) return [child];
  return scope.ordinals.filter((ordinal) => picture.places.districtOf(ordinal) === child);
}

function placeFigures(
  picture: CityPicture,
  scope: ScopePlaces,
  thresholds: PictureThresholds,
  now: number,
  standing: StandingDay,
  before: StandingDay | null,
): PlaceFigure[] {
  const { days, due } = picture;
  const ratesBefore = new Map<string, number | null>();
  const figures = scope.children.map((child): PlaceFigure => {
    const inside = insideOf(picture, scope, child);
    const sums = { open: 0, timedOut: 0, warned: 0, supervised: 0 };
    for (const ordinal of inside) {
      const own = picture.counts.ofPlace(ordinal);
      sums.open += own.open;
      sums.timedOut += own.timedOut;
      sums.warned += own.warned;
      sums.supervised += own.supervised;
    }
    const today = days.today.sums(inside, false);
    const onTime = rateOf(judgedOn(standing, due, inside, false), thresholds, standing, now);
    const past = Array.from({ length: KEPT_DAYS - 1 }, (_, at) => pastRate(days.before(KEPT_DAYS - 1 - at), inside));
    const code = picture.places.codeOf(child) as string;
    ratesBefore.set(code, before && rateIn(judgedOn(before, due, inside, false)));
    const ofToday = rateIn(judgedOn({ day: days.today, back: 0 }, due, inside, false));
    const dataAt = picture.newestEventAt[picture.places.districtOf(child)] ?? 0;
    return {
      code,
      ...sums,
      reportedToday: today.passed[0] as number,
      closedToday: today.ended,
      onTime,
      rank: null,
      rankBefore: null,
      trend: [...past, ofToday],
      dataAt: dataAt === 0 ? null : dataAt,
    };
  });
  rank(
    figures,
    (figure) => figure.onTime.rate,
    (figure, place) => (figure.rank = place),
  );
  rank(
    figures,
    (figure) => ratesBefore.get(figure.code) ?? null,
    (figure, place) => (figure.rankBefore = place),
  );
  return figures;
}

function pastRate(day: DayTally | null, places: readonly number[]): number | null {
  return day && rateIn(day.sums(places, false));
}

function rateIn({ onTime, due }: { onTime: number; due: number }): number | null {
  return due === 0 ? null : onTime / due;
}

/** Equal rates share a rank; who has none gets none. */
function rank(
  figures: PlaceFigure[],
  rateOfFigure: (figure: PlaceFigure) => number | null,
  set: (figure: PlaceFigure, place: number) => void,
): void {
  const rates = figures.map(rateOfFigure).filter((rate) => rate !== null);
  for (const figure of figures) {
    const own = rateOfFigure(figure);
    if (own !== null) set(figure, 1 + rates.filter((rate) => rate > own).length);
  }
}

function rateOf(
  judged: { onTime: number; due: number },
  { onTimeTarget }: PictureThresholds,
  { day, back }: StandingDay,
  now: number,
): Rate {
  const { onTime, due } = judged;
  return { onTime, due, rate: rateIn(judged), target: onTimeTarget, asOf: back === 0 ? now : day.dayEnd };
}

function stageFigures(stageLamps: Int32Array, passed: readonly number[]): StageFigure[] {
  return PASSED_STAGES.map((stage, at): StageFigure => {
    const index = STAGES.findIndex((name) => name === stage);
    if (index < 0) return { stage, passedToday: passed[at] as number, open: 0, timedOut: 0 };
    const open = stageLamps.subarray(index * 4, index * 4 + 4).reduce((sum, count) => sum + count, 0);
    return { stage, passedToday: passed[at] as number, open, timedOut: withLamp(stageLamps, 'red', index) };
  });
}
