'use client';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { AfterLoss } from '../heal/after-loss.ts';
import { holdPaint } from '../heal/readiness.ts';
import { keepStill } from '../heal/still.ts';
import { useUnit } from '../theme/use-unit.ts';
import { LayerStack } from '../layers/layer-stack.ts';
import { baseStyle, IN_FOCUS_LAYERS } from './base-style.ts';
import type { BaseMap } from './base.ts';
import { Camera } from './camera.ts';
import { DrawPace } from './draw-pace.ts';
import type { Look, Size } from './look.ts';
import { MOST_ZOOM } from './look.ts';
import { MapLibreMap } from './maplibre.ts';
import { usePanelBox, type PanelBox } from './panel-box.ts';
import { StyleHand } from './style-hand.ts';
import { hasWeakGpu, SMOOTH_PIXELS } from './weak-gpu.ts';
import styles from './map-canvas.module.css';

/** What a map hands to whoever draws on it. */
export type MapHandle = { camera: Camera; layers: LayerStack; style: StyleHand };

/** Where a map should look, for a box of any size. */
export type Aim = {
  /** The same key, the same look. */
  key: string;
  look: (size: Size, u: number) => Look;
  /** Server instant (epoch ms) at which the flight there begins; null: at once, without a flight. */
  startsAt: number | null;
};

type Props = {
  base: BaseMap;
  aim: Aim;
  focusCodes: readonly string[];
  /** The server's time, epoch ms. */
  now: () => number;
  onReady: (handle: MapHandle | null) => void;
  children?: ReactNode;
};

/** A map that never comes to rest is painted by then. */
const PAINTED_MS = 5_000;
const SECOND_FRAME_MS = 400;
/** Software draws a 4K map in seconds: it is told of changes less often. */
const WEAK_PACE_MS = 1_000;
const PACE_MS = 250;

/**
 * A map nobody touches: MapLibre's base with deck.gl's layers in the same WebGL context. Of a panel that spans screens
 * it draws this screen's part. When the context is lost the whole map is made anew; a still picture of it stays meanwhile,
 * and so does what lies over it in HTML.
 */
export function MapCanvas(props: Props) {
  const [life, setLife] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const box = usePanelBox(frame);
  const still = useRef<HTMLCanvasElement>(null);
  const [afterLoss] = useState(() => new AfterLoss());
  return (
    <div className={styles.box} ref={frame}>
      <canvas
        ref={still}
        className={styles.map}
        style={box === null ? undefined : placeOf(box)}
        data-testid="map-still"
      />
      {box !== null && (
        <OneMap
          key={life}
          {...props}
          box={box}
          still={still}
          onLost={() => setTimeout(() => setLife((before) => before + 1), afterLoss.next(performance.now()))}
        />
      )}
      {props.children}
    </div>
  );
}

type OneMapProps = Props & { box: PanelBox; still: RefObject<HTMLCanvasElement | null>; onLost: () => void };

function OneMap({ base, aim, focusCodes, box, still, now, onReady, onLost }: OneMapProps) {
  const u = useUnit();
  const container = useRef<HTMLDivElement>(null);
  const made = useRef<{ map: MapLibreMap; camera: Camera } | null>(null);
  const latest = useRef({ onReady, onLost, aim, box, focusCodes, now });
  useEffect(() => {
    latest.current = { onReady, onLost, aim, box, focusCodes, now };
  });

  useEffect(() => {
    if (container.current === null) return;
    const weak = hasWeakGpu();
    const pixelRatio = weak ? 1 : Math.min(devicePixelRatio, 2);
    const pixels = container.current.clientWidth * container.current.clientHeight * pixelRatio ** 2;
    const map = new MapLibreMap({
      container: container.current,
      style: baseStyle(base, u, latest.current.focusCodes),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      maxZoom: MOST_ZOOM,
      renderWorldCopies: false,
      pixelRatio,
      canvasContextAttributes: { antialias: !weak || pixels <= SMOOTH_PIXELS },
    });
    const { full, part } = latest.current.box;
    const camera = new Camera(
      { look: latest.current.aim.look(full, u), size: full, part },
      ({ lon, lat, zoom }) => map.jumpTo({ center: [lon, lat], zoom }),
      () => latest.current.now(),
    );
    made.current = { map, camera };
    const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
    const pace = new DrawPace(weak ? WEAK_PACE_MS : PACE_MS);
    let shownIds = '';
    let draws = 0;
    // For whoever waits until the map shows what the page knows: how often it was drawn, and how soon it is again, ms.
    const { dataset } = container.current;
    const layers = new LayerStack((list) => {
      overlay.setProps({ layers: list });
      const ids = list.map(({ id }) => id).join();
      // A layer's first frame may lie over lines that belong above it: the next one is right.
      if (ids !== shownIds) setTimeout(() => made.current?.map === map && map.triggerRepaint(), SECOND_FRAME_MS);
      shownIds = ids;
      dataset['draws'] = String(++draws);
      pace.measure((interval) => {
        layers.interval = interval;
        dataset['paceMs'] = String(Math.round(interval));
      });
    }, pace.leastMs);
    const painted = holdPaint();
    let isLost = false;
    map.once('load', () => {
      map.addControl(overlay);
      map.once('idle', painted);
      setTimeout(painted, PAINTED_MS);
      if (still.current !== null) keepStill(map, still.current);
      latest.current.onReady({ camera, layers, style: new StyleHand(map) });
    });
    map.on('error', ({ error }) => console.warn('map:', error.message));
    const canvas = map.getCanvas();
    const lost = (): void => {
      isLost = true;
      latest.current.onLost();
    };
    canvas.addEventListener('webglcontextlost', lost);
    return () => {
      // Removing a map gives its context up, which is no loss.
      canvas.removeEventListener('webglcontextlost', lost);
      painted();
      // What draws over a lost map keeps its camera until the next map is ready.
      if (!isLost) latest.current.onReady(null);
      layers.stop();
      camera.stop();
      made.current = null;
      map.remove();
    };
  }, [base, u, still]);

  const { full, part } = box;
  const boxKey = [full.width, full.height, part.x, part.y, part.width, part.height].join();
  const shown = useRef({ box: boxKey, aim: aim.key });
  useEffect(() => {
    const [one, current] = [made.current, latest.current];
    const before = shown.current;
    shown.current = { box: boxKey, aim: aim.key };
    if (one === null) return;
    const look = current.aim.look(current.box.full, u);
    if (before.box !== boxKey) {
      one.map.resize();
      one.camera.resize(current.box.full, current.box.part, before.aim === aim.key ? look : null);
    }
    if (before.aim === aim.key) return;
    const { startsAt } = current.aim;
    const still = startsAt === null || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) one.camera.jump(look);
    else one.camera.fly(look, startsAt);
  }, [aim.key, boxKey, u]);

  const focusText = focusCodes.join();
  useEffect(() => {
    const map = made.current?.map;
    const mark = (): void => {
      const codes = focusText === '' ? [] : focusText.split(',');
      for (const layer of IN_FOCUS_LAYERS) map?.setFilter(layer, ['in', ['get', 'code'], ['literal', codes]]);
    };
    if (map === undefined) return;
    if (map.isStyleLoaded()) mark();
    else map.once('load', mark);
    return () => {
      map.off('load', mark);
    };
  }, [focusText, base, u]);

  return <div ref={container} className={styles.map} style={placeOf(box)} data-testid="map-canvas" />;
}

function placeOf({ part }: PanelBox): CSSProperties {
  return { left: part.x, top: part.y, width: part.width, height: part.height };
}
