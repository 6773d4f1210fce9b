'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scene } from '#domain/wall/scene.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { ScreenAct, ScreenAnswer } from '#wire/http/screens.ts';
import parts from '../../frame/page-parts.module.css';
import { ConfirmDialog } from '../lists/ConfirmDialog.tsx';
import { postJson } from '../settings/post-json.ts';
import { NameField } from './NameField.tsx';
import { PushField } from './PushField.tsx';
import { describedScreen, turned } from './screen-facts.ts';
import styles from './screens.module.css';

const PATTERN_SECONDS = 600;
const PUSH_MINUTES = 10;
type Props = { screen: ScreenAnswer; at: number; standing: StandingWall | null; onDone: () => void };

/** What an operator does with one screen. Every one of these is written down. */
export function ScreenActs({ screen, at, standing, onDone }: Props) {
  const t = useTranslations('screens.acts');
  const [failed, setFailed] = useState<string | null>(null);
  const { wall, screen: id, patternUntil } = screen;
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      setFailed(null);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
    onDone();
  };
  const act = (body: ScreenAct): void => void run(() => postJson(`/api/v1/screens/${wall}/${id}/acts`, body));
  const turn = (degrees: 90 | 180): void => {
    if (standing === null) return;
    const { version, layouts, program } = standing;
    const change = { version, wall: turned(standing, id, degrees), layouts, playlist: program.playlist };
    void run(() => postJson(`/api/v1/walls/${wall}`, change));
  };
  const push = (scene: Scene): void =>
    void run(() =>
      postJson(`/api/v1/walls/${wall}/acts`, { act: 'push', scene, minutes: PUSH_MINUTES, screens: [id] }),
    );
  const isPattern = patternUntil !== null && patternUntil > at;
  const described = describedScreen(standing, id);
  return (
    <div className={styles.acts}>
      <NameField label={screen.label} onName={(label) => act({ act: 'name', label })} />
      <div className={styles.buttons}>
        <button
          type="button"
          className={parts.button}
          aria-pressed={isPattern}
          onClick={() => act({ act: 'pattern', seconds: isPattern ? 0 : PATTERN_SECONDS })}
          data-testid="pattern"
        >
          {isPattern ? t('patternOff') : t('pattern', { minutes: PATTERN_SECONDS / 60 })}
        </button>
        <button type="button" className={parts.button} onClick={() => act({ act: 'picture' })} data-testid="picture">
          {t('picture')}
        </button>
        <button type="button" className={parts.button} onClick={() => act({ act: 'reload' })} data-testid="reload">
          {t('reload')}
        </button>
        {([90, 180] as const).map((degrees) => (
          <button
            key={degrees}
            type="button"
            className={parts.button}
            disabled={described === null}
            title={described === null ? t('turnNeeds') : undefined}
            onClick={() => turn(degrees)}
            data-testid={`turn-${degrees}`}
          >
            {t('turn', { degrees })}
          </button>
        ))}
        <ConfirmDialog
          trigger={
            <button type="button" className={parts.button} data-testid="revoke">
              {t('revoke')}
            </button>
          }
          title={t('revokeTitle', { screen: screen.label === '' ? `${wall}/${id}` : screen.label })}
          lines={[t('revokeSays')]}
          yes={t('revoke')}
          onYes={() => act({ act: 'revoke' })}
        />
      </div>
      {described !== null && <PushField minutes={PUSH_MINUTES} onPush={push} />}
      {failed !== null && (
        <p role="alert" className={styles.failed}>
          {t('failed', { why: failed })}
        </p>
      )}
    </div>
  );
}
