import { unitOf, usualDistance } from '#domain/wall/unit.ts';
import { boundsOf, type Rect, type Rotation, type Wall } from '#domain/wall/wall.ts';

/** A wall as one screen draws it. */
export type WallPlan = {
  wall: Wall;
  /** The part of the wall on this screen, mm. */
  view: Rect;
  rotation: Rotation;
  /** CSS pixels a millimetre. */
  scale: number;
  /** The unit u in CSS pixels. */
  unit: number;
};

export type WindowSize = { width: number; height: number };

/** A window wider than this is two 16:9 screens side by side that one computer drives. */
const TWO_SCREENS = 2.4;
/** A window as the design was drawn for, in u. */
const DRAWN = { width: 192, height: 108 };

/** How a screen draws a wall that somebody measured; null when the wall has no such screen. */
export function planOf(wall: Wall, screenId: string, window: WindowSize): WallPlan | null {
  const screen = wall.screens.find(({ id }) => id === screenId);
  if (screen === undefined) return null;
  const { x, y, width, height, rotation } = screen;
  const hung = rotation % 180 === 0 ? window : { width: window.height, height: window.width };
  const scale = Math.min(hung.width / width, hung.height / height);
  return { wall, view: { x, y, width, height }, rotation, scale, unit: unitOf(wall) * scale };
}

/** How a screen draws a wall that nobody measured: the whole in its own window, sized as the design was drawn. */
export function ownPlan(wall: Pick<Wall, 'id' | 'names' | 'scope'>, window: WindowSize): WallPlan {
  const columns = window.width / window.height >= TWO_SCREENS ? 2 : 1;
  const width = window.width / columns;
  const screens = Array.from({ length: columns }, (_, index) => ({
    id: String(index + 1),
    x: index * width,
    y: 0,
    width,
    height: window.height,
    pixels: { width: Math.round(width), height: window.height },
    rotation: 0 as const,
  }));
  const readAs = Math.min(window.height, (width * DRAWN.height) / DRAWN.width);
  const own = { ...wall, viewingDistance: usualDistance(readAs), screens };
  return { wall: own, view: boundsOf(screens), rotation: 0, scale: 1, unit: unitOf(own) };
}

/** A rectangle of the wall in CSS pixels of this screen's own drawing of it, on whole pixels. */
export function pixelsOf({ view, scale }: Pick<WallPlan, 'view' | 'scale'>, rect: Rect): Rect {
  const left = Math.round((rect.x - view.x) * scale);
  const top = Math.round((rect.y - view.y) * scale);
  return {
    x: left,
    y: top,
    width: Math.round((rect.x + rect.width - view.x) * scale) - left,
    height: Math.round((rect.y + rect.height - view.y) * scale) - top,
  };
}

/** What two rectangles share; null when that is nothing. */
export function shared(one: Rect, other: Rect): Rect | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
