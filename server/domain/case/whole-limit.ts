import { basisOf, type Limit, type LimitUnit } from '#domain/clock/limit.ts';

const HOURS: Record<LimitUnit, (workingDayHours: number) => number> = {
  minute: () => 1 / 60,
  'urgent-hour': () => 1,
  'working-hour': () => 1,
  day: () => 24,
  'urgent-day': () => 24,
  'working-day': (workingDayHours) => workingDayHours,
};

/**
 * Limit of the whole-case clock 整体时限 (filing → closing): the disposal limit and what the centres' own stages between
 * may take, counted in the disposal limit's basis. The standard names the clock but no value, so it follows the other
 * limits, and waits for the season that the disposal waits for. `centreStages` are continuous limits of minutes or hours.
 */
export function wholeLimitOf(disposal: Limit, centreStages: readonly (Limit | null)[], workingDayHours: number): Limit {
  const hoursOf = (limit: Limit): number => limit.value * HOURS[limit.unit](workingDayHours);
  const centre = centreStages.reduce((sum, limit) => sum + (limit ? hoursOf(limit) : 0), 0);
  const unit: LimitUnit = basisOf(disposal.unit) === 'working' ? 'working-hour' : 'urgent-hour';
  const { season } = disposal;
  return { value: hoursOf(disposal) + centre, unit, ...(season !== undefined && { season }) };
}
