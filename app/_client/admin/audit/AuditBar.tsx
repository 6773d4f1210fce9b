'use client';
import { useTranslations } from 'use-intl';
import { AUDIT_RESULTS } from '#wire/http/audit.ts';
import { DayField, TypedField } from '../../frame/asked-fields.tsx';
import { ChoiceField } from '../../frame/filter-fields.tsx';
import parts from '../../frame/page-parts.module.css';
import { actChoices, useActName } from './act-words.ts';
import { NO_QUESTION, type AuditQuestion } from './audit-question.ts';
import styles from './audit.module.css';

type Props = { question: AuditQuestion; acts: readonly string[]; onChange: (next: AuditQuestion) => void };

/** By what the audit is narrowed: who, which act, what it was done to, how it ended, which days. */
export function AuditBar({ question, acts, onChange }: Props) {
  const t = useTranslations('audit');
  const nameOf = useActName();
  const set = (change: Partial<AuditQuestion>): void => onChange({ ...question, ...change });
  return (
    <div className={`${parts.bar} ${styles.bar ?? ''}`}>
      <TypedField
        label={t('who')}
        hint={t('whoHint')}
        value={question.who}
        onTyped={(who) => set({ who })}
        most={120}
        testId="who"
      />
      <ChoiceField
        label={t('act.label')}
        value={question.act}
        all={t('all')}
        choices={actChoices(acts).map((value) => ({ value, name: nameOf(value) }))}
        onChoose={(act) => set({ act })}
        testId="act"
      />
      <TypedField
        label={t('subject')}
        hint={t('subjectHint')}
        value={question.subject}
        onTyped={(subject) => set({ subject })}
        most={120}
        testId="subject"
      />
      <ChoiceField
        label={t('result.label')}
        value={question.result}
        all={t('all')}
        choices={AUDIT_RESULTS.map((value) => ({ value, name: t(`result.${value}`) }))}
        onChoose={(result) => set({ result })}
        testId="result"
      />
      <DayField label={t('from')} value={question.from} onChange={(from) => set({ from })} testId="from" />
      <DayField label={t('until')} value={question.until} onChange={(until) => set({ until })} testId="until" />
      <button type="button" className={parts.button} onClick={() => onChange(NO_QUESTION)}>
        {t('clear')}
      </button>
    </div>
  );
}
