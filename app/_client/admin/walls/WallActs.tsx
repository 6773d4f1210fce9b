'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Showing } from '#domain/wall/program.ts';
import { OVERVIEW, type Scene } from '#domain/wall/scene.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { secondText } from '../../i18n/instants.ts';
import { useShowing } from '../../wall/use-showing.ts';
import { postJson } from '../settings/post-json.ts';
import { NumberField } from './NumberField.tsx';
import { ScenePicker } from './ScenePicker.tsx';
import { useWallWords } from './use-wall-words.ts';
import styles from './walls.module.css';

const USUAL_MINUTES = 10;
const MOST_MINUTES = 1_440;

/** What a wall shows now and until when, and what can be done about it at once. */
export function WallActs({ standing, onDone }: { standing: StandingWall; onDone: () => void }) {
  const t = useTranslations('walls.acts');
  const { sceneText } = useWallWords();
  const { timeZone } = usePlaceOfWork();
  const [scene, setScene] = useState<Scene>(OVERVIEW);
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const [part, setPart] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const { wall, program } = standing;
  const showing = useShowing(program, null);
  const run = (body: object): void => {
    postJson(`/api/v1/walls/${wall.id}/acts`, body).then(
      () => {
        setFailed(null);
        onDone();
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
  };
  const sure = scene.kind !== 'incident' || (scene.target ?? '') !== '';
  return (
    <section className={styles.acts} aria-label={t('title')}>
      <p className={styles.now} data-testid="now" data-why={showing.why}>
        <b>{sceneText(showing.scene)}</b> <NowWhy showing={showing} />
      </p>
      <div className={styles.buttons}>
        <button type="button" className={parts.button} onClick={() => run({ act: 'next' })} data-testid="next">
          {t('next')}
        </button>
        {program.hold === null ? (
          <button type="button" className={parts.button} onClick={() => run({ act: 'hold' })} data-testid="hold">
            {t('hold')}
          </button>
        ) : (
          <button type="button" className={parts.button} onClick={() => run({ act: 'resume' })} data-testid="resume">
            {t('resume')}
          </button>
        )}
        {program.presented !== null && (
          <button type="button" className={parts.button} onClick={() => run({ act: 'give-back' })}>
            {t('giveBack')}
          </button>
        )}
      </div>
      {program.pushes.length > 0 && (
        <ul className={styles.pushes} data-testid="pushes">
          {program.pushes.map((push) => (
            <li key={push.id}>
              {sceneText(push.scene)} · {push.by.name} ·{' '}
              {push.screens === null ? t('whole') : t('onScreens', { screens: push.screens.join(', ') })}
              {push.until !== null && ` · ${t('until', { time: secondText(push.until, timeZone) })}`}{' '}
              <button type="button" className={parts.link} onClick={() => run({ act: 'release', push: push.id })}>
                {t('release')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={styles.push}
        onSubmit={(event) => {
          event.preventDefault();
          run({ act: 'push', scene, minutes, ...(part.length > 0 && { screens: part }) });
        }}
      >
        <ScenePicker scene={scene} onScene={setScene} testId="push" />
        <NumberField label={t('minutes')} value={minutes} onValue={setMinutes} least={1} most={MOST_MINUTES} whole />
        <button type="submit" className={parts.button} disabled={!sure} data-testid="push">
          {t('push')}
        </button>
        {wall.screens.length > 1 && (
          <fieldset className={styles.part}>
            <legend>{t('part')}</legend>
            {wall.screens.map(({ id }) => (
              <label key={id} className={parts.check}>
                <input
                  type="checkbox"
                  checked={part.includes(id)}
                  onChange={() => setPart(part.includes(id) ? part.filter((one) => one !== id) : [...part, id])}
                />
                {id}
              </label>
            ))}
          </fieldset>
        )}
      </form>
      {failed !== null && <p role="alert">{t('failed', { why: failed })}</p>}
    </section>
  );
}

function NowWhy({ showing: { why, by, endsAt } }: { showing: Showing }) {
  const t = useTranslations('walls.acts');
  const { timeZone } = usePlaceOfWork();
  const who = by?.name ?? '';
  const until = endsAt === null ? t('noEnd') : t('until', { time: secondText(endsAt, timeZone) });
  return (
    <span>
      {why === 'playlist' ? t('why.playlist') : t(`why.${why}`, { name: who })} · {until}
    </span>
  );
}
