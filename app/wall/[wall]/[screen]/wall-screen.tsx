'use client';
import { useCallback } from 'react';
import type { Topic } from '#wire/protocol.ts';
import { useWeakGpu } from '#client/map/use-weak-gpu.ts';
import { PictureProvider, useLinkState } from '#client/realtime/PictureProvider.tsx';
import { useTick } from '#client/realtime/use-tick.ts';
import { ScreenDoor } from '#client/screen/ScreenDoor.tsx';
import { usePixelOrbit } from '#client/theme/use-pixel-orbit.ts';
import { STAGE_TOPICS } from '#client/wall/stage-topics.ts';
import { useScreenPlan } from '#client/wall/use-plan.ts';
import { WallStage } from '#client/wall/WallStage.tsx';
import styles from './wall.module.css';

/** How the wall hangs comes before what is drawn on it. */
const TOPICS: readonly Topic[] = ['walls', ...STAGE_TOPICS];

export function WallScreen({ wall, screen }: { wall: string; screen: string }) {
  return (
    <PictureProvider face="wall" topics={TOPICS}>
      <ScreenDoor wall={wall} screen={screen}>
        <Screen wall={wall} screen={screen} />
      </ScreenDoor>
    </PictureProvider>
  );
}

/** One screen of a wall: its part of what the wall shows now. */
function Screen({ wall, screen }: { wall: string; screen: string }) {
  const link = useLinkState();
  const plan = useScreenPlan(wall, screen);
  const root = usePixelOrbit<HTMLDivElement>();
  useTick(
    useCallback(
      (now: number) => {
        if (root.current === null) return;
        root.current.toggleAttribute('data-beat', Math.floor(now / 1_000) % 2 === 0);
      },
      [root],
    ),
  );
  return (
    <div
      className={styles.wall}
      ref={root}
      data-link={link.phase}
      data-weak={useWeakGpu() ? '' : undefined}
      data-testid="wall"
    >
      {plan.known && <WallStage plan={plan} screen={screen} />}
    </div>
  );
}
