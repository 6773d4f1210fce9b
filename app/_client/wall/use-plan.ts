'use client';
import { useMemo } from 'react';
import { newProgram, type Program } from '#domain/wall/program.ts';
import { partOf } from '#domain/wall/wall.ts';
import type { Layouts, StandingWall } from '#domain/wall/standing.ts';
import type { Walls } from '#wire/wall.ts';
import { useLinkState, usePicture } from '../realtime/PictureProvider.tsx';
import { useSummary } from '../stores/use-summary.ts';
import type { FrameStore } from '../stores/frame-store.ts';
import { useWindowSize } from './use-window-size.ts';
import { ownPlan, planOf, type WallPlan } from './wall-plan.ts';

const NO_PROGRAM = newProgram(0);
const NO_LAYOUTS: Layouts = {};
const read = (store: FrameStore<Walls>): readonly StandingWall[] | undefined => store.value?.walls;

export type ScreenPlan = {
  /** What the screen draws of the wall while these screens (null: all) show one scene. */
  planFor: (screens: readonly string[] | null) => WallPlan;
  program: Program;
  layouts: Layouts;
  /** False until it is clear how the wall hangs. */
  known: boolean;
};

/**
 * How this screen draws its wall, and what the wall shows when. A wall nobody described is the window's own. `known`
 * once it was told how the wall hangs, or the server is away.
 */
export function useScreenPlan(wallId: string, screenId: string): ScreenPlan {
  // Changes of a wall begin 0.4 s ahead: none may wait for a slower beat.
  const walls = useSummary(usePicture().walls, read, 0);
  const window = useWindowSize();
  const standing = walls?.find(({ wall }) => wall.id === wallId);
  const { phase } = useLinkState();
  const known = walls !== undefined || phase === 'lost';
  const plan = useMemo(() => {
    const names = { zh: '', en: '' };
    const own = ownPlan(standing?.wall ?? { id: wallId, names, scope: '' }, window);
    const planFor = (screens: readonly string[] | null): WallPlan => {
      if (standing === undefined) return own;
      const wall = screens === null ? standing.wall : partOf(standing.wall, screens);
      return planOf(wall, screenId, window) ?? own;
    };
    return { planFor, program: standing?.program ?? NO_PROGRAM, layouts: standing?.layouts ?? NO_LAYOUTS };
  }, [standing, window, wallId, screenId]);
  return useMemo(() => ({ ...plan, known }), [plan, known]);
}
