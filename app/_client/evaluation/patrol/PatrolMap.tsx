'use client';
import type { Geometry } from 'geojson';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { PatrolAnswer, PatrolledGridAnswer } from '#wire/http/responsibility.ts';
import { geometryOf, type PlacesAnswer } from '../../admin/places/place-answers.ts';
import type { MapArea } from '../../frame/area-map-style.ts';
import type { MapLabel } from '../../frame/AreaMap.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { BANDS, shareColour } from './share-bands.ts';
import styles from './patrol.module.css';

const AreaMap = dynamic(() => import('../../frame/AreaMap.tsx'), { ssr: false });

type Props = {
  answer: PatrolAnswer;
  chosen: string | null;
  onOpen: (place: string) => void;
  onChoose: (grid: string) => void;
};

/** How much of each was patrolled: a city's districts, which open, and below it the responsibility grids themselves. */
export function PatrolMap({ answer, chosen, onOpen, onChoose }: Props) {
  const t = useTranslations('evaluation.patrol');
  const [whole] = answer.places;
  const ofCity = whole?.level === 'city';
  const [districts, labels] = useDistricts(ofCity ? answer : null);
  const grids = useMemo(() => answer.grids.flatMap(areaOfGrid), [answer]);
  return (
    <div className={styles.map} data-testid="patrol-map">
      <AreaMap
        label={t(ofCity ? 'mapOfDistricts' : 'mapOfGrids')}
        areas={ofCity ? districts : grids}
        labels={labels}
        chosen={chosen}
        onChoose={ofCity ? onOpen : onChoose}
      />
      <ul className={styles.legend} aria-label={t('legend')}>
        {BANDS.map((from, band) => (
          <li key={from}>
            <i style={{ background: shareColour(from) ?? undefined }} aria-hidden="true" />
            {`${wholePercent(from)}–${wholePercent(BANDS[band - 1] ?? 1)}%`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A map has no room for decimals. */
const wholePercent = (share: number): number => Math.round(100 * share);

const NO_LABELS: readonly MapLabel[] = [];

function useDistricts(answer: PatrolAnswer | null): [MapArea[], readonly MapLabel[]] {
  const { language } = useLanguage();
  const [asked] = useAnswer<PlacesAnswer>(answer === null ? null : '/api/v1/places?level=district&geometry=1');
  return useMemo(() => {
    if (answer === null || asked.state !== 'ready') return [[], NO_LABELS];
    const shares = new Map(answer.places.map(({ place, share }) => [place, share]));
    const areas = asked.answer.places.flatMap((place): MapArea[] => {
      const geometry = geometryOf(place);
      return geometry === null ? [] : [{ code: place.code, geometry, fill: shareColour(shares.get(place.code)) }];
    });
    const labels = asked.answer.places.map((place): MapLabel => {
      const share = shares.get(place.code) ?? null;
      const strong = share === null ? '–' : `${wholePercent(share)}%`;
      return { key: place.code, lon: place.lon, lat: place.lat, strong, text: shortNameIn(language, place) };
    });
    return [areas, labels];
  }, [answer, asked, language]);
}

function areaOfGrid({ code, geometry, share }: PatrolledGridAnswer): MapArea[] {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return [];
  return [{ code, geometry: geometry as Geometry, fill: shareColour(share) }];
}
