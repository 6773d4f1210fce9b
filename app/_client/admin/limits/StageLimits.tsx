'use client';
import { useTranslations } from 'use-intl';
import { limitText } from '#domain/clock/words.ts';
import { sourceText } from '../../frame/known-sources.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { BringLink } from '../BringLink.tsx';
import { nameOr } from '../names.ts';
import { runsThrough } from './limit-rows.ts';
import { districtsWithLimits, stageRows, type StageLimitAnswer } from './stage-rows.ts';
import styles from './limits.module.css';

/** How long a case may wait in each stage of the centres: the city's limit, and those of districts with their own. */
export function StageLimits({ limits }: { limits: readonly StageLimitAnswer[] }) {
  const t = useTranslations('admin.limits');
  const stages = useTranslations('common.stage');
  const { language } = useLanguage();
  const { names } = usePlaceOfWork();
  const districts = districtsWithLimits(limits);
  const placeName = (code: string): string => {
    const place = names.dictionary?.places.find((one) => one.code === code);
    return place === undefined ? code : nameOr(language, place);
  };
  return (
    <section className={styles.stages} aria-label={t('stageTitle')} data-testid="stage-limits">
      <header>
        <h2>{t('stageTitle')}</h2>
        <p>{t('stageSays')}</p>
        <BringLink kind="stage-limits" />
      </header>
      {limits.length === 0 ? (
        <p>{t('noStages')}</p>
      ) : (
        <div className={styles.stagesBox} tabIndex={0} role="region" aria-label={t('stageTitle')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('stage')}</th>
                <th scope="col">{t('city')}</th>
                <th scope="col">{t('measure')}</th>
                {districts.map((code) => (
                  <th key={code} scope="col">
                    {placeName(code)}
                  </th>
                ))}
                <th scope="col">{t('source')}</th>
              </tr>
            </thead>
            <tbody>
              {stageRows(limits).map(({ stage, city, districts: own }) => (
                <tr key={stage}>
                  <th scope="row">{stage === 'dispose' ? stage : stages(stage)}</th>
                  <td>{city === null ? t('noLimit') : limitText(city.limit, language)}</td>
                  <td className={styles.measure}>{city !== null && measureOf(city, t)}</td>
                  {districts.map((code) => {
                    const limit = own.get(code);
                    return (
                      <td
                        key={code}
                        data-own={limit !== undefined || undefined}
                        title={limit && sourceText(limit.source, language)}
                      >
                        {limit === undefined ? t('asCity') : limitText(limit.limit, language)}
                      </td>
                    );
                  })}
                  <td>{sourceText(city?.source ?? '', language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function measureOf({ limit }: StageLimitAnswer, t: (key: 'allTime' | 'workingTime') => string): string {
  return runsThrough(limit) ? t('allTime') : t('workingTime');
}
