'use client';
import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { useTick } from '../../realtime/use-tick.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { hoursMinutes } from './duration.ts';
import type { ClockAnswer } from './hero.ts';
import { layoutStrip, placeOnStrip, type StripPiece } from './strip.ts';
import { lampNow } from './use-reading.ts';
import { whenText } from './words.ts';
import styles from './clock.module.css';

/** Shares of the strip under which a piece bears no words. */
const ROOM_FOR_LENGTH = 0.06;
const ROOM_FOR_NAME = 0.075;
/** Nearer to the start than this, the due time stands alone beneath the strip. */
const ROOM_FOR_START = 0.3;
/** What is not counted, by the names it goes by above the strip. */
const GAPS = [
  'not-counted-night',
  'not-counted-lunch',
  'not-counted-weekend',
  'not-counted-holiday',
  'season-awaited',
  'not-counted-season',
  'pause',
] as const;
/** A late clock's strip grows by steps, so that it need not be drawn anew every second. */
const LATE_STEP_MS = 60_000;

/** The clock's course from left to right with nights and weekends folded, and where now is. */
export function ClockStrip({ clock }: { clock: ClockAnswer }) {
  const t = useTranslations('desk.clock');
  const { language } = useLanguage();
  const zone = useTimeZone();
  const { picture } = useDesk();
  const [drawnAt, setDrawnAt] = useState(() => picture.now());
  const until = clock.stoppedAt ?? drawnAt;
  const end = clock.dueAt === null ? Math.max(until, clock.startedAt + 1) : Math.max(clock.dueAt, until);
  const strip = layoutStrip(clock.steps, end);
  const nowMark = useRef<HTMLElement>(null);
  const filled = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useTick(
    useCallback(
      (now: number) => {
        if (strip === null) return;
        const at = clock.stoppedAt ?? now;
        const place = `${(placeOnStrip(strip, at) * 100).toFixed(3)}%`;
        if (nowMark.current) nowMark.current.style.left = place;
        if (filled.current) filled.current.style.clipPath = `inset(0 calc(100% - ${place}) 0 0)`;
        if (box.current) box.current.dataset['lamp'] = lampNow(clock, now);
        if (clock.stoppedAt === null && at > strip.to + LATE_STEP_MS) setDrawnAt(at);
      },
      [strip, clock],
    ),
  );
  if (strip === null) return null;
  const now = picture.now();
  const say = (at: number): string => whenText(at, now, zone, language);
  const due = clock.dueAt === null ? null : placeOnStrip(strip, clock.dueAt);
  const extensions = clock.steps.filter(({ kind }) => kind === 'extension');
  return (
    <div className={styles.strip} ref={box} aria-hidden="true" data-testid="clock-strip">
      <div className={styles.above}>
        {strip.pieces
          .filter(({ width }) => width >= ROOM_FOR_NAME)
          .map(({ step, start, width }) => {
            const gap = GAPS.find((kind) => kind === step.kind);
            return gap === undefined ? null : (
              <span key={step.from} style={at(start + width / 2)}>
                {t(`gap.${gap}`)}
              </span>
            );
          })}
        {extensions.map(({ from }) => (
          <span key={from} style={at(placeOnStrip(strip, from))} data-strong>
            {t('extendedHere')}
          </span>
        ))}
        {clock.warnAt !== null && (
          <span style={at(placeOnStrip(strip, clock.warnAt))} data-warn>
            ▲
          </span>
        )}
      </div>
      <div className={styles.bar}>
        <Pieces pieces={strip.pieces} lit={false} late={t('lateHere')} />
        <i ref={filled} className={styles.filled}>
          <Pieces pieces={strip.pieces} lit late={t('lateHere')} />
        </i>
        {due !== null && <i className={styles.dueMark} style={{ left: `${due * 100}%` }} />}
        <i ref={nowMark} className={styles.nowMark} />
      </div>
      <div className={styles.beneath}>
        {(due === null || due > ROOM_FOR_START) && (
          <span style={at(0)} data-end="start">
            {say(strip.from)}
          </span>
        )}
        {due !== null && (
          <span style={at(due)} data-end={due > 0.9 ? 'end' : undefined} data-due>
            {t('due', { when: say(clock.dueAt ?? 0) })}
          </span>
        )}
      </div>
    </div>
  );
}

function Pieces({ pieces, lit, late }: { pieces: readonly StripPiece[]; lit: boolean; late: string }) {
  return pieces.map(({ step, kind, from, to, start, width }) => (
    <i
      key={from}
      className={styles.piece}
      data-kind={kind}
      data-lit={lit || undefined}
      style={{ left: `${start * 100}%`, width: `${width * 100}%` }}
    >
      {kind === 'counted' && width >= ROOM_FOR_LENGTH ? hoursMinutes(step.countedMs || to - from) : ''}
      {kind === 'late' && width >= ROOM_FOR_NAME ? late : ''}
    </i>
  ));
}

function at(share: number): { left: string } {
  return { left: `${share * 100}%` };
}
