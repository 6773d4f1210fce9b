import type { CompiledCalendar } from './compile.ts';

/**
 * The first instant from which two calendars count otherwise or know otherwise (a year was published): what is due by
 * then is due in both. Infinity for calendars alike, -Infinity where a 工作日 has another length.
 */
export function firstDifference(a: CompiledCalendar, b: CompiledCalendar): number {
  if (a.workingDayMs !== b.workingDayMs) return -Infinity;
  return Math.min(firstOtherInterval(a, b), firstOtherSpan(a, b));
}

function firstOtherInterval(a: CompiledCalendar, b: CompiledCalendar): number {
  // Tables may begin in different years: only what both know is compared.
  const from = Math.max(a.dayStart[0] as number, b.dayStart[0] as number);
  const until = Math.min(a.dayStart[a.dayCount] as number, b.dayStart[b.dayCount] as number);
  let i = firstFrom(a, from);
  let j = firstFrom(b, from);
  for (; ; i++, j++) {
    const [startA, startB] = [a.intervalStart[i] ?? Infinity, b.intervalStart[j] ?? Infinity];
    const start = Math.min(startA, startB);
    if (start >= until) return Infinity;
    if (startA !== startB) return start;
    const [endA, endB] = [a.intervalEnd[i] as number, b.intervalEnd[j] as number];
    if (endA !== endB) return Math.min(endA, endB);
  }
}

function firstFrom({ intervalStart }: CompiledCalendar, from: number): number {
  const index = intervalStart.findIndex((start) => start >= from);
  return index < 0 ? intervalStart.length : index;
}

function firstOtherSpan(a: CompiledCalendar, b: CompiledCalendar): number {
  const edges = [...a.provisional, ...b.provisional].flatMap(({ from, to }) => [from, to]);
  const isIn = ({ provisional }: CompiledCalendar, at: number): boolean =>
    provisional.some(({ from, to }) => at >= from && at < to);
  const other = edges.filter((at) => isIn(a, at) !== isIn(b, at));
  return Math.min(Infinity, ...other);
}
