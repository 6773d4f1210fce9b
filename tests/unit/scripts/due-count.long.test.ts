import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { answerItem } from '../../../scripts/due/answer-item.ts';
import { ItemCalendars } from '../../../scripts/due/calendars.ts';
import { MinuteTable, type CountedUnit } from '../domain/clock/minute-count.ts';

const FIRST = '2025-01-01T00:00Z';
const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe'] as const;
const datesOf = (workday: boolean): ReadonlySet<string> =>
  new Set(chinaCalendar.specialDays.filter((day) => day.workday === workday).map(({ date }) => date));
const tables = new Map(
  zones.map((zone) => {
    const inHours = (_: string, minute: number): boolean =>
      (minute >= 480 && minute < 720) || (minute >= 840 && minute < 1080);
    const inSeason = (day: string): boolean => day >= '03-01' && day <= '05-31';
    const days = { holidays: datesOf(false), makeups: datesOf(true) };
    const rules = { zone, ...days, inHours, inSeason, season: 'starts' } as const;
    return [zone, new MinuteTable(rules, FIRST, '2027-07-01T00:00Z')] as const;
  }),
);
const calendars = new ItemCalendars(chinaCalendar, 'items.json', () => undefined);

/** Any minute, or one on the edge of working hours of any day: lunch, evening, midnight, with the days around it. */
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 680 * 1440 }),
  fc
    .tuple(fc.integer({ min: 0, max: 680 }), fc.constantFrom(0, 479, 480, 719, 720, 779, 839, 840, 1079, 1080, 1439))
    .map(([day, minute]) => day * 1440 + minute),
);
const limits = fc.oneof(
  fc.record({ unit: fc.constantFrom('工作时', 'working_hours'), quarters: fc.integer({ min: 1, max: 240 }) }),
  fc.record({ unit: fc.constantFrom('工作日', 'workingDays'), quarters: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    unit: fc.constantFrom('小时', '紧急工作时', '天', '紧急工作日'),
    quarters: fc.integer({ min: 1, max: 60 }),
  }),
);

const seasons = fc.constantFrom(undefined, undefined, undefined, '种植季节', 'planting');

function counted(unit: string, quarters: number, seasonal: boolean): CountedUnit {
  if (unit === '工作时' || unit === 'working_hours') return { working: true, minutes: quarters * 15, seasonal };
  if (unit === '工作日' || unit === 'workingDays') return { working: true, minutes: quarters * 120, seasonal };
  return { working: false, minutes: quarters * (unit === '天' || unit === '紧急工作日' ? 360 : 15), seasonal };
}

test('random items equal a count minute by minute, in zones that change their clocks too', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom(...zones),
    minutes,
    limits,
    seasons,
    async (zone, minute, { unit, quarters }, season) => {
      const table = tables.get(zone) as MinuteTable;
      // The minute is a local one of Shanghai, so that edges fall on the edges of its hours; elsewhere it is any minute.
      const startMinute = table.firstMinute + minute - (zone === 'Asia/Shanghai' ? 480 : 0) + 1440;
      const expected = table.due({ startMinute, units: [counted(unit, quarters, season !== undefined)], pauses: [] });
      const start = new Date(startMinute * 60_000).toISOString();
      const item = await answerItem({ start, limit: quarters / 4, unit, zone, season }, calendars, true);
      expect(item['dueAt']).toBe((expected ?? 0) * 60_000);
      expect(Date.parse(String(item['due']))).toBe(item['dueAt']);
      const steps = item['explanation'] as { from: string; to: string; countedMs: number; balanceMs: number }[];
      const total = counted(unit, quarters, false).minutes * 60_000;
      expect(steps.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(total);
      // Each step begins where the one before ended, and the last balance is nothing.
      steps.forEach((step, index) => expect(step.from).toBe(index === 0 ? steps[0]?.from : steps[index - 1]?.to));
      expect(steps.at(-1)?.balanceMs).toBe(0);
    },
  );
  await fc.assert(property, { numRuns: 1_500, seed: 20261122 });
}, 60_000);
