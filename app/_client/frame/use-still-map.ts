'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { BaseMap } from '../map/base.ts';
import { firstCamera } from '../map/first-camera.ts';
import { MapLibreMap, type StyleSpecification } from '../map/maplibre.ts';
import { useBase } from '../map/use-base.ts';

/** What a map of a page needs: `style` and `prepare` must not change while it is there. */
export type StillMapParts = {
  readonly style: (base: BaseMap) => StyleSpecification;
  readonly maxZoom: number;
  /** Called with every map that is made. */
  readonly prepare: (map: MapLibreMap) => void;
};

/** `life` counts the maps made so far: what was set on one before has to be set again. */
export type StillMap = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly map: MapLibreMap | null;
  readonly life: number;
};

/** A flat map with the north up in `box`, null until it is loaded; made anew when the browser takes its context. */
export function useStillMap({ style, maxZoom, prepare }: StillMapParts): StillMap {
  const base = useBase();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [life, setLife] = useState(0);
  useEffect(() => {
    if (box.current === null || base === null) return;
    const made = new MapLibreMap({
      container: box.current,
      style: style(base),
      ...firstCamera(base),
      maxZoom,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
    });
    made.on('error', ({ error }) => console.warn('map:', error.message));
    made.once('load', () => setMap(made));
    prepare(made);
    const canvas = made.getCanvas();
    // A lost context takes the whole map with it: it is made anew.
    const lost = (): void => void setTimeout(() => setLife((before) => before + 1), 1_500);
    canvas.addEventListener('webglcontextlost', lost);
    return () => {
      canvas.removeEventListener('webglcontextlost', lost);
      setMap(null);
      made.remove();
    };
  }, [base, life, style, maxZoom, prepare]);
  return { box, map, life };
}
