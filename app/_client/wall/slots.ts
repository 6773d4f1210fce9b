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

/** The panels of a scene that this screen shows something of. Placed by hand where somebody did, arranged otherwise. */
export function slotsOf(plan: WallPlan, scene: Scene, layouts: Layouts): Slot[] {
  const byHand = layouts[scene.kind];
  const placed = byHand === undefined ? arrange(scene, plan.wall) : completed(byHand, scene, plan.wall);
  const screen = pixelsOf(plan, plan.view);
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
          full: { width: rect.width, height: rect.height },
          part: { ...part, x: part.x - rect.x, y: part.y - rect.y },
        };
    const cells = plan.wall.screens.map((each) => pixelsOf(plan, each));
    const lines = {
      top: !cells.some(({ y }) => Math.abs(y - rect.y) < 2),
      left: !cells.some(({ x }) => Math.abs(x - rect.x) < 2),
    };
    const { panel, options } = place;
    // The same panel of another scene is the same panel: a map flies instead of beginning anew.
    return [{ ...rect, key: `${panel}-${count}`, panel, options, window, lines }];
  });
}
