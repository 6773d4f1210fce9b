'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AuditAnswer, AuditFacts } from '#wire/http/audit.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Pager } from '../../frame/Pager.tsx';
import panes from '../../frame/panes.module.css';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { AuditBar } from './AuditBar.tsx';
import { auditAddress, exportAddress, NO_QUESTION, type AuditQuestion } from './audit-question.ts';
import { AuditTable } from './AuditTable.tsx';
import { ChainBox } from './ChainBox.tsx';
import { LinePane } from './LinePane.tsx';

/** The audit, page by page, one line whole, and whether the chain holds. */
export function AuditPage() {
  const t = useTranslations('audit');
  const { timeZone } = usePlaceOfWork();
  const [question, setQuestion] = useState<AuditQuestion>(NO_QUESTION);
  /** Ends of the pages before this one. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [facts] = useAnswer<AuditFacts>('/api/v1/audit/facts');
  const [page, again] = useAnswer<AuditAnswer>(auditAddress(question, trail.at(-1) ?? null, timeZone));
  const known = facts.state === 'ready' ? facts.answer : null;
  const answer = page.state === 'ready' ? page.answer : null;
  const line = answer?.lines.find(({ no }) => no === chosen) ?? null;
  const change = (next: AuditQuestion): void => {
    setQuestion(next);
    setTrail([]);
  };
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <a className={parts.button} href={exportAddress(question, timeZone)} download data-testid="export">
          {t('export')}
        </a>
      </PageHead>
      <ChainBox keptDays={known === null ? null : known.keptDays} />
      <AuditBar question={question} acts={known?.acts ?? []} onChange={change} />
      {answer === null ? (
        <Waiting asked={page.state === 'failed' ? page : { state: 'asking' }} again={again} />
      ) : (
        <div className={panes.panes} data-open={line !== null}>
          <div className={panes.left} aria-busy={page.state === 'ready' && !page.fresh}>
            <AuditTable lines={answer.lines} chosen={chosen} onChoose={setChosen} />
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
          {line !== null && <LinePane line={line} onClose={() => setChosen(null)} />}
        </div>
      )}
    </>
  );
}
