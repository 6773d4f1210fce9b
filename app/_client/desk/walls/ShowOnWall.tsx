'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { StandingWall } from '#domain/wall/standing.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { WallDrawing } from '../../briefing/WallDrawing.tsx';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useStored } from '../../stores/use-summary.ts';
import acts from '../acts/acts.module.css';
import { useCanAct } from '../bar/LinkBanner.tsx';
import { named } from '../desk.ts';
import { useDesk } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { wallsFor } from './case-on-walls.ts';
import styles from './walls.module.css';

const MINUTES = [5, 15, 30, 60] as const;
const USUAL_MINUTES = 15;

/** Asks which wall, which of its screens and for how long; Enter shows the case there. */
export function ShowOnWall({ detail, walls }: { detail: CaseDetailAnswer; walls: readonly StandingWall[] }) {
  const t = useTranslations('onWall');
  const desk = useDesk();
  const { language } = useLanguage();
  const canAct = useCanAct();
  const state = useStored(desk.pusher, 0);
  const offered = wallsFor(walls, detail.summary);
  const [chosen, setChosen] = useState<string | null>(null);
  const [screens, setScreens] = useState<readonly string[]>([]);
  const [minutes, setMinutes] = useState<number | null>(USUAL_MINUTES);
  const form = useRef<HTMLFormElement>(null);
  const wall = (offered.find((each) => each.wall.id === chosen) ?? offered[0])?.wall;
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  const leave = (): void => {
    desk.fold({ walls: false });
    document.getElementById('desk-case')?.focus();
  };
  const show = async (): Promise<void> => {
    if (wall === undefined) return;
    const { number: caseNumber } = detail.summary;
    if (await desk.pusher.put({ wall: wall.id, caseNumber, screens, minutes })) leave();
  };
  const toggle = (screen: string): void =>
    setScreens(screens.includes(screen) ? screens.filter((each) => each !== screen) : [...screens, screen]);
  return (
    <form
      ref={form}
      className={`${acts.form} ${styles.form}`}
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        leave();
      }}
      data-testid="wall-form"
    >
      {wall === undefined ? (
        <p className={acts.says}>{t('noWall')}</p>
      ) : (
        <>
          <label className={styles.field}>
            {t('wall')}
            <select
              className={acts.until}
              value={wall.id}
              onChange={({ target }) => {
                setChosen(target.value);
                setScreens([]);
              }}
              data-first
              data-testid="wall-choice"
            >
              {offered.map(({ wall: each }) => (
                <option key={each.id} value={each.id}>
                  {named(language, each.names.zh, each.names.en)}
                </option>
              ))}
            </select>
          </label>
          {wall.screens.length > 1 && (
            <div className={styles.field}>
              {screens.length === 0 ? t('whole') : t('some', { count: screens.length })}
              <WallDrawing
                wall={wall}
                label={t('screens')}
                marked={screens.length === 0 ? null : screens}
                onToggle={toggle}
                nameOf={(screen) => t('screen', { screen })}
              />
            </div>
          )}
          <div className={styles.field} role="group" aria-label={t('howLong')}>
            {t('howLong')}
            <span className={acts.verdict}>
              {[...MINUTES, null].map((each) => (
                <button
                  key={each ?? 'open'}
                  type="button"
                  aria-pressed={minutes === each}
                  onClick={() => setMinutes(each)}
                  data-testid={`wall-for-${each ?? 'ever'}`}
                >
                  {each === null ? t('untilTaken') : t('minutes', { minutes: each })}
                </button>
              ))}
            </span>
          </div>
          <button
            type="submit"
            className={acts.act}
            data-suggested
            disabled={!canAct || state.phase === 'pending'}
            data-testid="wall-send"
          >
            <Key>⏎</Key> {t('show')}
          </button>
        </>
      )}
      <button type="button" className={acts.act} onClick={leave}>
        <Key>Esc</Key> {t('leave')}
      </button>
    </form>
  );
}
