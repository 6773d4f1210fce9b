'use client';
import { useTranslations } from 'use-intl';
import { THRESHOLDS } from '#domain/alert/alert.ts';
import { covers } from '#domain/account/scope.ts';
import { ACT_WORDS, ALERT_WORDS, HISTORY_KINDS, type HistoryWord } from '#wire/http/history.ts';
import { DayField, TypedField } from '../frame/asked-fields.tsx';
import { ChoiceField } from '../frame/filter-fields.tsx';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import parts from '../frame/page-parts.module.css';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { nameIn } from '../i18n/language.ts';
import { NO_QUESTION, type HistoryQuestion } from './history-question.ts';
import styles from './history.module.css';

type Props = { question: HistoryQuestion; onChange: (next: HistoryQuestion) => void };

/** By what the history is narrowed: alerts or acts, which, whose, where, which case, which days. */
export function HistoryBar({ question, onChange }: Props) {
  const t = useTranslations('shift.history');
  const { names, me } = usePlaceOfWork();
  const { language } = useLanguage();
  const set = (change: Partial<HistoryQuestion>): void => onChange({ ...question, ...change });
  const words: readonly HistoryWord[] = question.kind === 'alerts' ? ALERT_WORDS : ACT_WORDS;
  return (
    <div className={parts.bar}>
      <div className={styles.kinds} role="group" aria-label={t('kindLabel')}>
        {HISTORY_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={question.kind === kind}
            onClick={() => set({ kind, what: '', threshold: '' })}
            data-testid={`kind-${kind}`}
          >
            {t(`kind.${kind}`)}
          </button>
        ))}
      </div>
      <ChoiceField
        label={t('what')}
        value={question.what}
        all={t('any')}
        choices={words.map((value) => ({ value, name: t(`word.${question.kind}.${value}` as 'word.alerts.raised') }))}
        onChoose={(what) => set({ what })}
        testId="what"
      />
      {question.kind === 'alerts' && (
        <ChoiceField
          label={t('alert')}
          value={question.threshold}
          all={t('any')}
          choices={THRESHOLDS.map((value) => ({ value, name: t(`threshold.${value}`) }))}
          onChoose={(threshold) => set({ threshold })}
          testId="threshold"
        />
      )}
      <TypedField label={t('who')} value={question.who} most={60} onTyped={(who) => set({ who })} testId="who" />
      <TypedField
        label={t('case')}
        value={question.caseNumber}
        most={60}
        onTyped={(caseNumber) => set({ caseNumber })}
        testId="case"
      />
      <ChoiceField
        label={t('place')}
        value={question.place}
        all={t('any')}
        choices={names.districts
          .filter(({ code }) => covers(me.scope, code))
          .map((place) => ({ value: place.code, name: nameIn(language, place) }))}
        onChoose={(place) => set({ place })}
        testId="place"
      />
      <DayField label={t('from')} value={question.from} onChange={(from) => set({ from })} testId="from" />
      <DayField label={t('until')} value={question.until} onChange={(until) => set({ until })} testId="until" />
      <button type="button" className={parts.button} onClick={() => onChange({ ...NO_QUESTION, kind: question.kind })}>
        {t('clear')}
      </button>
    </div>
  );
}
