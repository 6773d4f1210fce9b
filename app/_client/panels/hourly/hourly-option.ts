import type { ChartOption } from '../../charts/chart.ts';
import { FONT_FAMILY, PALETTE } from '../../theme/palette.ts';

type Hourly = {
  reported: readonly number[];
  closed: readonly number[];
  reportedYesterday: readonly number[] | null;
  /** Hour of the day with its fraction; later hours are not drawn. */
  hourNow: number;
  u: number;
};

/**
 * Lines of the hours that are over, each at its middle, and of the running one at what it has so far only as a dot: a
 * half hour drawn as a line would always seem to fall. Yesterday, where known, is a faint line over the whole day.
 */
export function hourlyOption({ reported, closed, reportedYesterday, hourNow, u }: Hourly): ChartOption {
  const done = Math.floor(hourNow);
  const line = (values: readonly number[], until: number): [number, number][] =>
    values.slice(0, until).map((value, hour) => [hour + 0.5, value]);
  const text = { fontFamily: FONT_FAMILY, fontSize: 1.8 * u, color: PALETTE.ink3 };
  const most = Math.max(10, ...reported, ...closed, ...(reportedYesterday ?? []));
  const step = niceStep(most / 3);
  return {
    animation: false,
    grid: { left: 4.6 * u, right: 0.6 * u, top: 1.1 * u, bottom: 2.7 * u },
    xAxis: {
      type: 'value',
      min: 0,
      max: 24,
      interval: 6,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...text, margin: 0.7 * u, showMaxLabel: true, alignMaxLabel: 'right', alignMinLabel: 'left' },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: most * 1.06,
      interval: step,
      axisLabel: { ...text, margin: 0.7 * u, showMaxLabel: false },
      splitLine: { lineStyle: { color: PALETTE.hair, width: Math.max(1, 0.12 * u) } },
    },
    series: [
      ...(reportedYesterday === null
        ? []
        : [series(line(reportedYesterday, 24), PALETTE.hair, 0.24 * u, 'solid' as const)]),
      series(line(closed, done), PALETTE.ink3, 0.28 * u, [0.7 * u, 0.45 * u]),
      series(line(reported, done), PALETTE.ink1, 0.32 * u, 'solid' as const),
      ...lastDots(reported, closed, done, hourNow, u),
    ],
  };
}

function series(data: [number, number][], color: string, width: number, type: 'solid' | number[]) {
  return {
    type: 'line' as const,
    data,
    silent: true,
    symbol: 'none',
    lineStyle: { color, width, type, join: 'round' as const },
  };
}

/** The running hour so far, as dots at this minute. */
function lastDots(reported: readonly number[], closed: readonly number[], hour: number, hourNow: number, u: number) {
  const dot = (value: number | undefined, color: string) => ({
    type: 'line' as const,
    data: [[hourNow, value ?? 0]],
    silent: true,
    symbol: 'circle',
    symbolSize: 0.9 * u,
    itemStyle: { color },
    lineStyle: { width: 0 },
  });
  return [dot(closed[hour], PALETTE.ink3), dot(reported[hour], PALETTE.ink1)];
}

function niceStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const share = rough / magnitude;
  return magnitude * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}
