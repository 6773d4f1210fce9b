'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '#wire/http/me.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useWalls } from '../wall/use-walls.ts';
import { BriefingBar } from './BriefingBar.tsx';
import { GiveBack } from './GiveBack.tsx';
import { StepList } from './StepList.tsx';
import { Timer } from './Timer.tsx';
import { useSceneName } from './use-scene-name.ts';
import { WallStandings } from './WallStandings.tsx';
import type { Presenter, Presenting } from './presenter.ts';
import styles from './briefing.module.css';

type Props = { me: Me; presenter: Presenter; presenting: Presenting };

/** During a briefing: the step on the walls with its notes, the next one, and how every wall follows. */
export function Present({ me, presenter, presenting }: Props) {
  const t = useTranslations('briefing');
  const nameOf = useSceneName();
  const walls = useWalls();
  const { language } = useLanguage();
  const { list, at, missed } = presenting;
  const [looked, setLooked] = useState<number | null>(null);
  const shown = looked ?? at;
  const step = list.steps[shown];
  const go = (to: number): void => {
    setLooked(null);
    void presenter.go(to);
  };
  const tap = (index: number): void => (looked === index || index === at ? go(index) : setLooked(index));
  if (step === undefined) return null;
  const { kind, of } = nameOf(step.scene);
  const words = (index: number): string => {
    const other = list.steps[index];
    if (other === undefined) return '';
    const named = nameOf(other.scene);
    return `${index + 1} · ${named.of === '' ? named.kind : named.of}`;
  };
  return (
    <div className={styles.present} data-testid="present">
      <BriefingBar me={me} title={list.name} says={t('stepOf', { step: at + 1, of: list.steps.length })}>
        <Timer presenting={presenting} />
        <GiveBack onGiveBack={() => void presenter.giveBack()} />
      </BriefingBar>
      <main className={styles.columns}>
        <section className={styles.side} aria-label={t('steps')}>
          <StepList steps={list.steps} at={at} looked={looked} onTap={tap} />
          <p className={styles.says}>{t('twoTaps')}</p>
        </section>
        <section className={styles.middle} aria-live="polite" data-testid="now" data-step={at + 1}>
          <p className={styles.says}>{looked === null ? t('onWalls') : t('looked', { step: looked + 1 })}</p>
          <h2 className={styles.big}>{of === '' ? kind : of}</h2>
          {of !== '' && <p className={styles.says}>{kind}</p>}
          <p className={styles.note} data-empty={step.note === '' ? '' : undefined}>
            {step.note === '' ? t('noNote') : step.note}
          </p>
          {looked !== null && (
            <button type="button" className={styles.button} onClick={() => go(looked)} data-testid="put">
              {t('put', { step: looked + 1 })}
            </button>
          )}
          {missed.length > 0 && (
            <p className={styles.away} role="alert" data-testid="missed">
              {t('missed', {
                walls: walls.flatMap(({ wall }) => (missed.includes(wall.id) ? [wall.names[language]] : [])).join(', '),
              })}
              <button type="button" className={styles.button} onClick={() => go(at)}>
                {t('again')}
              </button>
            </p>
          )}
        </section>
        <section className={styles.side} aria-label={t('walls')}>
          <WallStandings
            walls={walls.filter(({ wall }) => presenting.walls.includes(wall.id))}
            me={me}
            step={at + 1}
            onHold={(wall, on) => void presenter.hold(wall, on)}
            onAgain={() => go(at)}
          />
        </section>
      </main>
      <footer className={styles.foot}>
        <button type="button" className={styles.back} disabled={at === 0} onClick={() => go(at - 1)} data-testid="back">
          <b>‹ {t('back')}</b>
          <span>{words(at - 1)}</span>
        </button>
        <button
          type="button"
          className={styles.next}
          disabled={at === list.steps.length - 1}
          onClick={() => go(at + 1)}
          data-testid="next"
        >
          <b>{t('next')} ›</b>
          <span>{at === list.steps.length - 1 ? t('lastStep') : words(at + 1)}</span>
        </button>
      </footer>
    </div>
  );
}
