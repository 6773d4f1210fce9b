import { NO_POSITION } from '#wire/columns.ts';
import type { ReplayColumns } from '#wire/replay-frame.ts';

type MadeCase = {
  reportedAt: number;
  endedAt: number;
  lon?: number;
  lat?: number;
  outs?: readonly (readonly [from: number, until: number])[];
};

/** Columns of a replay of made cases; instants of the cases in epoch seconds, 0 for never. */
export function replayColumns(made: {
  from: number;
  to: number;
  cases: readonly MadeCase[];
  earlier?: { days: number; open: readonly number[] };
}): ReplayColumns {
  const { from, to, cases, earlier = { days: 0, open: [] } } = made;
  const outs = cases.flatMap(({ outs: own = [] }, row) => own.map(([began, until]) => ({ row, began, until })));
  const degrees = (value: number | undefined): number => (value === undefined ? NO_POSITION : Math.round(value * 1e6));
  return {
    ...{ from, to, length: cases.length },
    lon: Int32Array.from(cases, ({ lon }) => degrees(lon)),
    lat: Int32Array.from(cases, ({ lat }) => degrees(lat)),
    reportedAt: Uint32Array.from(cases, ({ reportedAt }) => reportedAt),
    endedAt: Uint32Array.from(cases, ({ endedAt }) => endedAt),
    outs: {
      length: outs.length,
      row: Uint32Array.from(outs, ({ row }) => row),
      from: Uint32Array.from(outs, ({ began }) => began),
      until: Uint32Array.from(outs, ({ until }) => until),
    },
    earlier: { days: earlier.days, open: Uint32Array.from(earlier.open) },
  };
}
