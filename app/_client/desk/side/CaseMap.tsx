'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { GeoJSONSource } from 'maplibre-gl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { ComponentTiles } from '../../layers/components/component-tiles.ts';
import { componentFeatures } from '../../layers/components/component-features.ts';
import { loadBase, type BaseMap } from '../../map/base.ts';
import { firstCamera } from '../../map/first-camera.ts';
import { useCredits } from '../../map/use-credits.ts';
import { MapLibreMap } from '../../map/maplibre.ts';
import { useStored } from '../../stores/use-summary.ts';
import { standingOf } from '../case/standing.ts';
import { useDesk } from '../DeskProvider.tsx';
import { caseMapStyle, COMPONENTS_FROM_ZOOM, reachOf, ringsAround } from './case-map-style.ts';
import { MapMarks } from './map-marks.ts';
import type { NearTeam } from './nearest-teams.ts';
import type { NearCase } from './similar-cases.ts';
import styles from './side.module.css';

type Props = {
  summary: CaseDetailAnswer['summary'] | null;
  teams: readonly NearTeam[];
  similar: readonly NearCase[];
};
type Drawn = { map: MapLibreMap; marks: MapMarks };

const LINE_UNIT_PX = 8;
const METRES_PER_DEGREE = 111_195;

/** Where the case is, with its nearest teams: one map for the life of the desk, moved from case to case. */
export function CaseMap({ summary, teams, similar }: Props) {
  const t = useTranslations('desk.map');
  const { open, picture } = useDesk();
  const { language } = useLanguage();
  const credits = useCredits();
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [base, setBase] = useState<BaseMap | null>(null);
  const [life, setLife] = useState(0);
  const roster = useStored(picture.roster);
  const position = summary?.position ?? null;
  const district = summary?.place.districtCode ?? null;

  useEffect(() => {
    let wanted = true;
    void loadBase().then((loaded) => wanted && setBase(loaded));
    return () => {
      wanted = false;
    };
  }, []);

  useEffect(() => {
    if (box.current === null || base === null) return;
    const map = new MapLibreMap({
      container: box.current,
      style: caseMapStyle(base, LINE_UNIT_PX, null),
      ...firstCamera(base),
      maxZoom: 18,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
    });
    map.on('error', ({ error }) => console.warn('map:', error.message));
    map.once('load', () => setDrawn({ map, marks: new MapMarks(map, styles) }));
    // A lost context takes the whole map with it: it is made anew.
    const lost = (): void => void setTimeout(() => setLife((before) => before + 1), 1_500);
    map.getCanvas().addEventListener('webglcontextlost', lost);
    return () => {
      map.getCanvas().removeEventListener('webglcontextlost', lost);
      setDrawn(null);
      map.remove();
    };
  }, [base, life]);

  const caseKey = summary?.number ?? '';
  const framed = useRef('');
  useEffect(() => {
    if (drawn === null || position === null) return;
    // The camera moves for another case and for its first teams, not with every step that a team makes: the officer may
    // have moved it since.
    const frame = `${caseKey} ${teams.length > 0} ${drawn.map.getContainer().clientWidth}`;
    if (framed.current === frame) return;
    framed.current = frame;
    const metres = reachOf(teams.map((team) => team.metres));
    const lat = metres / METRES_PER_DEGREE;
    const lon = lat / Math.cos((position.lat * Math.PI) / 180);
    drawn.map.fitBounds(
      [
        [position.lon - lon, position.lat - lat],
        [position.lon + lon, position.lat + lat],
      ],
      { duration: 0, padding: 24 },
    );
  }, [drawn, caseKey, position, teams]);

  useEffect(() => {
    if (drawn === null) return;
    void drawn.map.getSource<GeoJSONSource>('rings')?.setData(ringsAround(position));
    drawn.map.setFilter('districts-in-focus', ['==', ['get', 'code'], district ?? '']);
  }, [drawn, position, district]);

  useEffect(() => {
    if (drawn === null) return;
    const { map } = drawn;
    const tiles = new ComponentTiles();
    const show = (): void => {
      if (map.getZoom() < COMPONENTS_FROM_ZOOM) return;
      const bounds = map.getBounds();
      const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
      void map.getSource<GeoJSONSource>('components')?.setData(componentFeatures(tiles.within(box)));
    };
    const stop = tiles.subscribe(show);
    map.on('moveend', show);
    show();
    return () => {
      stop();
      map.off('moveend', show);
    };
  }, [drawn]);

  useEffect(() => {
    if (drawn === null) return;
    if (position === null || open.detail === null) return drawn.marks.draw(null);
    drawn.marks.draw({
      at: position,
      standing: standingOf(open.detail),
      teams,
      similar,
      now: picture.now(),
      reach: reachOf(teams.map((team) => team.metres)),
      teamName: (ordinal) => {
        const team = roster?.teams[ordinal];
        return team === undefined ? '' : nameIn(language, team);
      },
    });
  }, [drawn, position, open, teams, similar, roster, language, picture]);

  return (
    <div className={styles.map} data-testid="case-map">
      <div ref={box} className={styles.canvas} />
      {summary !== null && position === null && <p className={styles.mapNote}>{t('noPosition')}</p>}
      <p className={styles.credit}>{[t('credit'), credits?.brief[language]].filter(Boolean).join(' · ')}</p>
    </div>
  );
}
