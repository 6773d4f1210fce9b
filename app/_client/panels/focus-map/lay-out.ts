import { numberedSpots, type NumberedSpot } from '../../layers/alerts/numbered.ts';
import { clearOf, edgeCounts, type EdgeMark } from '../../map/edge-counts.ts';
import { fixtures } from '../../map/fixtures.ts';
import { boxAround, type Box } from '../../map/label-placement.ts';
import { joinBoxes } from '../../map/join-boxes.ts';
import { riverLabels, type RiverLabel } from '../../map/river-labels.ts';
import type { LaneRow } from '../alert-lane/lane-view.ts';
import type { Input } from './lay-out-input.ts';
import { placePlaces, placeSettlements, type PlaceLabel } from './place-labels.ts';
import { SPOT_UNITS } from './room.ts';
import { placeAges, placeCounts, placeNames, type TextLabel } from './symbol-labels.ts';

export type Laid = {
  symbols: (NumberedSpot<LaneRow> & { moved: boolean })[];
  names: TextLabel[];
  /** How many cases a small shape stands for, where it is more than one. */
  counts: TextLabel[];
  ages: TextLabel[];
  places: PlaceLabel[];
  settlements: TextLabel[];
  rivers: RiverLabel[];
  edges: EdgeMark[];
};

/** Where each label stood relative to its point the last time, so that it stays there. */
export class LabelMemory {
  offsets: ReadonlyMap<string, readonly [number, number]> = new Map();
}

/** Room of a mark at the edge, in u. */
const EDGE_UNITS = 5;
const EDGE_INSET = { across: 5, down: 2.8 };
const SMALL_UNITS = 2.1;
const TEAM_UNITS = 1.2;

/**
 * Decides where everything in words or numbers goes on the map. Order of rights: numbered shapes, small shapes, marks at
 * the edge, names of numbered ones, counts, places in focus, other places, ages, rivers, settlements. While the map
 * flies there are shapes alone. Pixels of the map's box.
 */
export function layOut(input: Input, memory: LabelMemory): Laid {
  const { view, u } = input;
  const symbols = numberedSpots(input.rows, view, u).map((spot) => ({
    ...spot,
    moved: Math.hypot(spot.x - spot.fromX, spot.y - spot.fromY) > 0.6 * u,
  }));
  if (view.flying) {
    return { symbols, names: [], counts: [], ages: [], places: [], settlements: [], rivers: [], edges: [] };
  }
  const { width, height } = view;
  const area: Box = { left: 0.8 * u, top: 0.8 * u, right: width - 0.8 * u, bottom: height - 0.8 * u };
  const busy: Box[] = symbols.map(({ x, y, radius }) => boxAround(x, y, radius * 2.1, radius * 2.1));
  busy.push(...fixtures(width, height, u), ...joinBoxes(view.joins, u));
  if (input.spot !== null) {
    const [x, y] = view.project(input.spot.lon, input.spot.lat);
    busy.push(boxAround(x, y, SPOT_UNITS * u, SPOT_UNITS * u));
  }
  const edges = clearOf(
    edgeCounts(outside(input), width, height, { across: EDGE_INSET.across * u, down: EDGE_INSET.down * u }),
    busy,
    width,
    height,
    EDGE_UNITS * u,
  );
  busy.push(...edges.map(({ x, y }) => boxAround(x, y, EDGE_UNITS * u, EDGE_UNITS * u)));
  busy.push(...input.small.map(({ x, y }) => boxAround(x, y, SMALL_UNITS * u, SMALL_UNITS * u)));
  const offsets = new Map<string, readonly [number, number]>();
  const keep = <Label extends { id: string; box: Box; dx: number; dy: number }>(labels: Label[]): Label[] => {
    for (const { id, box, dx, dy } of labels) {
      busy.push(box);
      offsets.set(id, [dx, dy]);
    }
    return labels;
  };
  const before = memory.offsets;
  const names = keep(placeNames(symbols, input, busy, area, before));
  const counts = keep(placeCounts(input, busy, area, before));
  const places = keep(placePlaces(input, busy, area, before));
  busy.push(...input.silent.map(({ x, y }) => boxAround(x, y, TEAM_UNITS * u, TEAM_UNITS * u)));
  const ages = keep(placeAges(input, busy, area, before));
  const rivers = riverLabels(input.base.rivers, view, input.language, u, busy, area);
  busy.push(...rivers.map(({ x, y }) => boxAround(x, y, 8 * u, 4 * u)));
  const settlements = keep(placeSettlements(input, places, busy, area, before));
  memory.offsets = offsets;
  return { symbols, names, counts, ages, places, settlements, rivers, edges };
}

/** Groups of the lane that lie off the map. */
function outside({ rows, view: { width, height, project }, u }: Input): { x: number; y: number; count: number }[] {
  return rows.flatMap(({ lon, lat, count }) => {
    if (lon === null || lat === null) return [];
    const [x, y] = project(lon, lat);
    return x > u && y > u && x < width - u && y < height - u ? [] : [{ x, y, count }];
  });
}
