'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { nameOr } from '../names.ts';
import { areaText } from './area-text.ts';
import type { Place } from './place-answers.ts';
import styles from './places.module.css';

/** What is known of a place, and the places right below it; null while they are asked for. */
export function PlaceFacts({
  place,
  below,
  onOpen,
}: {
  place: Place;
  below: readonly Place[] | null;
  onOpen: (place: Place) => void;
}) {
  const t = useTranslations('admin.places');
  const { language } = useLanguage();
  const columns = useMemo(
    (): Column<Place>[] => [
      {
        id: 'code',
        head: t('code'),
        width: place.level === 'community' ? '9.5rem' : place.level === 'subdistrict' ? '7.5rem' : '5rem',
        cell: ({ code }) => code,
        sortBy: ({ code }) => code,
      },
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(7rem, 1fr)',
        sortBy: (one) => nameOr(language, one),
        cell: (one) => (
          <button type="button" className={parts.link} onClick={() => onOpen(one)}>
            {nameOr(language, one)}
          </button>
        ),
      },
      {
        id: 'area',
        head: t('area'),
        width: '5.5rem',
        end: true,
        cell: ({ areaM2 }) => areaText(areaM2),
        sortBy: ({ areaM2 }) => areaM2,
      },
    ],
    [t, language, place.level, onOpen],
  );
  return (
    <section className={styles.facts} aria-label={nameOr(language, place)} data-testid="place-facts">
      <h2>{nameOr(language, place)}</h2>
      <p className={styles.other}>{language === 'zh' ? place.nameEn : place.nameZh}</p>
      <dl>
        <dt>{t('levelHead')}</dt>
        <dd>{t(`level.${place.level}`)}</dd>
        <dt>{t('code')}</dt>
        <dd>{place.code}</dd>
        <dt>{t('area')}</dt>
        <dd>{areaText(place.areaM2)}</dd>
        <dt>{t('centre')}</dt>
        <dd>
          {place.lon.toFixed(5)}, {place.lat.toFixed(5)}
        </dd>
        {place.population !== null && (
          <>
            <dt>{t('population')}</dt>
            <dd>{countText(place.population)}</dd>
          </>
        )}
        {place.hosting !== null && (
          <>
            <dt>{t('hostingHead')}</dt>
            <dd>{t(`hosting.${place.hosting}`)}</dd>
          </>
        )}
        <dt>{t('outline')}</dt>
        <dd>{place.approximate ? <span className={parts.tag}>{t('approximate')}</span> : t('published')}</dd>
      </dl>
      {below !== null && below.length > 0 && (
        <>
          <h3>{t('below', { count: countText(below.length) })}</h3>
          <DataTable
            label={t('below', { count: countText(below.length) })}
            rows={below}
            columns={columns}
            keyOf={({ code }) => code}
            none={t('nothingBelow')}
          />
        </>
      )}
    </section>
  );
}
