'use client';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { useStored } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { Key } from '../shapes/Key.tsx';
import { StateShape } from '../shapes/StateShape.tsx';
import { ClockStrip } from './ClockStrip.tsx';
import { clockFace, hoursMinutes } from './duration.ts';
import { heroClock, otherClock, type ClockAnswer } from './hero.ts';
import { Ledger } from './Ledger.tsx';
import { lampNow, useReading } from './use-reading.ts';
import { leftText, limitText, whenText } from './words.ts';
import styles from './clock.module.css';

/** The clock that matters, its sums, and the other one in a line. */
export function ClockBlock({ detail, receivedAt }: { detail: CaseDetailAnswer; receivedAt: number }) {
  const t = useTranslations('desk.clock');
  const stages = useTranslations('desk.stage');
  const desk = useDesk();
  const { steps: open } = useStored(desk.view, 0);
  const clock = heroClock(detail.clocks);
  if (clock === null) {
    return (
      <section className={styles.none} aria-label={t('title')}>
        {t('none')}
      </section>
    );
  }
  const title = clock.stage === null ? t('whole') : t('stage', { stage: stages(clock.stage) });
  const other = otherClock(detail.clocks, clock);
  return (
    <section className={styles.block} aria-label={title}>
      <div>
        <h2>{title}</h2>
        <Hero clock={clock} receivedAt={receivedAt} suspended={detail.suspended !== null} />
        {other !== null && <OtherLine clock={other} receivedAt={receivedAt} />}
      </div>
      <div>
        <ClockStrip clock={clock} key={`${clock.kind}-${clock.instance}-${clock.round}`} />
        <h2>
          {t('why')}
          <button
            type="button"
            onClick={() => desk.fold({ steps: !open })}
            aria-expanded={open}
            data-testid="fold-steps"
          >
            <Key>L</Key> {open ? t('fold') : t('unfold')}
          </button>
        </h2>
        <Ledger clock={clock} folded={!open} />
      </div>
    </section>
  );
}

function Hero({ clock, receivedAt, suspended }: { clock: ClockAnswer; receivedAt: number; suspended: boolean }) {
  const t = useTranslations('desk.clock');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { picture } = useDesk();
  const read = useReading(clock, receivedAt);
  const box = useRef<HTMLDivElement>(null);
  const face = useRef<HTMLElement>(null);
  const used = useRef<HTMLElement>(null);
  const side = useRef<HTMLElement>(null);
  const held = useRef<HTMLElement>(null);
  useTick(
    useCallback(
      (now: number) => {
        const reading = read(now);
        const share = reading.totalMs === 0 ? 0 : (reading.consumedMs / reading.totalMs) * 100;
        if (box.current) box.current.dataset['lamp'] = lampNow(clock, now);
        write(face.current, clockFace(Math.abs(reading.leftMs)));
        write(side.current, reading.leftMs < 0 ? t('late') : t('left'));
        write(
          used.current,
          t('used', {
            used: clockFace(reading.consumedMs),
            total: hoursMinutes(reading.totalMs),
            share: (Math.floor(share * 10) / 10).toFixed(1),
          }),
        );
        write(held.current, clock.stoppedAt !== null ? t('stopped') : reading.running ? '' : t('standing'));
      },
      [clock, read, t],
    ),
  );
  const due = clock.dueAt === null ? null : whenText(clock.dueAt, picture.now(), zone, language);
  return (
    <div ref={box} className={styles.hero} data-testid="hero-clock">
      <p className={styles.face}>
        <b ref={face} data-testid="hero-face" />
        <small ref={side} />
      </p>
      <p className={styles.due}>
        <span className={styles.lampShape}>
          <StateShape shape="timed-out" />
          <StateShape shape="due-soon" />
        </span>
        {due === null ? (suspended ? t('suspended') : t('noDue')) : t('due', { when: due })}
        {clock.provisional && <em> {t('provisional')}</em>}
      </p>
      <p ref={used as React.RefObject<HTMLParagraphElement>} className={styles.used} />
      <p className={styles.used}>
        {clock.basis === 'working' ? t('basisWorking') : t('basisContinuous')}
        {clock.limit !== null && ` · ${limitText(clock.limit, language)}`}
      </p>
      <p ref={held as React.RefObject<HTMLParagraphElement>} className={styles.held} />
    </div>
  );
}

function OtherLine({ clock, receivedAt }: { clock: ClockAnswer; receivedAt: number }) {
  const t = useTranslations('desk.clock');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { picture } = useDesk();
  const read = useReading(clock, receivedAt);
  const line = useRef<HTMLSpanElement>(null);
  useTick(
    useCallback(
      (now: number) => {
        write(line.current, clock.dueAt === null ? t('noDue') : leftText(read(now).leftMs, language));
      },
      [clock, read, language, t],
    ),
  );
  return (
    <p className={styles.other}>
      {clock.stage === null ? t('whole') : t('title')} <span ref={line} />
      {clock.dueAt !== null && ` · ${whenText(clock.dueAt, picture.now(), zone, language)}`}
    </p>
  );
}

function write(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
