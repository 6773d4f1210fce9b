import type { SeriesAnswer } from '#wire/http/evaluation.ts';
import type { ChartOption } from '../../charts/chart.ts';
import { FONT_FAMILY, PALETTE } from '../../theme/palette.ts';

type Point = SeriesAnswer['points'][number];

/**
 * A line over the spans. Where there is no value it breaks; a small sample is a hollow dot. Rates near the top are not
 * stretched to the full height: the axis keeps at least ten points. `size`: of the type, px.
 */
export function seriesOption(points: readonly Point[], percent: boolean, size = 13): ChartOption {
  const values = points.flatMap(({ cell }) => (cell.value === null ? [] : [cell.value]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const text = { fontFamily: FONT_FAMILY, fontSize: size, color: PALETTE.ink3 };
  return {
    animation: false,
    grid: { left: 4.3 * size, right: 1.5 * size, top: 1.2 * size, bottom: 2.3 * size },
    xAxis: {
      type: 'category',
      data: points.map(({ span }) => span.label),
      axisLine: { lineStyle: { color: PALETTE.hair } },
      axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: percent && values.length > 0 ? Math.max(0, Math.floor(Math.min(least, most - 10) / 10) * 10) : 0,
      ...(percent && { max: 100 }),
      axisLabel: text,
      splitLine: { lineStyle: { color: PALETTE.hair } },
    },
    series: [
      {
        type: 'line',
        data: points.map(({ cell }) => ({
          value: cell.value,
          symbol: cell.tooFew ? 'emptyCircle' : 'circle',
        })),
        symbolSize: 7,
        connectNulls: false,
        lineStyle: { color: PALETTE.ink2, width: 2 },
        itemStyle: { color: PALETTE.ink1 },
      },
    ],
  };
}
