type Point = readonly [x: number, y: number];

/** The day as it is drawn in a box of px: what is written at the axes, and the lines between them. */
export type TimelineDrawing = {
  rules: { y: number; value: number }[];
  ticks: { x: number; step: number; anchor: 'start' | 'middle' | 'end' }[];
  open: Point[];
  earlier: Point[];
  left: number;
  right: number;
  top: number;
  foot: number;
};

const EVERY = 36;

/**
 * Open cases over the steps of a replay, with those of an earlier day. The axis begins where it must for a day's rise and
 * fall to be seen, and says where that is.
 *
 * @param u the wall's unit, px.
 */
export function timelineDrawing(
  open: ArrayLike<number>,
  earlier: ArrayLike<number>,
  width: number,
  height: number,
  u: number,
): TimelineDrawing {
  const [left, right, top, foot] = [7 * u, width - 4 * u, 3.4 * u, height - 3.6 * u];
  const values = [...Array.from(open), ...Array.from(earlier)];
  const most = Math.max(10, ...values);
  const least = Math.min(most, ...values);
  // Noise of a few cases is not blown up to a mountain.
  const room = Math.max((most - least) * 1.15, most * 0.12, 10);
  const step = niceStep(room / 2.4);
  const from = Math.max(0, Math.floor((most - room) / step) * step);
  const to = Math.max(most * 1.02, from + 2 * step);
  const steps = open.length - 1;
  const at = (index: number, value: number): Point => [
    left + ((right - left) * index) / steps,
    foot - ((foot - top) * (value - from)) / (to - from),
  ];
  const line = (series: ArrayLike<number>): Point[] => Array.from(series, (value, index) => at(index, value));
  const rules = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return {
    ...{ left, right, top, foot },
    rules: rules.map((value) => ({ y: at(0, value)[1], value })),
    ticks: Array.from({ length: Math.floor(steps / EVERY) + 1 }, (_, index) => ({
      x: at(index * EVERY, 0)[0],
      step: index * EVERY,
      anchor: index === 0 ? 'start' : index * EVERY === steps ? 'end' : 'middle',
    })),
    open: line(open),
    earlier: line(earlier),
  };
}

function niceStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const share = rough / magnitude;
  return magnitude * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}
