'use client';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { MapArea } from '../../frame/area-map-style.ts';
import type { MapLabel } from '../../frame/AreaMap.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { shortNameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { BringLink } from '../BringLink.tsx';
import { geometryOf, type Place, type PlacesAnswer } from './place-answers.ts';
import { OutlineCheck } from './OutlineCheck.tsx';
import parts from '../../frame/page-parts.module.css';
import { PlaceFacts } from './PlaceFacts.tsx';
import { PlaceTree } from './PlaceTree.tsx';
import styles from './places.module.css';

const AreaMap = dynamic(() => import('../../frame/AreaMap.tsx'), { ssr: false });
/** More names than this would cover the map. */
const MOST_NAMES = 40;
const NO_PLACES: readonly Place[] = [];

/** The tree of places that cases lie in, from the city down to the unit grid, and their outlines. */
export function PlacesPage() {
  const t = useTranslations('admin.places');
  const { language } = useLanguage();
  const [roots, again] = useAnswer<PlacesAnswer>('/api/v1/places?level=city');
  const [picked, setPicked] = useState<Place | null>(null);
  const [checking, setChecking] = useState(false);
  const open = picked ?? (roots.state === 'ready' ? (roots.answer.places[0] ?? null) : null);
  const [below] = useAnswer<PlacesAnswer>(open === null ? null : `/api/v1/places?parent=${open.code}&geometry=1`);
  const children = below.state === 'ready' ? below.answer.places : NO_PLACES;
  const [own] = useAnswer<PlacesAnswer>(
    open?.parentCode == null ? null : `/api/v1/places?parent=${open.parentCode}&geometry=1`,
  );
  const self =
    own.state === 'ready' && own.fresh ? own.answer.places.find(({ code }) => code === open?.code) : undefined;
  const areas = useMemo((): MapArea[] => {
    const drawn = children.length > 0 ? children : self === undefined ? [] : [self];
    return drawn.flatMap((place) => {
      const geometry = geometryOf(place);
      return geometry === null ? [] : [{ code: place.code, geometry, fill: null }];
    });
  }, [children, self]);
  const labels = useMemo(
    (): MapLabel[] =>
      children.length > MOST_NAMES
        ? []
        : children.map((place) => ({
            key: place.code,
            lon: place.lon,
            lat: place.lat,
            text: shortNameIn(language, place),
          })),
    [children, language],
  );
  const pick = (code: string): void => {
    const place = children.find((child) => child.code === code);
    if (place !== undefined) setPicked(place);
  };
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <button
          type="button"
          className={parts.button}
          aria-pressed={checking}
          onClick={() => setChecking(!checking)}
          data-testid="check-outlines"
        >
          {t(checking ? 'showPlaces' : 'check')}
        </button>
        <BringLink kind="places" />
      </PageHead>
      {roots.state !== 'ready' ? (
        <Waiting asked={roots} again={again} />
      ) : (
        <div className={styles.panes} data-checking={checking}>
          <PlaceTree roots={roots.answer.places} open={open?.code ?? null} onOpen={setPicked} />
          {checking && open !== null ? (
            <OutlineCheck key={open.code} place={open} below={children} />
          ) : (
            <AreaMap
              label={t('map')}
              areas={areas}
              labels={labels}
              chosen={open?.code ?? null}
              onChoose={pick}
              className={styles.map ?? ''}
            />
          )}
          {open !== null && !checking && (
            <PlaceFacts
              place={open}
              below={below.state === 'ready' && below.fresh ? children : null}
              onOpen={setPicked}
            />
          )}
        </div>
      )}
    </>
  );
}
