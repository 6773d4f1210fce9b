// Counts working time one minute after the other, sharing no code with the calendar and the clock it is there to
// check: its local time comes from Intl, its days from plain date arithmetic.

export interface CountedUnit {
  readonly working: boolean;
  readonly minutes: number;
  /** Whether it waits for the table's season. */
  readonly seasonal: boolean;
}

export interface CountedFacts {
  readonly startMinute: number;
  /** Limit and extensions, in the order they are used up. */
  readonly units: readonly CountedUnit[];
  readonly pauses: readonly { readonly from: number; readonly to: number | null }[];
}

export interface CountedRules {
  readonly zone: string;
  readonly holidays: ReadonlySet<string>;
  readonly makeups: ReadonlySet<string>;
  /** Whether a local date (`YYYY-MM-DD`) and minute of day fall into working hours on a day that is worked. */
  readonly inHours: (date: string, minute: number) => boolean;
  /** Whether a local month and day (`MM-DD`) is in season. */
  readonly inSeason: (monthDay: string) => boolean;
  /** `starts`: the season holds the start of a clock alone. */
  readonly season: 'starts' | 'runs';
}

const WORKED = 1;
const IN_SEASON = 2;

/** One byte a minute from `from` on: whether work goes on, and whether it is in season. */
export class MinuteTable {
  readonly flags: Uint8Array;
  readonly firstMinute: number;
  private readonly season: CountedRules['season'];

  constructor(rules: CountedRules, from: string, to: string) {
    this.firstMinute = Date.parse(from) / 60_000;
    this.season = rules.season;
    this.flags = new Uint8Array(Date.parse(to) / 60_000 - this.firstMinute);
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: rules.zone, dateStyle: 'short', timeStyle: 'short' });
    let date = '';
    let worked = false;
    let inSeason = 0;
    // No zone in use here changes its clocks but at a full half hour of UTC, so one look per half hour is enough, and one
    // at local midnight where that is no half hour.
    let span = 30;
    for (let block = 0; block < this.flags.length; block += span) {
      const [day = '', time = ''] = format.format((this.firstMinute + block) * 60_000).split(' ');
      if (day !== date) {
        date = day;
        worked = isWorked(rules, day);
        inSeason = rules.inSeason(day.slice(5)) ? IN_SEASON : 0;
      }
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      span = Math.min(30, 1440 - hours * 60 - minutes);
      this.flags.fill(inSeason, block, block + span);
      if (!worked) continue;
      for (let minute = 0; minute < span; minute++) {
        if (rules.inHours(day, hours * 60 + minutes + minute)) this.flags[block + minute] = WORKED | inSeason;
      }
    }
  }

  /** Working minutes in [from, to), minutes since 1970. */
  count(from: number, to: number): number {
    const { flags } = this;
    let sum = 0;
    for (let index = from - this.firstMinute; index < to - this.firstMinute; index++)
      sum += (flags[index] as number) & WORKED;
    return sum;
  }

  /** The minute at which everything granted is used up; null when a pause without an end comes first. */
  due({ startMinute, units, pauses }: CountedFacts): number | null {
    const { flags, firstMinute } = this;
    let minute = startMinute;
    let pauseIndex = 0;
    for (const [index, unit] of units.entries()) {
      let left = unit.minutes;
      let waits = unit.seasonal && this.season === 'starts' && index === 0;
      const wanted = (unit.working ? WORKED : 0) | (unit.seasonal && this.season === 'runs' ? IN_SEASON : 0);
      while (left > 0) {
        let pause = pauses[pauseIndex];
        while (pause && pause.to !== null && pause.to <= minute) pause = pauses[++pauseIndex];
        if (pause && pause.from <= minute) {
          if (pause.to === null) return null;
          minute = pause.to;
          continue;
        }
        const until = pause ? pause.from : Infinity;
        for (; waits && minute < until; minute++) {
          if (((flags[minute - firstMinute] as number) & IN_SEASON) !== 0) break;
        }
        if (minute >= until) continue;
        waits = false;
        for (; left > 0 && minute < until; minute++) {
          if (((flags[minute - firstMinute] as number) & wanted) === wanted) left--;
        }
      }
    }
    return minute;
  }
}

function isWorked({ holidays, makeups }: CountedRules, date: string): boolean {
  if (makeups.has(date)) return true;
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}
