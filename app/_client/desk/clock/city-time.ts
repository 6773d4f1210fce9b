import type { Calendar } from '#domain/calendar/calendar.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { workingMsBetween } from '#domain/calendar/working-time.ts';
import type { ClockBasis } from '#domain/clock/limit.ts';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';

/**
 * Counts time as the city's clocks do, between the server's words. Without a calendar, or outside its years, all time
 * counts.
 */
export class CityTime {
  readonly #names: DictionaryStore;
  #source: Calendar | null = null;
  #compiled: CompiledCalendar | null = null;

  constructor(names: DictionaryStore) {
    this.#names = names;
  }

  /** Time from one instant (epoch ms) to a later one in a clock's measure. */
  between(basis: ClockBasis, from: number, to: number): number {
    const calendar = basis === 'working' ? this.#calendar() : null;
    if (calendar === null || !covers(calendar, from) || !covers(calendar, to)) return to - from;
    return workingMsBetween(calendar, from, to);
  }

  /** Time left to a due instant; negative by what it is late. */
  left(basis: ClockBasis, now: number, dueAt: number): number {
    return now <= dueAt ? this.between(basis, now, dueAt) : -this.between(basis, dueAt, now);
  }

  /** What the platform's own time is ahead of UTC at an instant, ms; 0 while nothing is known of its zone. */
  aheadOfUtc(at: number): number {
    return this.#calendar()?.zone.offsetAt(at) ?? 0;
  }

  #calendar(): CompiledCalendar | null {
    const source = this.#names.value?.calendar ?? null;
    if (source !== this.#source) {
      this.#source = source;
      this.#compiled = source === null ? null : compileCalendar(source);
    }
    return this.#compiled;
  }
}

function covers({ dayStart, dayCount }: CompiledCalendar, at: number): boolean {
  return at >= (dayStart[0] ?? Infinity) && at < (dayStart[dayCount] ?? -Infinity);
}
