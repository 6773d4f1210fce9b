// Counts working time one minute after the other, sharing no code with the calendar and the clock it is there to
// check: its local time comes from Intl, its days from plain date arithmetic.

export interface CountedUnit {
  readonly working: boolean;
  readonly minutes: number;
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
}

/** One byte a minute from `from` on: 1 where work goes on. */
export class MinuteTable {
  readonly flags: Uint8Array;
  readonly firstMinute: number;

  constructor(rules: CountedRules, from: string, to: string) {
    this.firstMinute = Date.parse(from) / 60_000;
    this.flags = new Uint8Array(Date.parse(to) / 60_000 - this.firstMinute);
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: rules.zone, dateStyle: 'short', timeStyle: 'short' });
    let date = '';
    let worked = false;
    // No zone in use here changes its clocks but at a full half hour of UTC, so one look per half hour is enough.
    for (let block = 0; block < this.flags.length; block += 30) {
      const [day = '', time = ''] = format.format((this.firstMinute + block) * 60_000).split(' ');
      if (day !== date) {
        date = day;
        worked = isWorked(rules, day);
      }
      if (!worked) continue;
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      for (let minute = 0; minute < 30; minute++) {
        if (rules.inHours(day, hours * 60 + minutes + minute)) this.flags[block + minute] = 1;
      }
    }
  }

  /** Working minutes in [from, to), minutes since 1970. */
  count(from: number, to: number): number {
    const { flags } = this;
    let sum = 0;
    for (let index = from - this.firstMinute; index < to - this.firstMinute; index++) sum += flags[index] as number;
    return sum;
  }

  /** The minute at which everything granted is used up; null when a pause without an end comes first. */
  due({ startMinute, units, pauses }: CountedFacts): number | null {
    const { flags, firstMinute } = this;
    let minute = startMinute;
    let pauseIndex = 0;
    for (const unit of units) {
      let left = unit.minutes;
      while (left > 0) {
        let pause = pauses[pauseIndex];
        while (pause && pause.to !== null && pause.to <= minute) pause = pauses[++pauseIndex];
        if (pause && pause.from <= minute) {
          if (pause.to === null) return null;
          minute = pause.to;
          continue;
        }
        const until = pause ? pause.from : Infinity;
        if (unit.working) {
          for (; left > 0 && minute < until; minute++) left -= flags[minute - firstMinute] as number;
        } else {
          for (; left > 0 && minute < until; minute++) left--;
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
