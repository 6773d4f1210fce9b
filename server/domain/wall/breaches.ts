import { PANEL_SIZES, type PanelPlace } from './panel.ts';
import { unitOf } from './unit.ts';
import { overlap, type Rect, type Screen, type Wall } from './wall.ts';

/** What is wrong with a wall's description or with panels on it. Indices are of the list that was given. */
export type WallBreach =
  | { what: 'no-screens' }
  | { what: 'same-id'; screen: string }
  | { what: 'screens-overlap'; screen: string; other: string }
  | { what: 'pixels-unlike-size'; screen: string }
  | { what: 'panel-over-bezel'; panel: number }
  | { what: 'panel-off-glass'; panel: number }
  | { what: 'panels-overlap'; panel: number; other: number }
  | { what: 'panel-too-small'; panel: number };

/** How far a pixel may be from square before the picture looks stretched. */
const SQUARE_WITHIN = 0.04;

/** What is wrong with how the screens hang. */
export function screenBreaches({ screens }: Pick<Wall, 'screens'>): WallBreach[] {
  if (screens.length === 0) return [{ what: 'no-screens' }];
  const found: WallBreach[] = [];
  screens.forEach((screen, index) => {
    const before = screens.slice(0, index);
    if (before.some(({ id }) => id === screen.id)) found.push({ what: 'same-id', screen: screen.id });
    const other = before.find((each) => overlap(each, screen));
    if (other !== undefined) found.push({ what: 'screens-overlap', screen: screen.id, other: other.id });
    if (!hasSquarePixels(screen)) found.push({ what: 'pixels-unlike-size', screen: screen.id });
  });
  return found;
}

/** What is wrong with where panels lie: across a bezel, off every screen, over one another, with too little room. */
export function panelBreaches(wall: Wall, panels: readonly PanelPlace[]): WallBreach[] {
  const u = unitOf(wall);
  return panels.flatMap((panel, index) => {
    const found: WallBreach[] = [];
    const { least, crosses } = PANEL_SIZES[panel.panel];
    const touched = wall.screens.filter((screen) => overlap(screen, panel));
    if (touched.length === 0) found.push({ what: 'panel-off-glass', panel: index });
    else if (!crosses && !touched.some((screen) => holds(screen, panel))) {
      found.push({ what: touched.length > 1 ? 'panel-over-bezel' : 'panel-off-glass', panel: index });
    }
    if (panel.width < least.width * u * 0.98 || panel.height < least.height * u * 0.98) {
      found.push({ what: 'panel-too-small', panel: index });
    }
    const other = panels.findIndex((each, before) => before < index && overlap(each, panel));
    if (other >= 0) found.push({ what: 'panels-overlap', panel: index, other });
    return found;
  });
}

function holds(screen: Rect, panel: Rect, tolerance = 0.5): boolean {
  return (
    panel.x >= screen.x - tolerance &&
    panel.y >= screen.y - tolerance &&
    panel.x + panel.width <= screen.x + screen.width + tolerance &&
    panel.y + panel.height <= screen.y + screen.height + tolerance
  );
}

function hasSquarePixels({ width, height, pixels, rotation }: Screen): boolean {
  const across = rotation % 180 === 0 ? pixels.width : pixels.height;
  const down = rotation % 180 === 0 ? pixels.height : pixels.width;
  return Math.abs(width / across / (height / down) - 1) <= SQUARE_WITHIN;
}
