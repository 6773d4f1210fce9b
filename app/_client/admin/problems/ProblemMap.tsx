'use client';
import type { GeoJSONSource, MapLayerMouseEvent } from 'maplibre-gl';
import type { Geometry } from 'geojson';
import { useCallback, useEffect, useRef } from 'react';
import { boundsOf } from '../../frame/area-map-style.ts';
import { frame } from '../../map/frame.ts';
import type { MapLibreMap } from '../../map/maplibre.ts';
import { MapBox } from '../../frame/MapBox.tsx';
import { useStillMap } from '../../frame/use-still-map.ts';
import { boundsAbout, problemFeatures, problemMapStyle, spotFeatures, type DrawnProblem } from './problem-map-style.ts';

type Props = {
  label: string;
  problems: readonly DrawnProblem[];
  /** Outlines to see them against. */
  around?: readonly Geometry[];
  chosen: number | null;
  onChoose: (no: number) => void;
};

const PADDING = { top: 40, right: 40, bottom: 40, left: 40 };
const NEAR_PX = 5;
const NONE: readonly Geometry[] = [];

/** Problems of outlines where they lie. A click chooses one; the one that is chosen is framed. */
export default function ProblemMap({ label, problems, around = NONE, chosen, onChoose }: Props) {
  const choose = useRef(onChoose);
  const last = useRef(chosen);
  useEffect(() => {
    choose.current = onChoose;
    last.current = chosen;
  });
  const prepare = useCallback((made: MapLibreMap): void => {
    made.on('click', ({ point: { x, y } }) => {
      const near: [[number, number], [number, number]] = [
        [x - NEAR_PX, y - NEAR_PX],
        [x + NEAR_PX, y + NEAR_PX],
      ];
      const hits = made.queryRenderedFeatures(near, { layers: ['spots', 'problems'] });
      const all = [...new Set(hits.map(({ properties }) => Number(properties['no'])))];
      // Where several lie over each other, the next click chooses the next.
      const next = all[(all.indexOf(last.current ?? -1) + 1) % all.length];
      if (next !== undefined) choose.current(next);
    });
    const point = ({ type }: MapLayerMouseEvent): void => {
      made.getCanvas().style.cursor = type === 'mouseleave' ? '' : 'pointer';
    };
    for (const layer of ['spots', 'problems']) {
      made.on('mouseenter', layer, point);
      made.on('mouseleave', layer, point);
    }
  }, []);
  const { box, map } = useStillMap({ style: problemMapStyle, maxZoom: 20, prepare });

  useEffect(() => {
    if (map === null) return;
    void map.getSource<GeoJSONSource>('problems')?.setData(problemFeatures(problems));
    void map.getSource<GeoJSONSource>('spots')?.setData(spotFeatures(problems));
    const whole = boundsOf([...problems.map(({ geometry }) => geometry), ...around]);
    if (whole !== null) frame(map, whole, PADDING, false);
  }, [map, problems, around]);

  useEffect(() => {
    if (map === null) return;
    const features = around.map((geometry) => ({ type: 'Feature' as const, properties: {}, geometry }));
    void map.getSource<GeoJSONSource>('around')?.setData({ type: 'FeatureCollection', features });
  }, [map, around]);

  useEffect(() => {
    if (map === null) return;
    for (const layer of ['problem-chosen', 'spot-chosen']) map.setFilter(layer, ['==', ['get', 'no'], chosen ?? -1]);
    const geometry = problems.find(({ no }) => no === chosen)?.geometry;
    const bounds = geometry === undefined ? null : boundsAbout(geometry);
    if (bounds !== null) frame(map, bounds, PADDING, true);
  }, [map, problems, chosen]);

  return <MapBox label={label} box={box} ready={map !== null} testId="problem-map" />;
}
