type Hourly = {
  reported: readonly number[];
  closed: readonly number[];
  reportedYesterday: readonly number[] | null;
  /** Hour of the day with its fraction; later hours are not drawn. */
  hourNow: number;
};

type Point = readonly [x: number, y: number];
type Line = { name: 'yesterday' | 'closed' | 'reported'; points: readonly Point[] };

/** The chart in a box of px: what is written at the axes, and what is drawn between them. */
export type HourlyDrawing = {
  rules: { y: number; value: number }[];
  hours: { x: number; hour: number; anchor: 'start' | 'middle' | 'end' }[];
  lines: Line[];
  /** The running hour so far. */
  dots: { name: Line['name']; at: Point }[];
  /** Left end, right end and foot of the ruled part. */
  left: number;
  right: number;
  foot: number;
};

/**
 * Lines of the hours that are over, each at its middle, and of the running one at what it has so far only as a dot: a
 * half hour drawn as a line would always seem to fall. Yesterday, where known, is a faint line over the whole day.
 *
 * @param u the wall's unit, px.
 */
export function hourlyDrawing(day: Hourly, width: number, height: number, u: number): HourlyDrawing {
  const { reported, closed, reportedYesterday, hourNow } = day;
  const [left, right, top, foot] = [4.6 * u, width - 0.6 * u, 1.1 * u, height - 2.7 * u];
  const most = Math.max(10, ...reported, ...closed, ...(reportedYesterday ?? []));
  const highest = most * 1.06;
  const at = (hour: number, value: number): Point => [
    left + ((right - left) * hour) / 24,
    foot - ((foot - top) * value) / highest,
  ];
  const done = Math.floor(hourNow);
  const line = (name: Line['name'], values: readonly number[], until: number): Line => ({
    name,
    points: values.slice(0, until).map((value, hour) => at(hour + 0.5, value)),
  });
  const step = niceStep(most / 3);
  const values = Array.from({ length: Math.floor(highest / step) + 1 }, (_, index) => index * step);
  return {
    ...{ left, right, foot },
    rules: values.map((value) => ({ y: at(0, value)[1], value })),
    hours: [0, 6, 12, 18, 24].map((hour) => ({
      ...{ x: at(hour, 0)[0], hour },
      anchor: hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle',
    })),
    lines: [
      ...(reportedYesterday === null ? [] : [line('yesterday', reportedYesterday, 24)]),
      line('closed', closed, done),
      line('reported', reported, done),
    ],
    dots: [
      { name: 'closed', at: at(hourNow, closed[done] ?? 0) },
      { name: 'reported', at: at(hourNow, reported[done] ?? 0) },
    ],
  };
}

function niceStep(rough: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const share = rough / magnitude;
  return magnitude * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
}
