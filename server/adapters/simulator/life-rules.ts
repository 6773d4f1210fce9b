import type { CompiledCalendar } from '#domain/calendar/compile.ts';
import type { Limit } from '#domain/clock/limit.ts';
import type { Random } from './random.ts';
import type { Workforce } from './workforce.ts';

/** What the simulated city knows: its seed, working hours, limits and who works in it. */
export type LifeRules = {
  seed: number;
  calendar: CompiledCalendar;
  workforce: Workforce;
  /** Disposal limit of a filing condition. */
  limitOf(categoryKey: string, conditionNo: number): Limit;
  /** A crew of a department that could be sent, by its code; null where it has none. */
  crewOf(department: string, random: Random): string | null;
};
