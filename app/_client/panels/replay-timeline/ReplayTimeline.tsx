'use client';
import { useCallback, useId, useMemo, useRef, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { instantOfStep } from '#domain/wall/replay.ts';
import { minuteText } from '../../i18n/instants.ts';
import { countText } from '../../i18n/numbers.ts';
import { useTimeZone } from '../../realtime/use-time-zone.ts';
import type { ReplayFilm } from '../../replay/replay-film.ts';
import type { ReplayMoment } from '../../replay/replay-player.ts';
import { useFilmState, useReplayMoment } from '../../replay/use-replay.ts';
import { useUnit } from '../../theme/use-unit.ts';
import { useSize } from '../city-map/use-size.ts';
import { timelineDrawing, type TimelineDrawing } from './timeline-drawing.ts';
import styles from './replay-timeline.module.css';

/** The hand's own time stands over the hours that are nearer than this to it. */
const TICK_ROOM_UNITS = 9;

/** Open cases over the day that is played, with the hand where it stands, and what is counted. */
export function ReplayTimeline() {
  const t = useTranslations('scenes.replay');
  const state = useFilmState();
  const u = useUnit();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const film = state.at === 'ready' ? state.film : null;
  const drawing = useMemo(
    () =>
      film === null || width === 0 ? null : timelineDrawing(film.open, film.columns.earlier.open, width, height, u),
    [film, width, height, u],
  );
  return (
    <section className={styles.timeline} data-testid="replay-timeline" data-at={state.at}>
      <h2>
        {t('line')}
        <i className={styles.own} />
        {film !== null && film.columns.earlier.days > 0 && (
          <>
            <span>{film.columns.earlier.days === 7 ? t('lineWeekBefore') : t('lineDayBefore')}</span>
            <i className={styles.before} />
          </>
        )}
        <em>{t('speed')}</em>
      </h2>
      <div ref={box} className={styles.chart}>
        {drawing !== null && film !== null && <Day drawing={drawing} film={film} u={u} />}
        {state.at !== 'ready' && (
          <p className={styles.none} role="status">
            {state.at === 'reading' ? t('reading') : t(`failed.${state.why}`)}
          </p>
        )}
        {film !== null && film.columns.length === 0 && <p className={styles.none}>{t('empty')}</p>}
      </div>
      <p className={styles.definition}>{t('definition')}</p>
    </section>
  );
}

function Day({ drawing, film, u }: { drawing: TimelineDrawing; film: ReplayFilm; u: number }) {
  const zone = useTimeZone();
  const id = useId();
  const { rules, ticks, left, right, top, foot, open, earlier } = drawing;
  const svg = useRef<SVGSVGElement>(null);
  useHand(svg, drawing, film, zone, u);
  const path = open.map(pointText).join(' ');
  return (
    <svg ref={svg} className={styles.drawing} aria-hidden="true">
      <clipPath id={id}>
        <rect data-part="played" x={left} y={0} width={0} height={foot} />
      </clipPath>
      {rules.map(({ y, value }) => (
        <g key={value}>
          <path className={styles.rule} d={`M${left} ${y.toFixed(1)}H${right}`} />
          <text x={left - 0.8 * u} y={y} textAnchor="end" dominantBaseline="central">
            {countText(value)}
          </text>
        </g>
      ))}
      {ticks.map(({ x, step, anchor }) => (
        <text key={step} data-tick={x} x={x} y={foot + 0.9 * u} textAnchor={anchor} dominantBaseline="hanging">
          {minuteText(instantOfStep(film.columns, step), zone)}
        </text>
      ))}
      <polyline className={styles.line} data-line="before" points={earlier.map(pointText).join(' ')} />
      <polyline className={styles.line} data-line="ahead" points={path} />
      <polyline className={styles.line} data-line="played" points={path} clipPath={`url(#${id})`} />
      <path className={styles.way} d={`M${left} ${foot}H${right}`} />
      <path data-part="way" className={styles.way} data-played="" />
      <g data-part="hand" visibility="hidden" data-testid="replay-hand">
        <path className={styles.hand} d={`M0 ${top - 1.4 * u}V${foot}`} />
        <circle data-part="dot" className={styles.dot} r={0.75 * u} />
        <text data-part="count" className={styles.count} dominantBaseline="central" />
        <rect className={styles.flag} x={-4.2 * u} y={foot + 0.3 * u} width={8.4 * u} height={3.1 * u} />
        <text
          data-part="time"
          className={styles.time}
          y={foot + 1.9 * u}
          textAnchor="middle"
          dominantBaseline="central"
        />
      </g>
    </svg>
  );
}

function pointText([x, y]: readonly [number, number]): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

/** Moves the hand, what it says and what lies behind it, a step at a time and without React. */
function useHand(
  svg: RefObject<SVGSVGElement | null>,
  { open, left, foot, top }: TimelineDrawing,
  film: ReplayFilm,
  zone: string,
  u: number,
): void {
  useReplayMoment(
    useCallback(
      ({ now, film: shown }: ReplayMoment) => {
        const spot = open[now.step];
        if (shown !== film || spot === undefined) return;
        const part = (name: string): Element | null => svg.current?.querySelector(`[data-part=${name}]`) ?? null;
        const [x, y] = spot;
        const hand = part('hand');
        hand?.setAttribute('visibility', 'visible');
        hand?.setAttribute('transform', `translate(${x.toFixed(1)} 0)`);
        hand?.setAttribute('data-step', String(now.step));
        part('dot')?.setAttribute('cy', y.toFixed(1));
        part('played')?.setAttribute('width', (x - left).toFixed(1));
        part('way')?.setAttribute('d', `M${left} ${foot}H${x.toFixed(1)}`);
        for (const tick of svg.current?.querySelectorAll('[data-tick]') ?? []) {
          const near = Math.abs(Number(tick.getAttribute('data-tick')) - x) < TICK_ROOM_UNITS * u;
          tick.setAttribute('visibility', near ? 'hidden' : 'visible');
        }
        const count = part('count');
        // Left of the hand, but where that would leave the chart.
        const atLeft = x - left < 9 * u;
        count?.setAttribute('x', String(atLeft ? 1.6 * u : -1.6 * u));
        count?.setAttribute('y', String(Math.max(top - 0.6 * u, y - 1.8 * u)));
        count?.setAttribute('text-anchor', atLeft ? 'start' : 'end');
        write(count, countText(film.open[now.step] ?? 0));
        write(part('time'), minuteText(now.at, zone));
      },
      [svg, open, left, foot, top, film, zone, u],
    ),
  );
}

function write(element: Element | null, text: string): void {
  if (element !== null) element.textContent = text;
}
