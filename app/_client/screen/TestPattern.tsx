'use client';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { boundsOf } from '#domain/wall/wall.ts';
import { usePicture } from '../realtime/PictureProvider.tsx';
import { useScreenPlan } from '../wall/use-plan.ts';
import { useWindowSize } from '../wall/use-window-size.ts';
import type { WallPlan } from '../wall/wall-plan.ts';
import { drawnRect, gridLines } from './pattern-lines.ts';
import styles from './test-pattern.module.css';

const GREYS = Array.from(
  { length: 11 },
  (_, step) => `rgb(${Math.round(step * 25.5)} ${Math.round(step * 25.5)} ${Math.round(step * 25.5)})`,
);
const COLOURS = ['var(--amber)', 'var(--red)', 'var(--magenta)', 'var(--cyan)', '#f00', '#0f0', '#00f'];
/** The bar crosses the whole wall in this time: on screens that are in step it is one line. */
const SWEEP_MS = 4_000;

/** Over everything: which screen this is, how it hangs, its edges and grid, greys and colours, and a bar in step with all. */
export function TestPattern({ wall, screen, label }: { wall: string; screen: string; label: string }) {
  const { planFor } = useScreenPlan(wall, screen);
  const plan = useMemo(() => planFor(null), [planFor]);
  const { view, scale, rotation } = plan;
  const size = { width: Math.round(view.width * scale), height: Math.round(view.height * scale) };
  return (
    <div className={styles.pattern} data-testid="test-pattern">
      <div className={styles.turned} style={{ ...size, ...(rotation !== 0 && { rotate: `${rotation}deg` }) }}>
        <Lines plan={plan} {...size} />
        <div className={styles.words}>
          <Words plan={plan} screen={screen} label={label} />
          <div className={styles.steps}>
            {GREYS.map((colour) => (
              <i key={colour} style={{ background: colour }} />
            ))}
          </div>
          <div className={styles.steps}>
            {COLOURS.map((colour) => (
              <i key={colour} style={{ background: colour }} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function Words({ plan, screen, label }: { plan: WallPlan; screen: string; label: string }) {
  const t = useTranslations('screens.pattern');
  const window = useWindowSize();
  const ratio = devicePixelRatio;
  const pixels = { width: Math.round(window.width * ratio), height: Math.round(window.height * ratio) };
  const measured = plan.wall.screens.find(({ id }) => id === screen);
  const described = plan.scale === 1 ? null : (measured?.pixels ?? null);
  const differs = described !== null && (described.width !== pixels.width || described.height !== pixels.height);
  const text = (value: number): string => String(Math.round(value * 100) / 100);
  return (
    <>
      <p className={styles.id}>{screen}</p>
      <p className={styles.label}>
        {plan.wall.id} · {label === '' ? t('screen', { screen }) : label}
      </p>
      <p>
        {t('window', {
          width: text(window.width),
          height: text(window.height),
          ratio: text(ratio),
          pixels: `${pixels.width}×${pixels.height}`,
        })}
      </p>
      <p data-differs={differs ? '' : undefined}>
        {described === null
          ? t('unknown')
          : t('described', { width: String(described.width), height: String(described.height) })}
        {differs && ` · ${t('differs')}`}
      </p>
    </>
  );
}

/** The wall's grid, its diagonals and circle, and this screen's very edge. */
function Lines({ plan, width, height }: { plan: WallPlan; width: number; height: number }) {
  const whole = useMemo(() => drawnRect(plan, boundsOf(plan.wall.screens)), [plan]);
  const bar = useSweep(whole.x, whole.width);
  const edge = 1 / devicePixelRatio;
  const radius = Math.min(whole.width, whole.height) / 2;
  return (
    <svg className={styles.lines} width={width} height={height} aria-hidden>
      {gridLines(plan).map(({ strong, ...line }) => (
        <line key={`${line.x1} ${line.y1}`} {...line} data-strong={strong ? '' : undefined} />
      ))}
      <line x1={whole.x} y1={whole.y} x2={whole.x + whole.width} y2={whole.y + whole.height} data-strong="" />
      <line x1={whole.x} y1={whole.y + whole.height} x2={whole.x + whole.width} y2={whole.y} data-strong="" />
      <circle cx={whole.x + whole.width / 2} cy={whole.y + whole.height / 2} r={radius} />
      {plan.wall.screens.map((each) => (
        <rect key={each.id} {...drawnRect(plan, each)} data-screen={each.id} />
      ))}
      <rect x={edge} y={edge} width={width - 2 * edge} height={height - 2 * edge} data-edge="" strokeWidth={2 * edge} />
      <line ref={bar} x1={0} x2={0} y1={0} y2={height} data-sweep="" />
    </svg>
  );
}

/** Moves a bar over the wall by the server's clock, frame by frame. */
function useSweep(from: number, length: number): React.RefObject<SVGLineElement | null> {
  const picture = usePicture();
  const bar = useRef<SVGLineElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(function move() {
      const x = from + ((picture.now() % SWEEP_MS) / SWEEP_MS) * length;
      bar.current?.setAttribute('transform', `translate(${x} 0)`);
      frame = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(frame);
  }, [picture, from, length]);
  return bar;
}
