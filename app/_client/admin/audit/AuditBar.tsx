'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AUDIT_RESULTS } from '#wire/http/audit.ts';
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
  const day = (name: 'from' | 'until') => (
    <label className={parts.field}>
      {t(name)}
      <input
        type="date"
        value={question[name]}
        onChange={(event) => set({ [name]: event.target.value })}
        data-testid={name}
      />
    </label>
  );
  return (
    <div className={`${parts.bar} ${styles.bar ?? ''}`}>
      <TypedField
        label={t('who')}
        hint={t('whoHint')}
        value={question.who}
        onTyped={(who) => set({ who })}
        name="who"
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
        name="subject"
      />
      <ChoiceField
        label={t('result.label')}
        value={question.result}
        all={t('all')}
        choices={AUDIT_RESULTS.map((value) => ({ value, name: t(`result.${value}`) }))}
        onChoose={(result) => set({ result })}
        testId="result"
      />
      {day('from')}
      {day('until')}
      <button type="button" className={parts.button} onClick={() => onChange(NO_QUESTION)}>
        {t('clear')}
      </button>
    </div>
  );
}

const AFTER_MS = 350;

/** A text that is asked about when the typing pauses. */
function TypedField(props: {
  label: string;
  hint: string;
  value: string;
  onTyped: (words: string) => void;
  name: string;
}) {
  const { label, hint, value, onTyped, name } = props;
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onTyped(typed), AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onTyped]);
  return (
    <label className={parts.field}>
      {label}
      <input
        type="search"
        value={typed}
        placeholder={hint}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        data-testid={name}
      />
    </label>
  );
}
