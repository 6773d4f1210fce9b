import { randomUUID } from 'node:crypto';
import type { Principal } from '#domain/account/role.ts';
import { covers } from '#domain/account/scope.ts';
import { panelBreaches, screenBreaches, type WallBreach } from '#domain/wall/breaches.ts';
import { newProgram, type PlaylistEntry } from '#domain/wall/program.ts';
import type { SceneKind } from '#domain/wall/scene.ts';
import type { Layouts, StandingWall } from '#domain/wall/standing.ts';
import { LEAST_ARC, smallestArc } from '#domain/wall/unit.ts';
import type { Wall } from '#domain/wall/wall.ts';
import { actOn, type WallAct } from './acts.ts';
import type { WallBook } from './wall-book.ts';

export type WallChange = { version: number; wall: Wall; layouts: Layouts; playlist: readonly PlaylistEntry[] };

/** Why something about a wall was not done; `field` says where in what was given. */
export class WallRefused extends Error {
  override name = 'WallRefused';
  readonly code: 'not-allowed' | 'not-found' | 'version-conflict' | 'bad-argument';
  readonly field: string | undefined;

  constructor(code: WallRefused['code'], message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** What may be asked about walls. All reject with WallRefused or StoreUnavailable. */
export interface WallPort {
  /** The walls within somebody's reach. */
  list(who: Principal): StandingWall[];
  save(who: Principal, id: string, change: WallChange): Promise<StandingWall>;
  remove(who: Principal, id: string): Promise<boolean>;
  act(who: Principal, id: string, act: WallAct): Promise<StandingWall>;
}

export function createWalls(parts: {
  book: WallBook;
  now: () => number;
  minuteOfDay: (instant: number) => number;
  hasPlace: (code: string) => boolean;
}): WallPort {
  const { book, now, minuteOfDay, hasPlace } = parts;
  const within = (who: Principal, scope: string): void => {
    if (!covers(who.scope, scope))
      throw new WallRefused('not-allowed', `the wall's place ${scope} lies outside ${who.scope}`);
  };
  return {
    list: (who) => book.all.filter(({ wall }) => covers(who.scope, wall.scope)),
    async save(who, id, { version, wall, layouts, playlist }) {
      if (wall.id !== id)
        throw new WallRefused('bad-argument', `the wall is named ${wall.id}, the address says ${id}`, 'wall.id');
      within(who, wall.scope);
      if (!hasPlace(wall.scope))
        throw new WallRefused('bad-argument', `no place has the code ${wall.scope}`, 'wall.scope');
      refuseBreaches(wall, layouts);
      refusePlaces(playlist, hasPlace);
      await book.read();
      let conflict = false;
      const stored = await book.change(id, who.id, (before) => {
        if (before !== null) within(who, before.wall.scope);
        conflict = (before?.version ?? 0) !== version;
        if (conflict) return null;
        const program = before?.program ?? newProgram(now());
        const same = JSON.stringify(program.playlist) === JSON.stringify(playlist);
        return {
          wall,
          layouts,
          program: same ? program : { ...program, playlist, since: now(), empty: [] },
        };
      });
      if (conflict || stored === null) {
        throw new WallRefused('version-conflict', 'somebody has changed the wall in between: read it again', 'version');
      }
      return stored;
    },
    async remove(who, id) {
      const before = book.get(id);
      if (before === null) throw new WallRefused('not-found', `there is no wall ${id}`);
      within(who, before.wall.scope);
      return book.remove(id);
    },
    async act(who, id, act) {
      const known = book.get(id);
      if (known === null) throw new WallRefused('not-found', `there is no wall ${id}`);
      within(who, known.wall.scope);
      refuseScreens(known.wall, act);
      const by = { id: who.id, name: who.name };
      const named = { at: now(), by, id: randomUUID(), minuteOfDay };
      const stored = await book.change(id, who.id, (before) => {
        if (before === null) return null;
        const program = actOn(before.program, act, named);
        return program === before.program ? null : { ...before, program };
      });
      if (stored === null) throw new WallRefused('not-found', `there is no wall ${id}`);
      return stored;
    },
  };
}

function refuseBreaches(wall: Wall, layouts: Layouts): void {
  const hung = screenBreaches(wall).find(({ what }) => what !== 'no-screens');
  if (hung !== undefined) throw new WallRefused('bad-argument', textOf(hung), 'wall.screens');
  if (wall.screens.length === 0) return;
  if (smallestArc(wall) < LEAST_ARC) {
    const why = `the smallest text would look less than ${LEAST_ARC} minutes of arc tall from there`;
    throw new WallRefused('bad-argument', why, 'wall.viewingDistance');
  }
  for (const [kind, panels] of Object.entries(layouts)) {
    const breach = panelBreaches(wall, panels)[0];
    if (breach === undefined) continue;
    const index = 'panel' in breach ? `.${breach.panel}` : '';
    throw new WallRefused('bad-argument', textOf(breach), `layouts.${kind as SceneKind}${index}`);
  }
}

function refusePlaces(playlist: readonly PlaylistEntry[], hasPlace: (code: string) => boolean): void {
  playlist.forEach(({ scene: { kind, target } }, index) => {
    if ((kind !== 'district' && kind !== 'subdistrict') || (target !== undefined && hasPlace(target))) return;
    throw new WallRefused('bad-argument', `no place has the code ${target}`, `playlist.${index}.scene.target`);
  });
}

function refuseScreens(wall: Wall, act: WallAct): void {
  if (act.act !== 'push' || act.screens === undefined || wall.screens.length === 0) return;
  const unknown = act.screens.find((id) => !wall.screens.some((screen) => screen.id === id));
  if (unknown !== undefined) throw new WallRefused('bad-argument', `the wall has no screen ${unknown}`, 'screens');
}

function textOf(breach: WallBreach): string {
  switch (breach.what) {
    case 'no-screens':
      return 'a wall needs a screen';
    case 'same-id':
      return `two screens are named ${breach.screen}`;
    case 'screens-overlap':
      return `screen ${breach.screen} lies over screen ${breach.other}`;
    case 'pixels-unlike-size':
      return `the pixels of screen ${breach.screen} do not fit its width and height: the picture would be stretched`;
    case 'panel-over-bezel':
      return 'a panel to be read lies across a bezel: move it into one screen';
    case 'panel-off-glass':
      return 'a panel lies outside every screen';
    case 'panels-overlap':
      return `it lies over panel ${breach.other}`;
    case 'panel-too-small':
      return 'it is too small to be read from where people stand';
  }
}
