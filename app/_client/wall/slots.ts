import { arrange, completed } from '#domain/wall/arrange.ts';
import type { PanelPlace } from '#domain/wall/panel.ts';
import type { Scene } from '#domain/wall/scene.ts';
import type { Layouts } from '#domain/wall/standing.ts';
import type { Rect } from '#domain/wall/wall.ts';
import type { PanelWindow } from './panel-window.ts';
import { pixelsOf, shared, type WallPlan } from './wall-plan.ts';

/** A panel on this screen: its whole rectangle in CSS pixels, and the part of it that the screen shows. */
export type Slot = Rect & {
  key: string;
  panel: PanelPlace['panel'];
  options: PanelPlace['options'];
  window: PanelWindow | null;
  /** Lines towards its neighbours: where it begins a screen there is none. */
  lines: { top: boolean; left: boolean };
};

/** Screens that overlap by less than this touch, px. */
const TOUCHING = 1;

/** The panels of a scene that this screen shows something of. Placed by hand where somebody did, arranged otherwise. */
export function slotsOf(plan: WallPlan, scene: Scene, layouts: Layouts): Slot[] {
  const byHand = layouts[scene.kind];
  const placed = byHand === undefined ? arrange(scene, plan.wall) : completed(byHand, scene, plan.wall);
  const screen = pixelsOf(plan, plan.view);
  const cells = plan.wall.screens.map((each) => pixelsOf(plan, each));
  const counts = new Map<string, number>();
  return placed.flatMap((place): Slot[] => {
    const count = (counts.get(place.panel) ?? 0) + 1;
    counts.set(place.panel, count);
    const rect = pixelsOf(plan, place);
    const part = shared(rect, screen);
    // A sliver is rounding, not a panel.
    if (part === null || part.width < 2 || part.height < 2) return [];
    const whole = part.width === rect.width && part.height === rect.height;
    const window = whole
      ? null
      : {
          full: { width: rect.width, height: rect.height, joins: joinsOf(rect, cells) },
          part: { ...part, x: part.x - rect.x, y: part.y - rect.y },
        };
    const lines = {
      top: !cells.some(({ y }) => Math.abs(y - rect.y) < 2),
      left: !cells.some(({ x }) => Math.abs(x - rect.x) < 2),
    };
    const { panel, options } = place;
    // The same panel of another scene is the same panel: a map flies instead of beginning anew.
    return [{ ...rect, key: `${panel}-${count}`, panel, options, window, lines }];
  });
}

/**
 * What of a panel lies between the screens it is on: upright and lying strips over its whole length, in pixels from its
 * top left. Where screens touch, a line of no width.
 */
export function joinsOf(panel: Rect, cells: readonly Rect[]): Rect[] {
  const behind = cells.filter((cell) => shared(cell, panel) !== null);
  const upright = gapsOf(behind.map(({ x, width }) => [x, x + width])).map(([from, to]) => ({
    x: from - panel.x,
    y: 0,
    width: to - from,
    height: panel.height,
  }));
  const lying = gapsOf(behind.map(({ y, height }) => [y, y + height])).map(([from, to]) => ({
    x: 0,
    y: from - panel.y,
    width: panel.width,
    height: to - from,
  }));
  return [...upright, ...lying];
}

/** What lies between neighbouring spans, from the end of one to where the next begins. */
function gapsOf(spans: readonly (readonly [number, number])[]): [number, number][] {
  const sorted = [...spans].sort(([one], [other]) => one - other);
  const gaps: [number, number][] = [];
  let end: number | null = null;
  for (const [from, to] of sorted) {
    if (end !== null && from >= end - TOUCHING) gaps.push([Math.min(end, from), Math.max(end, from)]);
    end = Math.max(end ?? to, to);
  }
  return gaps;
}
