// The calendars that items ask for, opened once each and compiled for the years that are needed.
import { dirname, resolve } from 'node:path';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { ownCalendar } from '../calendar/own-calendar.ts';

/** What an item may ask for; null: as the command line says. */
export type CalendarChoice = { zone: string | null; file: string | null; hours: string | null };

/** Years past a start that a table is made for, tried one after the other: most limits end within days. */
const REACHES = [9, 60, 300] as const;

export class ItemCalendars {
  private readonly base: Calendar;
  private readonly folder: string;
  private readonly opened = new Map<string, Promise<Calendar>>();
  private readonly compiled = new Map<string, CompiledCalendar>();
  private readonly warn: (line: string) => void;

  /** @param inputFile files that items name are relative to its folder. */
  constructor(base: Calendar, inputFile: string, warn: (line: string) => void) {
    this.base = base;
    this.folder = dirname(resolve(inputFile));
    this.warn = warn;
  }

  /** Rejects with UsageError or InputError naming what cannot be used. */
  open({ zone, file, hours }: CalendarChoice): Promise<Calendar> {
    const key = JSON.stringify([zone, file, hours]);
    const known = this.opened.get(key);
    if (known) return known;
    const values = {
      ...(zone !== null && { zone }),
      ...(hours !== null && { hours }),
      ...(file !== null && { calendar: [file === 'plain' ? file : resolve(this.folder, file)] }),
    };
    const opening = ownCalendar(values, this.base.zone, this.warn, file === null ? this.base : undefined);
    this.opened.set(key, opening);
    return opening;
  }

  /**
   * Answers with tables that reach far enough. @param answer throws RangeError where they do not.
   * @throws RangeError where none does.
   */
  within<Answer>(calendar: Calendar, start: number, answer: (compiled: CompiledCalendar) => Answer): Answer {
    const decade = Math.floor((new Date(start).getUTCFullYear() - 1) / 10) * 10;
    for (const reach of REACHES) {
      try {
        return answer(this.compile(calendar, decade, decade + 10 + reach));
      } catch (error) {
        if (!(error instanceof RangeError) || reach === REACHES.at(-1)) throw error;
      }
    }
    throw new RangeError('no table reaches far enough');
  }

  private compile(calendar: Calendar, firstYear: number, lastYear: number): CompiledCalendar {
    const key = `${this.numberOf(calendar)} ${firstYear} ${lastYear}`;
    let compiled = this.compiled.get(key);
    if (!compiled) this.compiled.set(key, (compiled = compileCalendar({ ...calendar, firstYear, lastYear })));
    return compiled;
  }

  private readonly numbers = new Map<Calendar, number>();

  private numberOf(calendar: Calendar): number {
    const number = this.numbers.get(calendar) ?? this.numbers.size;
    this.numbers.set(calendar, number);
    return number;
  }
}
