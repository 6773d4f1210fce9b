'use client';
import { useTranslations } from 'use-intl';
import type { CaseDetailAnswer } from '#wire/http/case.ts';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { DictionaryStore } from '../../stores/dictionary-store.ts';
import { useSummary } from '../../stores/use-summary.ts';
import { whenText } from '../clock/words.ts';
import { useDesk, useTimeZone } from '../DeskProvider.tsx';
import { useNames } from '../names/use-names.ts';
import { CaseTies } from './CaseTies.tsx';
import { involvedIn } from './people.ts';
import { useEventWords } from './use-event-words.ts';
import { Supporting } from './Supporting.tsx';
import styles from './case.module.css';

/** Who answers for it, what closes it, who reported it, what was done to it how often. */
export function CaseFacts({ detail }: { detail: CaseDetailAnswer }) {
  const t = useTranslations('desk.facts');
  const { picture } = useDesk();
  const { language } = useLanguage();
  const zone = useTimeZone();
  const names = useNames();
  const words = useEventWords();
  const sources = useSummary(picture.dictionary, readSources);
  const { summary, counts, reporter, suspended, responsibilityGrid: grid } = detail;
  const condition = names.condition(summary.categoryKey, summary.conditionNo);
  const source = sources.find(({ id }) => id === summary.source);
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  const people = involvedIn(detail)
    .map(({ name, at, did }) =>
      t('person', { name, did: words(did), when: whenText(at, picture.now(), zone, language) }),
    )
    .join(' · ');
  const facts: (readonly [string, string | null])[] = [
    [t('department'), names.department(summary.department) ?? t('nobodyYet')],
    [t('closesWhen'), condition === null ? null : language === 'zh' ? condition.closeZh : condition.closeEn],
    [
      t('reporter'),
      reporter === null
        ? null
        : `${reporter.name} ${reporter.phone}${detail.reporterMasked ? ` · ${t('masked')}` : ''}`,
    ],
    [t('source'), `${source ? nameIn(language, source) : summary.source} · ${summary.externalId}`],
    [
      t('responsibilityGrid'),
      grid === null ? null : [`${grid.code} ${grid.name[language]}`, grid.person].filter(Boolean).join(' · '),
    ],
    [
      t('suspended'),
      suspended === null
        ? null
        : `${whenText(suspended.since, picture.now(), zone, language)} → ${
            suspended.until === null ? t('open') : whenText(suspended.until, picture.now(), zone, language)
          } · ${suspended.reason}`,
    ],
    [
      t('counts'),
      told.map(([what, count]) => t(`count.${what as keyof typeof counts}`, { count })).join(' · ') || t('countsNone'),
    ],
    [t('people'), people || null],
    [t('anomalies'), detail.anomalies.map((anomaly) => t(`anomaly.${anomaly}`)).join(' · ') || null],
  ];
  return (
    <section className={styles.facts} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <dl>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        <Supporting detail={detail} />
        <CaseTies detail={detail} />
      </dl>
    </section>
  );
}

const NO_SOURCES: readonly never[] = [];

function readSources(names: DictionaryStore) {
  return names.value?.sources ?? NO_SOURCES;
}
