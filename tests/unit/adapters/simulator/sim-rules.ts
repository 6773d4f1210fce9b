import { compileCalendar } from '#domain/calendar/compile.ts';
import { Births } from '#adapters/simulator/births.ts';
import type { LifeRules } from '#adapters/simulator/life-rules.ts';
import { SimCity } from '#adapters/simulator/sim-city.ts';
import { Workforce } from '#adapters/simulator/workforce.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { smallTianjin } from '../../../fixtures/small-tianjin.ts';

export const calendar = compileCalendar(chinaCalendar);
export const places = smallTianjin();
export const city = new SimCity(places);

/** A simulated city of some squares. */
export function simRules(seed = 1): { rules: LifeRules; births: Births } {
  const births = new Births(seed, city, calendar);
  const rules: LifeRules = {
    seed,
    calendar,
    workforce: new Workforce(seed, city),
    limitOf: (categoryKey, conditionNo) => births.limitOf(categoryKey, conditionNo),
    crewOf: () => null,
  };
  return { rules, births };
}

export function beijing(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}
