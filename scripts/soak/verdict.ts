import type { SequenceFigures } from './sequence-watch.ts';
import { slopeOf, type Slope } from './slope.ts';

const MB = 1024 * 1024;

/** One look at page and server. `realHours` and `virtualHours` count from the first look. */
export type Reading = { realHours: number; virtualHours: number; values: Record<string, number> };

export type Line = { name: string; unit: 'MB' | 'count'; virtual: Slope; real: Slope; limit: string; failed: boolean };

type Rule = {
  name: string;
  unit: 'MB' | 'count';
  limit: string;
  /** Whether that is too much; `hours` virtual hours were watched. */
  fails: (slope: Slope, hours: number) => boolean;
};

/** Surely more than zero, and more over the whole run than such a thing wavers by. */
const growsBeyond =
  (share: number, least: number) =>
  ({ perHour, margin, mean }: Slope, hours: number): boolean =>
    (perHour - margin) * hours > Math.max(least, share * mean);

/** Most a page's heap may grow in a virtual hour, MB. */
export const PAGE_HEAP_MB_PER_HOUR = 1;

const RULES: readonly Rule[] = [
  {
    name: 'page heap',
    unit: 'MB',
    limit: `${PAGE_HEAP_MB_PER_HOUR} MB/h`,
    fails: ({ perHour }) => perHour > PAGE_HEAP_MB_PER_HOUR,
  },
  {
    name: 'page buffers',
    unit: 'MB',
    limit: `${PAGE_HEAP_MB_PER_HOUR} MB/h`,
    fails: ({ perHour }) => perHour > PAGE_HEAP_MB_PER_HOUR,
  },
  { name: 'DOM nodes', unit: 'count', limit: 'none beyond 10 %', fails: growsBeyond(0.1, 200) },
  { name: 'listeners', unit: 'count', limit: 'none beyond 10 %', fails: growsBeyond(0.1, 50) },
  { name: 'WebGL objects', unit: 'count', limit: 'none beyond 10 %', fails: growsBeyond(0.1, 20) },
  { name: 'WebGL contexts', unit: 'count', limit: 'none', fails: growsBeyond(0, 0.5) },
  { name: 'server heap', unit: 'MB', limit: 'none beyond 5 %', fails: growsBeyond(0.05, 5) },
  { name: 'server external', unit: 'MB', limit: 'none beyond 10 %', fails: growsBeyond(0.1, 8) },
  { name: 'server rss', unit: 'MB', limit: 'none beyond 15 %', fails: growsBeyond(0.15, 30) },
  { name: 'server handles', unit: 'count', limit: 'none beyond 10 %', fails: growsBeyond(0.1, 5) },
  { name: 'server files', unit: 'count', limit: 'none beyond 10 %', fails: growsBeyond(0.1, 5) },
];

/** The slopes of everything that was read, held against what each may grow by. What was never read has no line. */
export function judge(readings: readonly Reading[]): Line[] {
  const hours = (readings.at(-1)?.virtualHours ?? 0) - (readings[0]?.virtualHours ?? 0);
  return RULES.flatMap(({ name, unit, limit, fails }) => {
    const scale = unit === 'MB' ? MB : 1;
    const known = readings.flatMap(({ realHours, virtualHours, values }) => {
      const value = values[name];
      return value === undefined ? [] : [{ realHours, virtualHours, value: value / scale }];
    });
    if (known.length < 3) return [];
    const virtual = slopeOf(known.map((one) => [one.virtualHours, one.value]));
    const real = slopeOf(known.map((one) => [one.realHours, one.value]));
    return [{ name, unit, virtual, real, limit, failed: fails(virtual, hours) }];
  });
}

/** What is wrong with what the page was told; empty when nothing is. */
export function judgeSequences({ dropped, messages, restarts }: SequenceFigures): string[] {
  return [
    ...dropped.map((one) => `dropped: ${one}`),
    ...(messages === 0 ? ['the page was told nothing at all'] : []),
    ...(restarts > 0 ? [`the server built its picture anew ${restarts} times`] : []),
  ];
}

/** The table as text. */
export function tableOf(lines: readonly Line[]): string {
  const cells = lines.map(({ name, unit, virtual, real, limit, failed }) => {
    const digits = unit === 'MB' ? 3 : 2;
    const slope = (one: Slope): string => `${one.perHour.toFixed(digits)} ± ${one.margin.toFixed(digits)}`;
    return [
      name,
      unit === 'MB' ? 'MB' : '',
      virtual.first.toFixed(1),
      virtual.last.toFixed(1),
      slope(virtual),
      slope(real),
      limit,
      failed ? 'FAILED' : 'ok',
    ];
  });
  const rows = [['', 'unit', 'first', 'last', 'a virtual hour', 'a real hour', 'may grow', ''], ...cells];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
