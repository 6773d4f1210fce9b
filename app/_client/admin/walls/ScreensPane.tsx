'use client';
import { useState } from 'react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { covers } from '#domain/account/scope.ts';
import { MOST_SCREENS } from '#domain/wall/wall.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { nameOr } from '../names.ts';
import { DistanceField } from './DistanceField.tsx';
import { GridForm } from './GridForm.tsx';
import { PRESETS } from './presets.ts';
import { ScreenForm } from './ScreenForm.tsx';
import { gridOf, isGrid, oneMore, screensOf, type ScreenGrid } from './screen-grid.ts';
import type { WallDraft } from './wall-draft.ts';
import styles from './walls.module.css';

type Props = {
  draft: WallDraft;
  edit: (change: (before: WallDraft) => WallDraft) => void;
  chosen: string | null;
  onChoose: (id: string | null) => void;
};
const USUAL: ScreenGrid = { ...(PRESETS[0] as (typeof PRESETS)[number]), columns: 3, rows: 2 };

/** The wall itself: its names, whose data it shows, from how far it is read, and the screens it is built of. */
export function ScreensPane({ draft, edit, chosen, onChoose }: Props) {
  const t = useTranslations('walls.screens');
  const { me, names } = usePlaceOfWork();
  const { language } = useLanguage();
  const { wall } = draft;
  const [grid, setGrid] = useState<ScreenGrid>(() => gridOf(wall.screens) ?? USUAL);
  const set = (change: Partial<WallDraft['wall']>): void =>
    edit((before) => ({ ...before, wall: { ...before.wall, ...change } }));
  const screen = wall.screens.find(({ id }) => id === chosen);
  const city = names.dictionary?.city ?? null;
  const places = [...(city === null ? [] : [city]), ...names.districts].filter(({ code }) => covers(me.scope, code));
  const known = places.some(({ code }) => code === wall.scope);
  return (
    <div className={styles.pane}>
      <div className={styles.fields}>
        {(['zh', 'en'] as const).map((one) => (
          <label key={one} className={parts.field}>
            {t(one)}
            <input
              value={wall.names[one]}
              maxLength={60}
              aria-invalid={wall.names[one].trim() === ''}
              onChange={(event) => set({ names: { ...wall.names, [one]: event.target.value } })}
              data-testid={`name-${one}`}
            />
          </label>
        ))}
        <label className={parts.field}>
          {t('scope')}
          <select value={wall.scope} onChange={(event) => set({ scope: event.target.value })} data-testid="scope">
            {!known && <option value={wall.scope}>{wall.scope}</option>}
            {places.map((place) => (
              <option key={place.code} value={place.code}>
                {nameOr(language, place)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <DistanceField wall={wall} onDistance={(viewingDistance) => set({ viewingDistance })} />
      <fieldset className={styles.chosen}>
        <legend>{t('grid')}</legend>
        <GridForm grid={grid} onGrid={setGrid} />
        <div className={styles.buttons}>
          <button
            type="button"
            className={parts.button}
            disabled={!isGrid(grid)}
            onClick={() => {
              set({ screens: screensOf(grid) });
              onChoose(null);
            }}
            data-testid="hang"
          >
            {t('hang', { count: grid.columns * grid.rows })}
          </button>
        </div>
      </fieldset>
      <fieldset className={styles.chosen}>
        <legend>{t('single')}</legend>
        <p className={parts.note}>{t('singleSays')}</p>
        <div className={styles.buttons}>
          {wall.screens.map(({ id }, index) => (
            <button
              key={`${index}-${id}`}
              type="button"
              className={parts.button}
              aria-pressed={chosen === id}
              onClick={() => onChoose(id)}
            >
              {id}
            </button>
          ))}
          <button
            type="button"
            className={parts.button}
            disabled={wall.screens.length >= MOST_SCREENS}
            onClick={() => {
              const more = oneMore(wall.screens, grid);
              set({ screens: [...wall.screens, more] });
              onChoose(more.id);
            }}
            data-testid="more-screens"
          >
            {t('more')}
          </button>
        </div>
        {screen !== undefined && (
          <ScreenForm
            key={screen.id}
            screen={screen}
            onScreen={(next) => set({ screens: wall.screens.map((one) => (one === screen ? next : one)) })}
            onRemove={() => {
              set({ screens: wall.screens.filter((one) => one !== screen) });
              onChoose(null);
            }}
          />
        )}
      </fieldset>
      <p className={parts.note}>
        {t('identity')}{' '}
        <Link href="/admin/screens" prefetch={false}>
          {t('openIdentity')}
        </Link>
      </p>
    </div>
  );
}
