'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { OVERVIEW } from '#domain/wall/scene.ts';
import { usualDistance } from '#domain/wall/unit.ts';
import type { StandingWall } from '#domain/wall/standing.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { postJson } from '../settings/post-json.ts';
import { GridForm } from './GridForm.tsx';
import { PRESETS } from './presets.ts';
import { isGrid, screensOf, type ScreenGrid } from './screen-grid.ts';
import { isWallId } from './wall-names.ts';
import styles from './walls.module.css';

const USUAL: ScreenGrid = { ...(PRESETS[0] as (typeof PRESETS)[number]), columns: 3, rows: 2 };

/** A new wall: its name, and the screens it is built of. Everything else is set where it is drawn. */
export function NewWall({ taken }: { taken: readonly string[] }) {
  const t = useTranslations('walls.new');
  const { me } = usePlaceOfWork();
  const router = useRouter();
  const [id, setId] = useState('');
  const [names, setNames] = useState({ zh: '', en: '' });
  const [grid, setGrid] = useState(USUAL);
  const [failed, setFailed] = useState<string | null>(null);
  const free = isWallId(id) && !taken.includes(id);
  const make = (): void => {
    const zh = names.zh.trim() || names.en.trim() || id;
    const en = names.en.trim() || names.zh.trim() || id;
    const viewingDistance = Math.round(usualDistance(grid.height) / 100) * 100;
    const wall = { id, names: { zh, en }, scope: me.scope, viewingDistance, screens: screensOf(grid) };
    const change = { version: 0, wall, layouts: {}, playlist: [{ scene: OVERVIEW, seconds: 60 }] };
    postJson<StandingWall>(`/api/v1/walls/${id}`, change).then(
      () => router.push(`/admin/walls/${id}`),
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <form
      className={styles.new}
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <h2>{t('title')}</h2>
      <div className={styles.fields}>
        <label className={parts.field}>
          {t('id')}
          <input
            value={id}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={id !== '' && !free}
            aria-describedby="new-wall-id"
            onChange={(event) => setId(event.target.value)}
            data-testid="new-id"
          />
        </label>
        {(['zh', 'en'] as const).map((language) => (
          <label key={language} className={parts.field}>
            {t(language)}
            <input
              value={names[language]}
              maxLength={60}
              onChange={(event) => setNames({ ...names, [language]: event.target.value })}
              data-testid={`new-${language}`}
            />
          </label>
        ))}
      </div>
      <p id="new-wall-id" className={parts.note}>
        {id !== '' && !free ? t(isWallId(id) ? 'idTaken' : 'idWrong') : t('idSays')}
      </p>
      <GridForm grid={grid} onGrid={setGrid} />
      <div className={styles.buttons}>
        <button type="submit" className={parts.button} data-main disabled={!free || !isGrid(grid)} data-testid="make">
          {t('make')}
        </button>
      </div>
      {failed !== null && <p role="alert">{t('failed', { why: failed })}</p>}
    </form>
  );
}
