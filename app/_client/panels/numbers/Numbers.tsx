'use client';
import { useCallback, type CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { NumberName } from '#domain/wall/numbers.ts';
import type { Figures } from '#wire/figures.ts';
import { changeText, countText, percentText } from '../../i18n/numbers.ts';
import { shortDayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { usePicture } from '../../realtime/PictureProvider.tsx';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import { useFrame } from '../../stores/use-frame.ts';
import { Shape } from '../../theme/Shape.tsx';
import { NumberTile } from './NumberTile.tsx';
import { numbersShown, type NumbersOptions } from './options.ts';
import styles from './numbers.module.css';

/** Fewer than this are no crowd, whatever is usual: at night usual is none. */
const FEWEST_CROWDED = 20;

function select(figures: Figures) {
  const {
    open,
    openYesterday,
    dueWithinHour,
    dueWithin15,
    dueWithinHourUsual,
    timedOut,
    timedOutLine,
    supervised,
    onTime,
    standing,
  } = figures;
  const { rate, target, due } = onTime;
  return {
    open,
    openYesterday,
    dueWithinHour,
    dueWithinHourUsual,
    dueWithin15,
    timedOut,
    timedOutLine,
    supervised,
    onTime: { rate, target, due, count: onTime.onTime },
    standing,
  };
}

/** The four numbers, or those of them that stand here. A big one takes colour only beyond its own line, and says so in words. */
export function Numbers(options: NumbersOptions) {
  const shown = numbersShown(options);
  const view = useFrame(usePicture().figures, select);
  const style = { '--tiles': shown.length } as CSSProperties;
  if (view === null) return <div className={styles.four} style={style} data-testid="numbers" data-empty="" />;
  return (
    <div className={styles.four} style={style} data-testid="numbers" data-feed="cases">
      <Shown view={view} shown={shown} />
    </div>
  );
}

function Shown({ view, shown }: { view: ReturnType<typeof select>; shown: readonly NumberName[] }) {
  const t = useTranslations('wall.numbers');
  const { language } = useLanguage();
  const timeZone = useTimeZone();
  const over = view.timedOut > view.timedOutLine;
  const { rate, target, due, count } = view.onTime;
  const rateText = useCallback((value: number) => percentText(value, target), [target]);
  const missed = rate !== null && rate < target;
  const usual = view.dueWithinHourUsual;
  const crowded = usual !== null && view.dueWithinHour > usual[1] && view.dueWithinHour >= FEWEST_CROWDED;
  return (
    <>
      {shown.includes('open') && (
        <NumberTile
          name="open"
          label={t('open')}
          value={view.open}
          text={countText}
          caption={
            view.openYesterday === null
              ? t('openAlone')
              : t('openChange', { change: changeText(view.open - view.openYesterday) })
          }
        />
      )}
      {shown.includes('due-hour') && (
        <NumberTile
          name="due-hour"
          icon={<Shape kind="warn" />}
          label={t('dueHour')}
          value={view.dueWithinHour}
          text={countText}
          mark={crowded ? 'amber' : undefined}
          caption={
            usual === null
              ? t('usualUnknown', { count: countText(view.dueWithin15) })
              : t('usual', { from: countText(usual[0]), to: countText(usual[1]) })
          }
        />
      )}
      {shown.includes('timed-out') && (
        <NumberTile
          name="timed-out"
          icon={<Shape kind="out" />}
          label={t('timedOut')}
          value={view.timedOut}
          text={countText}
          mark={over ? 'red' : undefined}
          caption={t(over ? 'overLine' : 'underLine', {
            line: countText(view.timedOutLine),
            supervised: countText(view.supervised),
          })}
        />
      )}
      {shown.includes('on-time') && (
        <NumberTile
          name="on-time"
          label={
            view.standing.today
              ? t('onTime')
              : t('onTimeOf', { day: shortDayText(view.standing.dayStart, timeZone, language) })
          }
          value={rate}
          text={rateText}
          unit="%"
          mark={missed ? 'amber' : undefined}
          caption={
            rate === null
              ? t('onTimeNone')
              : t('onTimeCounts', {
                  target: String(Number(percentText(target))),
                  onTime: countText(count),
                  due: countText(due),
                })
          }
        />
      )}
    </>
  );
}
