'use client';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { dayAndMinuteText, isoDayText, minuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import type { ReplayMoment } from '../../replay/replay-player.ts';
import { useReplayMoment } from '../../replay/use-replay.ts';
import { Shape } from '../../theme/Shape.tsx';
import styles from './replay-numbers.module.css';

const NAMES = ['open', 'timedOut', 'reported', 'ended'] as const;
type Name = (typeof NAMES)[number];

/** How it stood at the replay's instant. Every figure writes itself to the glass. */
export function ReplayNumbers() {
  const t = useTranslations('scenes.replay');
  const zone = useTimeZone();
  const { language } = useLanguage();
  const root = useRef<HTMLElement>(null);
  useReplayMoment(
    useCallback(
      ({ now: { span, step, at }, film }: ReplayMoment) => {
        const tell = (name: Name, value: string, caption: string): void => {
          const tile = root.current?.querySelector(`[data-name=${name}]`) ?? null;
          write(tile?.querySelector('b') ?? null, value);
          write(tile?.querySelector('i') ?? null, caption);
        };
        if (film === null) {
          for (const name of NAMES) tell(name, '–', '');
          return;
        }
        const { open, timedOut, reported, ended } = film.counts;
        const { days, open: earlier } = film.columns.earlier;
        const before = earlier[step];
        const began = isoDayText(span.from, zone) === isoDayText(at, zone);
        const since = began ? minuteText(span.from, zone) : dayAndMinuteText(span.from, zone, language);
        const share = open === 0 ? '0' : ((100 * timedOut) / open).toFixed(1);
        const held = days === 7 ? 'weekBefore' : 'dayBefore';
        tell(
          'open',
          countText(open),
          before === undefined ? t('nothingBefore') : t(held, { count: countText(before) }),
        );
        tell('timedOut', countText(timedOut), t('share', { share }));
        tell('reported', countText(reported), t('since', { time: since }));
        tell('ended', countText(ended), t('since', { time: since }));
      },
      [t, zone, language],
    ),
  );
  return (
    <div className={styles.box}>
      <section className={styles.numbers} ref={root} data-testid="replay-numbers">
        {NAMES.map((name) => (
          <div key={name} className={styles.tile} data-name={name} data-state={name === 'timedOut' ? 'out' : undefined}>
            <p className={styles.label}>
              {name === 'timedOut' && <Shape kind="out" />}
              {t(name)}
            </p>
            <b className={styles.value} data-testid={`replay-${name}`} />
            <i className={styles.caption} />
          </div>
        ))}
      </section>
    </div>
  );
}

function write(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
