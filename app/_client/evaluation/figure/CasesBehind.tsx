'use client';
import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CASE_PARTS, type EvaluationCasesAnswer } from '#wire/http/evaluation.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { dayAndMinuteText } from '../../i18n/instants.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { addressOf, type Question } from '../question/question.ts';
import type { OpenFigure } from './open-figure.ts';
import styles from './figure.module.css';

type Part = (typeof CASE_PARTS)[number];

/** The cases that a figure counts, by what they are in it; each opens on the desk. */
export function CasesBehind({ figure, question, ratio }: { figure: OpenFigure; question: Question; ratio: boolean }) {
  const t = useTranslations('evaluation.figure');
  const shown = CASE_PARTS.filter((part) => ratio || part !== 'denominator');
  return (
    <section aria-label={t('cases')}>
      <h3>{t('cases')}</h3>
      <Tabs.Root defaultValue="numerator">
        <Tabs.List className={styles.parts}>
          {shown.map((part) => (
            <Tabs.Tab key={part} value={part} data-testid={`cases-${part}`}>
              {ratio || part === 'excluded' ? t(`casePart.${part}`) : t('casePart.counted')}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((part) => (
          <Tabs.Panel key={part} value={part}>
            <CaseList figure={figure} question={question} part={part} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  );
}

function CaseList({ figure, question, part }: { figure: OpenFigure; question: Question; part: Part }) {
  const t = useTranslations('evaluation.figure');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const [cursor, setCursor] = useState<string | null>(null);
  const [asked, again] = useAnswer<EvaluationCasesAnswer>(
    addressOf('/api/v1/evaluation/cases', question, figure.asked, {
      code: figure.code,
      indicator: figure.indicator,
      part,
      ...(cursor !== null && { cursor }),
    }),
  );
  if (asked.state !== 'ready') return <Waiting asked={asked} again={again} />;
  const { facts, total, nextCursor } = asked.answer;
  if (total === 0) return <p className={parts.note}>{t('noCases')}</p>;
  const when = (at: number): string => dayAndMinuteText(at, timeZone, language);
  return (
    <>
      <p className={parts.note} data-testid="cases-total">
        {t('casesTotal', { count: countText(total) })}
      </p>
      <ul className={styles.cases} data-testid="cases">
        {facts.map((fact, index) => (
          <li key={`${fact.caseId} ${fact.enteredAt} ${index}`}>
            <a href={`/desk?case=${encodeURIComponent(fact.number)}`}>{fact.number}</a>
            {fact.late && <span className={styles.late}>{t('late')}</span>}
            {fact.why !== null && <span className={styles.late}>{t(`left.${fact.why}`)}</span>}
            <p>{fact.address}</p>
            <p>
              {t('entered', { at: when(fact.enteredAt) })}
              {fact.dueAt !== null && ` · ${t('due', { at: when(fact.dueAt) })}`}
              {fact.endedAt !== null && ` · ${t('ended', { at: when(fact.endedAt) })}`}
            </p>
          </li>
        ))}
      </ul>
      {nextCursor !== null && (
        <button type="button" className={parts.link} onClick={() => setCursor(nextCursor)}>
          {t('more')}
        </button>
      )}
    </>
  );
}
