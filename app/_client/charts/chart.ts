import { LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption } from 'echarts/components';
import { init, use as register, type ComposeOption, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([LineChart, GridComponent, SVGRenderer]);

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption>;
export type Chart = ECharts;

/** A chart drawn as SVG, so that it is as sharp on a 4K wall as on a desk. Only the parts used are loaded. */
export function createChart(box: HTMLElement): Chart {
  return init(box, null, { renderer: 'svg' });
}
