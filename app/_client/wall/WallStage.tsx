'use client';
import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { SCENE_KINDS, sceneOf, type Scene } from '#domain/wall/scene.ts';
import type { Layouts } from '#domain/wall/standing.ts';
import { Banner } from '../panels/banner/Banner.tsx';
import type { Bounds } from '../map/bounds.ts';
import { WallContext } from '../panels/wall-context.ts';
import { useReplayPlayer } from '../replay/use-replay.ts';
import { ValueStore } from '../stores/value-store.ts';
import { UnitContext } from '../theme/use-unit.ts';
import { usePlacePictures } from './place-pictures.ts';
import { LaneContext } from './lane-context.ts';
import { SceneContext } from './scene-context.ts';
import { SceneEdge } from './SceneEdge.tsx';
import { SlotBox } from './SlotBox.tsx';
import { slotsOf, type Slot } from './slots.ts';
import type { ScreenPlan } from './use-plan.ts';
import { useShowing } from './use-showing.ts';
import type { WallPlan } from './wall-plan.ts';
import styles from './wall-stage.module.css';

/** A scene's figures are asked for this long before it begins. */
const PREPARE_MS = 4_000;
/** The least width of a map that the banner is written over, in u. */
const BANNER_UNITS = 60;

const NO_LAYOUTS: Layouts = {};

/** This screen's part of what its wall shows now. */
export function WallStage({ plan, screen }: { plan: ScreenPlan; screen: string }) {
  const showing = useShowing(plan.program, screen);
  const next = useShowing(plan.program, screen, PREPARE_MS);
  const drawn = useMemo(() => plan.planFor(showing.screens), [plan, showing.screens]);
  const pictureOf = usePlacePictures([showing.scene, next.scene].flatMap((scene) => placeOf(scene) ?? []));
  const replay = useReplayPlayer(showing, next, drawn.wall.scope);
  const [focusBounds] = useState(() => new ValueStore<Bounds | null>(null));
  const shared = useMemo(() => ({ focusBounds, replay }), [focusBounds, replay]);
  // Panels placed by hand are placed on the whole wall: on a part of it they would be cut off.
  const layouts = showing.screens === null ? plan.layouts : NO_LAYOUTS;
  const slots = useMemo(() => slotsOf(drawn, showing.scene, layouts), [drawn, showing.scene, layouts]);
  const kept = useKeptMap(slots);
  useRootUnit(drawn.unit);
  const banner = bannerBox(slots, drawn);
  const picture = pictureOf(placeOf(showing.scene));
  const edge = sceneOf(showing.scene.kind).own?.edge;
  return (
    <WallContext value={shared}>
      <UnitContext value={drawn.unit}>
        <SceneContext value={showing}>
          <LaneContext value={picture?.lane ?? null}>
            <div className={styles.turn} style={turned(drawn)}>
              <div
                className={styles.stage}
                data-scene={showing.scene.kind}
                data-why={showing.why}
                data-testid="wall-stage"
              >
                {/* One list: a panel that moved to another would begin anew, and a map is seconds without a picture. */}
                {[...slots, ...(kept === null ? [] : [kept])].map((slot) => (
                  <SlotBox key={slot.key} slot={slot} picture={slot === kept ? null : picture} hidden={slot === kept} />
                ))}
                {edge !== undefined && <SceneEdge plan={drawn} edge={edge} />}
                <div className={styles.banner} style={banner}>
                  <Banner />
                </div>
              </div>
            </div>
          </LaneContext>
        </SceneContext>
      </UnitContext>
    </WallContext>
  );
}

/** The place a scene is about; null when it is about the whole wall's. */
function placeOf({ kind, target }: Scene): string | null {
  return SCENE_KINDS[kind] === 'place' ? (target ?? null) : null;
}

/** The main map stays alive behind a scene without one: it comes back without a blank frame. */
function useKeptMap(slots: readonly Slot[]): Slot | null {
  const shown = slots.find(({ panel }) => panel === 'focus-map') ?? null;
  const [last, setLast] = useState<Slot | null>(shown);
  if (shown !== null && shown !== last) setLast(shown);
  return shown === null ? last : null;
}

/** Type all over the page is sized by the wall's unit. */
function useRootUnit(unit: number): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--u', `${unit}px`);
    return () => void style.removeProperty('--u');
  }, [unit]);
}

function turned({ view, scale, rotation }: WallPlan): CSSProperties {
  return {
    width: Math.round(view.width * scale),
    height: Math.round(view.height * scale),
    ...(rotation !== 0 && { rotate: `${rotation}deg` }),
  };
}

/** The banner lies over the foot of the main map, or over the screen's where the map is too narrow. */
function bannerBox(slots: readonly Slot[], { unit, view, scale }: WallPlan): CSSProperties {
  const screen = { x: 0, y: 0, width: view.width * scale, height: view.height * scale };
  const map = slots.find(({ panel }) => panel === 'focus-map');
  const seen = map === undefined ? screen : partOnScreen(map);
  const { x, y, width, height } = seen.width < BANNER_UNITS * unit ? screen : seen;
  return { left: x, width, bottom: screen.height - y - height };
}

function partOnScreen({ x, y, width, height, window }: Slot): { x: number; y: number; width: number; height: number } {
  if (window === null) return { x, y, width, height };
  const { part } = window;
  return { x: x + part.x, y: y + part.y, width: part.width, height: part.height };
}
