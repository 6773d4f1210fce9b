'use client';
import { Marker, type GeoJSONSource } from 'maplibre-gl';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { MapLibreMap } from '../map/maplibre.ts';
import { areaFeatures, areaMapStyle, boundsOf, type MapArea } from './area-map-style.ts';
import { MapBox } from './MapBox.tsx';
import { useStillMap } from './use-still-map.ts';
import { uncovered } from './uncovered.ts';
import styles from './area-map.module.css';

/**
 * Words over the map: `strong` stands above `text` and larger. A point has neither. Of two that would cover each other
 * the first stays.
 */
export type MapLabel = {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  readonly text?: string;
  readonly strong?: string;
};

type Props = {
  label: string;
  areas: readonly MapArea[];
  labels?: readonly MapLabel[];
  chosen?: string | null;
  onChoose?: (code: string) => void;
  /** Frames this point's near surroundings instead of the areas whole. */
  around?: { readonly lon: number; readonly lat: number };
  className?: string;
};

/** Areas of the city on its map, framed whole; a click chooses one. What it shows is said in a table beside it too. */
export default function AreaMap({ label, areas, labels = [], chosen = null, onChoose, around, className }: Props) {
  const t = useTranslations('frame.map');
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  const prepare = useCallback((made: MapLibreMap): void => {
    made.on('click', 'areas', ({ features }) => {
      const code: unknown = features?.[0]?.properties['code'];
      if (typeof code === 'string') choose.current?.(code);
    });
  }, []);
  const { box, map, life } = useStillMap({ style: areaMapStyle, maxZoom: 17, prepare });

  const framed = useRef('');
  useEffect(() => {
    if (map === null) return;
    void map.getSource<GeoJSONSource>('areas')?.setData(areaFeatures(areas));
    const bounds = frameOf(areas, around);
    const frame = `${life} ${around?.lon} ${around?.lat} ${areas.map(({ code }) => code).join()}`;
    // The camera moves for other areas, not for another colour: who looks may have moved it since.
    if (bounds === null || framed.current === frame) return;
    framed.current = frame;
    map.fitBounds(bounds, { padding: PADDING_PX, duration: 0 });
  }, [map, areas, around, life]);

  useEffect(() => {
    if (map === null) return;
    // A box of another size, as when the page is still being laid out, shows the same areas whole.
    const fit = (): void => {
      const bounds = frameOf(areas, around);
      if (bounds !== null) map.fitBounds(bounds, { padding: PADDING_PX, duration: 0 });
    };
    map.on('resize', fit);
    return () => void map.off('resize', fit);
  }, [map, areas, around]);

  useEffect(() => {
    map?.setFilter('area-chosen', ['==', ['get', 'code'], chosen ?? '']);
  }, [map, chosen]);

  useEffect(() => {
    if (map === null) return;
    const markers = labels.map((one) =>
      new Marker({ element: labelElement(one) }).setLngLat([one.lon, one.lat]).addTo(map),
    );
    const clear = (): void => {
      const boxes = markers.map((marker) => {
        const { x, y } = map.project(marker.getLngLat());
        const element = marker.getElement();
        delete element.dataset['brief'];
        return { x, y, width: element.offsetWidth, height: element.offsetHeight };
      });
      // Where a name has no room the letter above it may have.
      const named = uncovered(boxes);
      const brief = boxes.map((box, index) => (named[index] === true ? box : { ...box, ...LETTER_PX }));
      const seen = uncovered([
        ...brief.filter((_, index) => named[index]),
        ...brief.filter((_, index) => !named[index]),
      ]);
      let unnamed = named.filter(Boolean).length;
      markers.forEach((marker, index) => {
        const element = marker.getElement();
        const lettered = named[index] !== true && element.querySelector('b') !== null && seen[unnamed] === true;
        if (named[index] !== true) unnamed++;
        if (lettered) element.dataset['brief'] = '';
        element.style.visibility = named[index] === true || lettered ? 'visible' : 'hidden';
      });
    };
    clear();
    map.on('moveend', clear);
    return () => {
      map.off('moveend', clear);
      markers.forEach((marker) => marker.remove());
    };
  }, [map, labels]);

  return (
    <MapBox
      label={label}
      box={box}
      ready={map !== null}
      says={t('credit')}
      testId="area-map"
      {...(className !== undefined && { className })}
    />
  );
}

/** Half the width of what is framed around a point, degrees. */
const AROUND_DEGREES = 0.003;

function frameOf(areas: readonly MapArea[], around: Props['around']): [number, number, number, number] | null {
  if (around === undefined) return boundsOf(areas.map(({ geometry }) => geometry));
  const { lon, lat } = around;
  return [lon - AROUND_DEGREES, lat - AROUND_DEGREES, lon + AROUND_DEGREES, lat + AROUND_DEGREES];
}

const PADDING_PX = 24;
/** What a letter alone takes. */
const LETTER_PX = { width: 14, height: 18 };

function labelElement({ strong, text }: MapLabel): HTMLElement {
  const element = document.createElement('div');
  element.className = (strong === undefined && text === undefined ? styles.point : styles.label) ?? '';
  if (strong !== undefined) {
    const letter = document.createElement('b');
    letter.textContent = strong;
    element.append(letter);
  }
  if (text !== undefined) {
    const name = document.createElement('span');
    name.textContent = text;
    element.append(name);
  }
  return element;
}
