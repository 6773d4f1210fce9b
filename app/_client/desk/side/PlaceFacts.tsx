'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import type { Dictionary } from '#wire/dictionary.ts';
import { shortDayText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { percentText } from '../../i18n/numbers.ts';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useStored, useSummary } from '../../stores/use-summary.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import styles from './side.module.css';

const FIGURES_EVERY_MS = 1_000;
const NO_PLACES: Dictionary['places'] = [];

/** How the place does, today or on the last day that had enough due: its subdistrict and its district. */
export function PlaceFacts({ summary }: { summary: CaseDetailAnswer['summary'] }) {
  const t = useTranslations('desk.place');
  const { picture } = useDesk();
  const names = useNames();
  const { language } = useLanguage();
  const timeZone = useTimeZone();
  const counts = useStored(picture.places, FIGURES_EVERY_MS);
  const figures = useStored(picture.figures, FIGURES_EVERY_MS);
  const places = useSummary(picture.dictionary, readPlaces);
  const { districtCode, subdistrictCode, inside } = summary.place;
  const ordinal = places.findIndex(({ code }) => code === subdistrictCode);
  const district = figures?.places.find(({ code }) => code === districtCode);
  const approximate = places[ordinal]?.approximate === true;
  return (
    <section className={styles.block} aria-label={t('title')} data-testid="place-facts">
      <h2>{t('title')}</h2>
      <dl>
        {ordinal >= 0 && counts !== null && (
          <div>
            <dt>{names.place(subdistrictCode)}</dt>
            <dd>
              {t('counts', {
                open: counts.open[ordinal] ?? 0,
                timedOut: counts.timedOut[ordinal] ?? 0,
                soon: counts.warned[ordinal] ?? 0,
              })}
            </dd>
          </div>
        )}
        {district !== undefined && (
          <div>
            <dt>{names.place(districtCode)}</dt>
            <dd>
              {t('district', { open: district.open, timedOut: district.timedOut })}
              {' · '}
              {figures === null || district.onTime.rate === null
                ? t('noRate')
                : t(figures.standing.today ? 'rate' : 'rateOf', {
                    day: shortDayText(figures.standing.dayStart, timeZone, language),
                    rate: percentText(district.onTime.rate),
                    onTime: district.onTime.onTime,
                    due: district.onTime.due,
                  })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('grid')}</dt>
          <dd>{summary.place.gridCode ?? (inside ? t('noGrid') : t('outside'))}</dd>
        </div>
        {summary.position !== null && (
          <div>
            <dt>{t('position')}</dt>
            <dd>
              {summary.position.lon.toFixed(5)}, {summary.position.lat.toFixed(5)}
            </dd>
          </div>
        )}
      </dl>
      {approximate && <p className={styles.none}>{t('approximate')}</p>}
    </section>
  );
}

function readPlaces(names: DictionaryStore): Dictionary['places'] {
  return names.value?.places ?? NO_PLACES;
}
