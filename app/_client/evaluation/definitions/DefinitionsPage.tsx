'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { sourceText } from '../../frame/known-sources.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { IndicatorAnswer } from '../figure/figure-unit.ts';
import styles from './definitions.module.css';

/** Every indicator with its formula and source, and the choices made where sources disagree. */
export function DefinitionsPage() {
  const t = useTranslations('evaluation.definitions');
  const { language } = useLanguage();
  const [asked, again] = useAnswer<IndicatorsAnswer>('/api/v1/evaluation/indicators');
  const columns = useMemo(
    (): Column<IndicatorAnswer>[] => [
      { id: 'id', head: t('id'), width: '3.5rem', cell: ({ id }) => id, sortBy: ({ id }) => id },
      {
        id: 'name',
        head: t('name'),
        width: 'minmax(9rem, 1.1fr)',
        cell: ({ name }) => name[language],
        sortBy: ({ name }) => name[language],
      },
      {
        id: 'formula',
        head: t('formula'),
        width: 'minmax(14rem, 2.4fr)',
        cell: ({ formula, meaning }) => (
          <>
            {formula[language]}
            {meaning[language] !== '' && <p className={styles.small}>{meaning[language]}</p>}
          </>
        ),
      },
      {
        id: 'objects',
        head: t('objects'),
        width: 'minmax(6rem, 0.8fr)',
        cell: ({ objects }) => objects.map((one) => t(`object.${one}`)).join(' · '),
      },
      {
        id: 'source',
        head: t('source'),
        width: 'minmax(10rem, 1.4fr)',
        cell: ({ source, confidence, kept }) => (
          <span className={styles.small}>
            {sourceText(source, language)} {confidence === 'unsure' && <span className={parts.tag}>{t('unsure')}</span>}{' '}
            {!kept && <span className={parts.tag}>{t('notKept')}</span>}
          </span>
        ),
      },
    ],
    [t, language],
  );
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      {asked.state !== 'ready' ? (
        <Waiting asked={asked} again={again} />
      ) : (
        <div className={styles.panes}>
          <DataTable
            label={t('title')}
            rows={asked.answer.indicators}
            columns={columns}
            keyOf={({ id }) => id}
            none={t('none')}
            testId="definitions"
          />
          <section aria-label={t('settings')} className={styles.settings} tabIndex={0}>
            <h2>{t('settings')}</h2>
            <p className={parts.note}>{t('settingsSay')}</p>
            <dl>
              {asked.answer.settings.map((setting) => (
                <div key={setting.name}>
                  <dt>{setting.question[language]}</dt>
                  <dd>{setting.choices.find(({ value }) => value === setting.chosen)?.[language] ?? setting.chosen}</dd>
                  <dd className={styles.small}>{setting.basis[language]}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      )}
    </>
  );
}
