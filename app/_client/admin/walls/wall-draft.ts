import { arrange } from '#domain/wall/arrange.ts';
import { panelBreaches, screenBreaches, type WallBreach } from '#domain/wall/breaches.ts';
import { PANEL_SIZES, type PanelKind, type PanelPlace } from '#domain/wall/panel.ts';
import { LEAST_SECONDS, MOST_SECONDS, type PlaylistEntry } from '#domain/wall/program.ts';
import { isAimed, type Scene, type SceneKind } from '#domain/wall/scene.ts';
import type { Layouts, StandingWall } from '#domain/wall/standing.ts';
import { unitOf } from '#domain/wall/unit.ts';
import type { Rect, Wall } from '#domain/wall/wall.ts';
import { readingOf } from './reading.ts';
import { freePlace, type Ground } from './snapping.ts';

/** What an operator changes about a wall. */
export type WallDraft = { wall: Wall; layouts: Layouts; playlist: readonly PlaylistEntry[] };

/** Side of a cell in u. */
const CELL_UNITS = 1;

export function draftOf({ wall, layouts, program }: StandingWall): WallDraft {
  return { wall, layouts, playlist: program.playlist };
}

export function isSameDraft(one: WallDraft, other: WallDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Which parts two drafts differ in. */
export function differences(one: WallDraft, other: WallDraft): ('wall' | 'layouts' | 'playlist')[] {
  return (['wall', 'layouts', 'playlist'] as const).filter(
    (part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]),
  );
}

/** The panels of a scene as they would stand: placed by hand, else arranged. None on a wall without screens. */
export function panelsOf({ wall, layouts }: WallDraft, scene: Scene): readonly PanelPlace[] {
  if (wall.screens.length === 0) return [];
  return layouts[scene.kind] ?? arrange(scene, wall);
}

/** The draft with a scene's panels placed by hand. What a panel shows by itself is left to the panel. */
export function withPanels(draft: WallDraft, kind: SceneKind, panels: readonly PanelPlace[]): WallDraft {
  const arranged = draft.layouts[kind] === undefined;
  const placed = panels.map((panel) => ({ ...panel, ...rounded(panel), ...(arranged && { options: {} }) }));
  return { ...draft, layouts: { ...draft.layouts, [kind]: placed } };
}

/** The draft with a scene arranged by itself again. */
export function withoutPanels(draft: WallDraft, kind: SceneKind): WallDraft {
  const { [kind]: _, ...layouts } = draft.layouts;
  return { ...draft, layouts };
}

/** A further panel of its least size where there is room, else over what lies at the top left. */
export function withPanel(draft: WallDraft, scene: Scene, panel: PanelKind): WallDraft {
  const panels = panelsOf(draft, scene);
  const u = unitOf(draft.wall);
  const { least } = PANEL_SIZES[panel];
  const size = { width: least.width * u, height: least.height * u };
  const { x, y } = draft.wall.screens[0] ?? { x: 0, y: 0 };
  const rect = freePlace(size, groundOf(draft.wall, panels)) ?? { x, y, ...size };
  return withPanels(draft, scene.kind, [...panels, { ...rect, panel, options: {} }]);
}

/** What panels of a wall snap to; `reach` in mm, a cell unless told. */
export function groundOf(wall: Wall, others: readonly Rect[], reach?: number): Ground {
  const cell = unitOf(wall) * CELL_UNITS;
  return { screens: wall.screens, others, cell, reach: reach ?? cell };
}

/** What keeps a draft from being stored. */
export type DraftFault =
  | { what: 'screens'; breach: WallBreach }
  | { what: 'panels'; kind: SceneKind; breach: WallBreach }
  | { what: 'unreadable' }
  | { what: 'names' }
  | { what: 'playlist'; entry: number };

/** Everything the server would refuse, and a wall that cannot be read; empty: it can be stored. */
export function faultsOf(draft: WallDraft): DraftFault[] {
  const { wall, layouts, playlist } = draft;
  const faults: DraftFault[] = screenBreaches(wall).flatMap((breach): DraftFault[] =>
    breach.what === 'no-screens' ? [] : [{ what: 'screens', breach }],
  );
  if (wall.names.zh.trim() === '' || wall.names.en.trim() === '') faults.push({ what: 'names' });
  if (readingOf(wall)?.verdict === 'unreadable') faults.push({ what: 'unreadable' });
  if (wall.screens.length > 0) {
    for (const kind of Object.keys(layouts) as SceneKind[]) {
      for (const breach of panelBreaches(wall, layouts[kind] ?? [])) faults.push({ what: 'panels', kind, breach });
    }
  }
  playlist.forEach((entry, index) => {
    if (!isEntry(entry)) faults.push({ what: 'playlist', entry: index });
  });
  return faults;
}

export function isEntry({ scene: { kind, target }, seconds }: PlaylistEntry): boolean {
  return isAimed({ kind, target }) && Number.isInteger(seconds) && seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS;
}

/** A list with one entry at another place. */
export function reordered<Entry>(entries: readonly Entry[], from: number, to: number): Entry[] {
  const rest = entries.filter((_, index) => index !== from);
  const entry = entries[from];
  if (entry === undefined) return [...entries];
  const at = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, at), entry, ...rest.slice(at)];
}

/** To a hundredth of a millimetre: finer is noise. */
function rounded({ x, y, width, height }: Rect): Rect {
  const hundredth = (value: number): number => Math.round(value * 100) / 100;
  return { x: hundredth(x), y: hundredth(y), width: hundredth(width), height: hundredth(height) };
}
