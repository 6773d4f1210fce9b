'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HistoryAnswer } from '#wire/http/history.ts';
import { PageHead } from '../frame/PageHead.tsx';
import { Pager } from '../frame/Pager.tsx';
import { usePlaceOfWork } from '../frame/place-of-work.ts';
import { useAnswer } from '../frame/use-answer.ts';
import { Waiting } from '../frame/Waiting.tsx';
import parts from '../frame/page-parts.module.css';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { isoDayText, secondText } from '../i18n/instants.ts';
import { HistoryBar } from './HistoryBar.tsx';
import { exportAddress, historyAddress, NO_QUESTION, type HistoryQuestion } from './history-question.ts';
import { HistoryTable } from './HistoryTable.tsx';
import styles from './history.module.css';

/** What happened to alerts and who did what, searched and taken away as a file; from each line to how it was then. */
export function HistoryPage() {
  const t = useTranslations('shift.history');
  const { timeZone } = usePlaceOfWork();
  const { language } = useLanguage();
  const named = useSearchParams().get('case') ?? '';
  const [question, setQuestion] = useState<HistoryQuestion>({ ...NO_QUESTION, caseNumber: named });
  /** Ends of the pages before this one. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [page, again] = useAnswer<HistoryAnswer>(historyAddress(question, trail.at(-1) ?? null, timeZone));
  const answer = page.state === 'ready' ? page.answer : null;
  const back = answer?.lookedBackTo ?? null;
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        {(['csv', 'xlsx'] as const).map((format) => (
          <a
            key={format}
            className={parts.button}
            href={exportAddress(question, format, language, timeZone)}
            download
            data-testid={`export-${format}`}
          >
            {format.toUpperCase()}
          </a>
        ))}
      </PageHead>
      <HistoryBar
        question={question}
        onChange={(next) => {
          setQuestion(next);
          setTrail([]);
        }}
      />
      {answer === null ? (
        <Waiting asked={page.state === 'failed' ? page : { state: 'asking' }} again={again} />
      ) : (
        <div className={styles.lines} aria-busy={page.state === 'ready' && !page.fresh}>
          <HistoryTable lines={answer.lines} />
          {back !== null && (
            <p className={parts.note} role="status">
              {t('lookedBack', { at: `${isoDayText(back, timeZone)} ${secondText(back, timeZone)}` })}
            </p>
          )}
          <Pager
            trail={trail}
            next={answer.nextCursor}
            onTrail={setTrail}
            words={{ before: t('newer'), after: t('older') }}
          >
            <button type="button" className={parts.button} onClick={again}>
              {t('again')}
            </button>
          </Pager>
        </div>
      )}
    </>
  );
}
