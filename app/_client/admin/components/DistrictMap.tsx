'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RegisterSummaryAnswer } from '#wire/http/component.ts';
import type { MapArea } from '../../frame/area-map-style.ts';
import type { MapLabel } from '../../frame/AreaMap.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { geometryOf, type PlacesAnswer } from '../places/place-answers.ts';
import panes from '../../frame/panes.module.css';
import styles from './components.module.css';

const AreaMap = dynamic(() => import('../../frame/AreaMap.tsx'), { ssr: false });

type Props = { summary: RegisterSummaryAnswer; chosen: string; onChoose: (district: string) => void };

/** The city's districts with how many components each has; a click filters by one. */
export function DistrictMap({ summary, chosen, onChoose }: Props) {
  const t = useTranslations('register');
  const { language } = useLanguage();
  const [asked] = useAnswer<PlacesAnswer>('/api/v1/places?level=district&geometry=1');
  const [areas, labels] = useMemo((): [MapArea[], MapLabel[]] => {
    const places = asked.state === 'ready' ? asked.answer.places : [];
    const counts = new Map(summary.districts.map(({ code, count }) => [code, count]));
    return [
      places.flatMap((place) => {
        const geometry = geometryOf(place);
        return geometry === null ? [] : [{ code: place.code, geometry, fill: null }];
      }),
      places.map((place) => ({
        key: place.code,
        lon: place.lon,
        lat: place.lat,
        strong: countText(counts.get(place.code) ?? 0),
        text: shortNameIn(language, place),
      })),
    ];
  }, [asked, summary, language]);
  return (
    <aside className={panes.pane} aria-label={t('mapCity')}>
      <AreaMap
        label={t('mapCity')}
        areas={areas}
        labels={labels}
        chosen={chosen}
        onChoose={onChoose}
        className={styles.large ?? ''}
      />
      <p className={styles.pick}>{t('pick')}</p>
    </aside>
  );
}
