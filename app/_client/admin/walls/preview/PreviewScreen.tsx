'use client';
import { useEffect, useMemo, useState } from 'react';
import { newProgram } from '#domain/wall/program.ts';
import { unitOf } from '#domain/wall/unit.ts';
import { boundsOf } from '#domain/wall/wall.ts';
import { PictureProvider } from '../../../realtime/PictureProvider.tsx';
import { STAGE_TOPICS } from '../../../wall/stage-topics.ts';
import type { ScreenPlan } from '../../../wall/use-plan.ts';
import { useWindowSize } from '../../../wall/use-window-size.ts';
import type { WallPlan } from '../../../wall/wall-plan.ts';
import { WallStage } from '../../../wall/WallStage.tsx';
import { isPlanMessage, type PlanMessage, type ReadyMessage } from './plan-message.ts';
import styles from './preview.module.css';

const SECONDS = 60;

/** A wall's whole picture in one window, by the plan that the page around it tells. It is no screen of any wall. */
export function PreviewScreen() {
  const told = useToldPlan();
  const window = useWindowSize();
  const plan = useMemo((): ScreenPlan | null => {
    if (told === null || told.wall.screens.length === 0) return null;
    const { wall, layouts, scene } = told;
    const view = boundsOf(wall.screens);
    const scale = Math.min(window.width / view.width, window.height / view.height);
    const drawn: WallPlan = { wall, view, rotation: 0, scale, unit: unitOf(wall) * scale };
    const program = { ...newProgram(0), playlist: [{ scene, seconds: SECONDS }] };
    return { planFor: () => drawn, program, layouts, known: true };
  }, [told, window]);
  return (
    <PictureProvider face="admin" topics={STAGE_TOPICS}>
      <div className={styles.preview} data-testid="wall-preview">
        {plan !== null && <WallStage plan={plan} screen="" />}
      </div>
    </PictureProvider>
  );
}

function useToldPlan(): PlanMessage | null {
  const [told, setTold] = useState<PlanMessage | null>(null);
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent): void => {
      if (origin === location.origin && source === parent && isPlanMessage(data)) setTold(data);
    };
    addEventListener('message', hear);
    const ready: ReadyMessage = { citywall: 'plan-wanted' };
    parent.postMessage(ready, location.origin);
    return () => removeEventListener('message', hear);
  }, []);
  return told;
}
