import { categoryRows } from '#seed/catalogue/categories.ts';
import { conditionRows } from '#seed/catalogue/conditions.ts';
import { caseMix, conditionMix } from '#seed/catalogue/mix.ts';
import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { Channel } from '#domain/case/event.ts';
import type { Position } from '#domain/place/position.ts';
import { randomOf, WeightedPick, type Random } from './random.ts';
import { dayOfReports, hourAt, isNight, type DayOfReports } from './rhythm.ts';
import type { SimCase } from './sim-case.ts';
import type { SimCity, Spot } from './sim-city.ts';

/** What a report says beside what the case keeps. */
export type ReportWords = {
  description: string;
  address: string;
  reporter: { name: string; phone: string } | null;
  /** Whether the reporter says what it is; a caller often does not. */
  names: boolean;
  /** Code of the component that it is about; null where the register has none near, or the reporter can't read it. */
  component: string | null;
};

/** Components of a category (its key) within some metres of a point, nearest first, as the register has them now. */
export type NearComponents = (
  at: Position,
  categoryKey: string,
  metres: number,
  most: number,
) => readonly { readonly code: string; readonly position: Position }[];

export type Birth = { case: SimCase; words: ReportWords };

/** Citizens' share of the reports by night and by day: 4.3 in 100 over all. */
const PUBLIC_AT_NIGHT = 0.2;
const PUBLIC_BY_DAY = 0.022;

/** A report about a component is about one as near as this, one of so many. */
const COMPONENT_METRES = 1_500;
const COMPONENT_CHOICE = 6;
/** How often it is the weakest of them again: what broke once breaks again, and has a history. */
const AGAIN = 0.6;
/** How far off a phone's position is, degrees. */
const PHONE_ERROR = 0.000_04;

/** Days whose arrivals are kept: running cases are mostly of the last weeks. */
const DAYS_KEPT = 40;

type Filing = { categoryKey: string; conditionNo: number; weight: number };

/** Makes the cases of a day: what is found, where and by whom, each from the seed and its own id alone. */
export class Births {
  private readonly seed: number;
  private readonly city: SimCity;
  private readonly calendar: CompiledCalendar;
  private readonly near: NearComponents;
  private readonly filings: WeightedPick<Filing>;
  private readonly limits = new Map<string, Limit>();
  private readonly texts = new Map<string, string>();
  private readonly days = new Map<number, DayOfReports>();

  constructor(seed: number, city: SimCity, calendar: CompiledCalendar, near: NearComponents = () => []) {
    this.seed = seed;
    this.near = near;
    this.city = city;
    this.calendar = calendar;
    const weights = new Map(caseMix().map(({ categoryKey, weight }) => [categoryKey, weight]));
    this.filings = new WeightedPick(
      conditionMix().map((row) => ({ ...row, weight: row.weight * (weights.get(row.categoryKey) ?? 0) })),
      ({ weight }) => weight,
    );
    const names = new Map(categoryRows().map(({ key, name }) => [key, name.zh]));
    for (const { categoryKey, conditionNo, limit, condition } of conditionRows()) {
      const key = filingKey(categoryKey, conditionNo);
      this.limits.set(key, limit);
      this.texts.set(key, `${names.get(categoryKey) ?? ''}：${condition.zh}`);
    }
  }

  /** Disposal limit of a filing condition of the national catalogue. */
  limitOf(categoryKey: string, conditionNo: number): Limit {
    return this.limits.get(filingKey(categoryKey, conditionNo)) ?? { value: 1, unit: 'working-day' };
  }

  /** The reports of one local day of the calendar. */
  day(dayIndex: number): DayOfReports {
    const known = this.days.get(dayIndex);
    if (known) return known;
    const made = dayOfReports(this.seed, this.calendar, dayIndex);
    this.days.set(dayIndex, made);
    for (const index of this.days.keys()) if (this.days.size > DAYS_KEPT && index !== dayIndex) this.days.delete(index);
    return made;
  }

  /** The n-th report of a day (from 0). */
  birth(day: DayOfReports, n: number): Birth {
    const reportedAt = day.arrivals[n] as number;
    const id = `sim-${day.date.replaceAll('-', '')}-${String(n + 1).padStart(4, '0')}`;
    const random = randomOf(this.seed, id);
    const somewhere = this.city.pick(random);
    const { categoryKey, conditionNo } = this.filings.pick(random);
    const { spot, component } = this.atComponent(somewhere, categoryKey, random);
    const channel = this.channelAt(reportedAt, random);
    return {
      case: {
        id,
        channel,
        categoryKey,
        conditionNo,
        districtCode: spot.place.districtCode,
        subdistrictCode: spot.place.subdistrictCode,
        position: spot.position,
        reportedAt,
        number: null,
        phase: 'accept',
        enteredAt: reportedAt,
        department: null,
        steps: 1,
        disposals: 0,
        untrue: false,
        requests: 0,
        asked: null,
      },
      words: {
        description: this.texts.get(filingKey(categoryKey, conditionNo)) ?? '',
        address: spot.address,
        reporter: channel === 'public' ? madeUpCitizen(random) : null,
        names: channel === 'collector' || random.chance(0.6),
        component: channel === 'collector' ? component : null,
      },
    };
  }

  /** Where the component stands that a report is about, when it is about one that the register has. */
  private atComponent(spot: Spot, categoryKey: string, random: Random): { spot: Spot; component: string | null } {
    const found = this.near(spot.position, categoryKey, COMPONENT_METRES, COMPONENT_CHOICE);
    if (found.length === 0) return { spot, component: null };
    const weakest = found.reduce((least, one) => (weakness(one) < weakness(least) ? one : least));
    const { code, position } = random.chance(AGAIN) ? weakest : (found[random.index(found.length)] ?? weakest);
    const off = (): number => random.between(-PHONE_ERROR, PHONE_ERROR);
    const at = { lon: position.lon + off(), lat: position.lat + off() };
    return { spot: this.city.spotAt(at, random), component: code };
  }

  private channelAt(instant: number, random: Random): Channel {
    const share = isNight(hourAt(this.calendar, instant)) ? PUBLIC_AT_NIGHT : PUBLIC_BY_DAY;
    return random.chance(share) ? 'public' : 'collector';
  }
}

/** Always the same for one component. */
function weakness({ code }: { code: string }): number {
  return randomOf('weakness', code).next();
}

/** Nobody: a word for a citizen and a number that is none. */
function madeUpCitizen(random: Random): { name: string; phone: string } {
  return { name: '市民（模拟）', phone: `1380000${String(random.index(10_000)).padStart(4, '0')}` };
}

function filingKey(categoryKey: string, conditionNo: number): string {
  return `${categoryKey} ${conditionNo}`;
}
