'use client';
import { useEffect, useMemo, useRef } from 'react';
import { writtenIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import type { LayerContext } from '../../layers/layer.ts';
import { fixtures } from '../../map/fixtures.ts';
import type { Box } from '../../map/label-placement.ts';
import { boxAround } from '../../map/label-placement.ts';
import { useView } from '../../map/use-view.ts';
import type { ReplayFilm } from '../../replay/replay-film.ts';
import { useDictionary } from '../../stores/use-dictionary.ts';
import { FONT_FAMILY, PALETTE } from '../../theme/palette.ts';
import { SHAPE_PATH } from '../../theme/shapes.ts';
import { usePanelWindow } from '../../wall/panel-window.ts';
import { LabelMemory, layOut } from './lay-out.ts';
import { replayMarks, type ReplayMark } from './replay-marks.ts';
import styles from './focus-map.module.css';

/** The map's title with what it says below, in either language. */
const CAPTION_UNITS = 94;

/** Names of places, which stand still, and diamonds of what was out of time at the replay's instant, which clear them. */
export function ReplaySymbols({ context, focusCodes }: { context: LayerContext; focusCodes: readonly string[] }) {
  const { camera, base, u } = context;
  const dictionary = useDictionary();
  const { language } = useLanguage();
  const view = useView(camera);
  const laid = useMemo(() => {
    const nothing = { spot: null, rows: [], open: new Map<string, number>(), small: [], silent: [] };
    const words = { openText: String, unknownText: '' };
    const input = { view, base, u, language, focusCodes, dictionary, ...nothing, ...words };
    return layOut(input, new LabelMemory());
  }, [view, base, u, language, focusCodes, dictionary]);
  const busy = useMemo(
    () => [
      ...fixtures(view.width, view.height, u),
      { left: 0, top: 0, right: Math.min(view.width, CAPTION_UNITS * u), bottom: 7.4 * u },
      ...laid.places.map(({ x, y, box }) => boxAround(x, y, box.right - box.left, 3 * u)),
      ...laid.rivers.map(({ x, y }) => boxAround(x, y, 5 * u, 4 * u)),
    ],
    [laid, view, u],
  );
  return (
    <>
      <svg className={styles.overlay} data-testid="replay-symbols" data-flying={view.flying ? '' : undefined}>
        {laid.rivers.map(({ id, x, y, angle, text }) => (
          <text key={id} className={styles.river} transform={`translate(${x} ${y}) rotate(${angle})`}>
            {text}
          </text>
        ))}
        {laid.places.map(({ id, x, y, name, level }) => (
          <g key={id} transform={`translate(${x} ${y})`} className={styles.district} data-level={level}>
            <text className={styles.districtName} lang={writtenIn(name)}>
              {name}
            </text>
          </g>
        ))}
      </svg>
      <Diamonds context={context} busy={busy} />
    </>
  );
}

/** A canvas over the part of the map that this screen shows, painted at every step. */
function Diamonds({ context, busy }: { context: LayerContext; busy: readonly Box[] }) {
  const { replay, camera, u } = context;
  const canvas = useRef<HTMLCanvasElement>(null);
  const window = usePanelWindow();
  const part = window?.part ?? null;
  useEffect(() => {
    if (replay === null) return;
    let film: ReplayFilm | null = null;
    const paint = (): void => {
      const { view } = camera;
      const { x, y, width, height } = part ?? { x: 0, y: 0, width: view.width, height: view.height };
      const context2d = sized(canvas.current, width, height);
      if (context2d === null || film === null || view.flying) return;
      context2d.translate(-x, -y);
      const marks = replayMarks(film.outOfTime(), view, u, busy);
      for (const mark of marks) paintMark(context2d, mark, u);
    };
    const stops = [
      replay.follow((moment) => {
        ({ film } = moment);
        paint();
      }),
      camera.subscribe(paint),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [replay, camera, u, busy, part]);
  return (
    <canvas
      ref={canvas}
      className={styles.diamonds}
      style={part === null ? undefined : { left: part.x, top: part.y, width: part.width, height: part.height }}
      data-testid="replay-diamonds"
    />
  );
}

/** A cleared canvas of as many pixels as its box has, with a context in CSS pixels. */
function sized(canvas: HTMLCanvasElement | null, width: number, height: number): CanvasRenderingContext2D | null {
  const context = canvas?.getContext('2d') ?? null;
  if (canvas === null || context === null) return null;
  const ratio = Math.min(devicePixelRatio, 2);
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

const DIAMOND = SHAPE_PATH.out;
const SIZE_UNITS = 1.7;

function paintMark(context: CanvasRenderingContext2D, { x, y, textX, count }: ReplayMark, u: number): void {
  const size = SIZE_UNITS * u;
  context.save();
  context.translate(x, y);
  context.scale(size, size);
  const shape = new Path2D(DIAMOND);
  context.lineJoin = 'round';
  context.lineWidth = 0.24;
  context.strokeStyle = PALETTE.ground;
  context.stroke(shape);
  context.fillStyle = PALETTE.red;
  context.fill(shape);
  context.restore();
  if (count === 1) return;
  context.font = `600 ${1.8 * u}px ${FONT_FAMILY}`;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 0.5 * u;
  context.strokeStyle = PALETTE.ground;
  context.strokeText(countText(count), textX, y);
  context.fillStyle = PALETTE.ink1;
  context.fillText(countText(count), textX, y);
}
