'use client';
import { useTranslations } from 'use-intl';
import type { IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { GRADES } from '#domain/indicator/grade.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { boundsOf, sampleOf, type SettingsDraft } from './settings-draft.ts';
import styles from './indicators.module.css';

type Props = { definitions: IndicatorsAnswer; draft: SettingsDraft; onDraft: (draft: SettingsDraft) => void };

/** Every question that sources answer differently, with its choices, what it rests on and what it touches. */
export function SettingList({ definitions, draft, onDraft }: Props) {
  const t = useTranslations('indicators');
  const { language } = useLanguage();
  return (
    <div className={styles.list} tabIndex={0} role="group" aria-label={t('title')} data-testid="indicator-settings">
      {definitions.settings.map(({ name, question, basis, choices }) => {
        const defined = definitions.indicators.filter(({ setting }) => setting === name);
        const affects = defined.length === 0 ? t('affectsAll') : defined.map((one) => one.name[language]).join(' · ');
        return (
          <fieldset key={name}>
            <legend>{question[language]}</legend>
            {choices.map((choice, at) => (
              <label key={choice.value} className={styles.choice}>
                <input
                  type="radio"
                  name={name}
                  checked={draft.choices[name] === choice.value}
                  onChange={() => onDraft({ ...draft, choices: { ...draft.choices, [name]: choice.value } })}
                  data-testid={`${name}-${choice.value}`}
                />
                <span>
                  {choice[language]} {at === 0 && <span className={parts.tag}>{t('usual')}</span>}
                </span>
              </label>
            ))}
            <p className={parts.note}>{t('basis', { text: basis[language] })}</p>
            <p className={parts.note}>{t('affects', { text: affects })}</p>
          </fieldset>
        );
      })}
      <fieldset>
        <legend>{t('grades')}</legend>
        <p className={styles.bounds}>
          {draft.grades.map((bound, at) => (
            <label key={GRADES[at]}>
              {GRADES[at]}
              <input
                inputMode="decimal"
                value={bound}
                aria-invalid={boundsOf(draft.grades) === null}
                onChange={(event) =>
                  onDraft({ ...draft, grades: draft.grades.map((old, of) => (of === at ? event.target.value : old)) })
                }
                data-testid={`grade-${GRADES[at]}`}
              />
            </label>
          ))}
        </p>
        {boundsOf(draft.grades) === null && <p role="alert">{t('gradesWrong')}</p>}
        <p className={parts.note}>{t('basis', { text: t('gradesBasis') })}</p>
      </fieldset>
      <fieldset>
        <legend>{t('leastSample')}</legend>
        <p className={styles.bounds}>
          <label>
            <input
              inputMode="numeric"
              aria-label={t('leastSample')}
              value={draft.leastSample}
              aria-invalid={sampleOf(draft.leastSample) === null}
              onChange={(event) => onDraft({ ...draft, leastSample: event.target.value })}
              data-testid="least-sample"
            />
          </label>
        </p>
        {sampleOf(draft.leastSample) === null && <p role="alert">{t('leastSampleWrong')}</p>}
        <p className={parts.note}>{t('leastSampleBasis')}</p>
      </fieldset>
    </div>
  );
}
