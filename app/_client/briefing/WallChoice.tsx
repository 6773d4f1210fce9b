'use client';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useShowing } from '../wall/use-showing.ts';
import { useSceneName } from './use-scene-name.ts';
import { WallDrawing } from './WallDrawing.tsx';
import styles from './briefing.module.css';

type Props = {
  walls: readonly StandingWall[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

/** The walls to be steered; each says what it shows now. */
export function WallChoice({ walls, chosen, onChange }: Props) {
  const t = useTranslations('briefing');
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <>
      <h2>{t('walls')}</h2>
      {walls.map((standing) => (
        <WallRow
          key={standing.wall.id}
          standing={standing}
          on={chosen.includes(standing.wall.id)}
          onToggle={() => toggle(standing.wall.id)}
        />
      ))}
      {walls.length === 0 && <p className={styles.empty}>{t('noWalls')}</p>}
    </>
  );
}

function WallRow({ standing, on, onToggle }: { standing: StandingWall; on: boolean; onToggle: () => void }) {
  const t = useTranslations('briefing');
  const { language } = useLanguage();
  const { scene, why, by } = useShowing(standing.program, null);
  const { kind, of } = useSceneName()(scene);
  const { wall } = standing;
  return (
    <button type="button" className={styles.row} aria-pressed={on} onClick={onToggle} data-testid={`wall-${wall.id}`}>
      <b>{wall.names[language]}</b>
      <span>
        {of === '' ? kind : of} {why === 'playlist' ? '' : t(`why.${why}`, { name: by?.name ?? '' })}
      </span>
      <WallDrawing
        wall={wall}
        label={t('screenCount', { count: Math.max(1, wall.screens.length) })}
        marked={on ? null : []}
      />
    </button>
  );
}
