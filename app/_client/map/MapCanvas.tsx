'use client';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useUnit } from '../theme/use-unit.ts';
import { LayerStack } from '../layers/layer-stack.ts';
import { baseStyle } from './base-style.ts';
import type { BaseMap } from './base.ts';
import { Camera } from './camera.ts';
import { DrawPace } from './draw-pace.ts';
import { frame, type Bounds, type Padding } from './frame.ts';
import { MapLibreMap } from './maplibre.ts';
import { hasWeakGpu, SMOOTH_PIXELS } from './weak-gpu.ts';
import styles from './map-canvas.module.css';

/** What a map hands to whoever draws on it. */
export type MapHandle = { camera: Camera; layers: LayerStack };

type Props = {
  base: BaseMap;
  bounds: Bounds;
  /** Room at the edges, in u, that the bounds should not go under. */
  paddingUnits: Padding;
  focusCodes: readonly string[];
  onReady: (handle: MapHandle | null) => void;
  children?: ReactNode;
};

const AFTER_LOSS_MS = 1_500;

/**
 * A map nobody touches: MapLibre's base with deck.gl's layers in the same WebGL context. When the context is lost the
 * whole map is made anew; what lies over it in HTML stays meanwhile.
 */
export function MapCanvas(props: Props) {
  const [life, setLife] = useState(0);
  return (
    <div className={styles.box}>
      <OneMap key={life} {...props} onLost={() => setTimeout(() => setLife((before) => before + 1), AFTER_LOSS_MS)} />
      {props.children}
    </div>
  );
}

function OneMap({ base, bounds, paddingUnits, focusCodes, onReady, onLost }: Props & { onLost: () => void }) {
  const u = useUnit();
  const box = useRef<HTMLDivElement>(null);
  const made = useRef<MapLibreMap | null>(null);
  const latest = useRef({ onReady, onLost, bounds, paddingUnits });
  useEffect(() => {
    latest.current = { onReady, onLost, bounds, paddingUnits };
  });
  const focusText = focusCodes.join();

  useEffect(() => {
    if (box.current === null) return;
    const weak = hasWeakGpu();
    const pixelRatio = weak ? 1 : Math.min(devicePixelRatio, 2);
    const pixels = box.current.clientWidth * box.current.clientHeight * pixelRatio ** 2;
    const map = new MapLibreMap({
      container: box.current,
      style: baseStyle(base, u, focusText.split(',')),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      maxZoom: 19,
      renderWorldCopies: false,
      pixelRatio,
      canvasContextAttributes: { antialias: !weak || pixels <= SMOOTH_PIXELS },
    });
    made.current = map;
    frame(map, latest.current.bounds, inPixels(latest.current.paddingUnits, u), false);
    const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
    const pace = new DrawPace(weak ? 1_000 : 250);
    const layers = new LayerStack((list) => {
      overlay.setProps({ layers: list });
      pace.measure((interval) => (layers.interval = interval));
    }, pace.leastMs);
    map.once('load', () => {
      map.addControl(overlay);
      const handle = { camera: new Camera(map), layers };
      latest.current.onReady(handle);
    });
    map.on('error', ({ error }) => console.warn('map:', error.message));
    const canvas = map.getCanvas();
    const lost = (): void => latest.current.onLost();
    canvas.addEventListener('webglcontextlost', lost);
    return () => {
      // Removing a map gives its context up, which is no loss.
      canvas.removeEventListener('webglcontextlost', lost);
      latest.current.onReady(null);
      layers.stop();
      made.current = null;
      map.remove();
    };
  }, [base, u, focusText]);

  const boundsText = bounds.join();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (made.current !== null)
      frame(made.current, latest.current.bounds, inPixels(latest.current.paddingUnits, u), true);
  }, [boundsText, u]);

  return <div ref={box} className={styles.map} data-testid="map-canvas" />;
}

function inPixels({ top, right, bottom, left }: Padding, u: number): Padding {
  return { top: top * u, right: right * u, bottom: bottom * u, left: left * u };
}
