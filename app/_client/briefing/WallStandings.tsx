'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { Me } from '#wire/http/me.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { Shape } from '../theme/Shape.tsx';
import { useShowing } from '../wall/use-showing.ts';
import { followingOf } from './presenter.ts';
import { useSceneName } from './use-scene-name.ts';
import styles from './briefing.module.css';

type Props = {
  walls: readonly StandingWall[];
  me: Me;
  step: number;
  onHold: (wall: string, on: boolean) => void;
  onAgain: () => void;
};

/** What every steered wall shows, whether it follows, and what it goes back to. */
export function WallStandings({ walls, me, step, onHold, onAgain }: Props) {
  const t = useTranslations('briefing');
  return (
    <>
      <h2>{t('everyWall')}</h2>
      {walls.map((standing) => (
        <Standing key={standing.wall.id} standing={standing} me={me} step={step} onHold={onHold} onAgain={onAgain} />
      ))}
    </>
  );
}

function Standing({ standing, me, step, onHold, onAgain }: Omit<Props, 'walls'> & { standing: StandingWall }) {
  const t = useTranslations('briefing');
  const { language } = useLanguage();
  const nameOf = useSceneName();
  const picture = usePicture();
  const { wall, program } = standing;
  const bare = useMemo(() => ({ ...program, presented: null }), [program]);
  const shows = useShowing(program, null);
  const after = nameOf(useShowing(bare, null).scene);
  const following = followingOf(standing, me.id, picture.now());
  const now = nameOf(shows.scene);
  const follows = following.how === 'follows' && following.step === step;
  return (
    <div className={styles.standing} data-follows={follows ? '' : undefined} data-testid={`standing-${wall.id}`}>
      <b>
        {!follows && <Shape kind="warn" />} {wall.names[language]}
      </b>
      <span>{t('screenCount', { count: Math.max(1, wall.screens.length) })}</span>
      <p>
        {follows
          ? t('follows', { step })
          : following.how === 'other'
            ? t('other', { name: following.name })
            : t('ownProgram', { scene: now.of === '' ? now.kind : now.of })}
      </p>
      <p className={styles.says}>
        {program.hold === null
          ? t('then', { scene: after.of === '' ? after.kind : after.of })
          : t('thenHeld', { scene: after.of === '' ? after.kind : after.of })}
      </p>
      <span className={styles.wallActs}>
        <button
          type="button"
          className={styles.button}
          aria-pressed={program.hold !== null}
          onClick={() => onHold(wall.id, program.hold === null)}
          data-testid={`hold-${wall.id}`}
        >
          {program.hold === null ? t('hold') : t('resume')}
        </button>
        {!follows && (
          <button type="button" className={styles.button} onClick={onAgain}>
            {t('again')}
          </button>
        )}
      </span>
    </div>
  );
}
