'use client';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ComponentSearchAnswer, RegisterSummaryAnswer } from '#wire/http/component.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { Pager } from '../../frame/Pager.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { Empty, Waiting } from '../../frame/Waiting.tsx';
import panes from '../../frame/panes.module.css';
import { countText } from '../../i18n/numbers.ts';
import { BringLink } from '../BringLink.tsx';
import { ComponentPane } from './ComponentPane.tsx';
import { DistrictMap } from './DistrictMap.tsx';
import { NO_FILTER, PAGE, registerAddress, type RegisterFilter } from './register-question.ts';
import { RegisterBar } from './RegisterBar.tsx';
import { RegisterTable } from './RegisterTable.tsx';

/** The register of components, page by page, and one of them with its history. */
export function ComponentsPage() {
  const t = useTranslations('register');
  const [filter, setFilter] = useState<RegisterFilter>(NO_FILTER);
  /** Ends of the pages before this one. */
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [summary, againSummary] = useAnswer<RegisterSummaryAnswer>('/api/v1/components/summary');
  const [page, again] = useAnswer<ComponentSearchAnswer>(registerAddress(filter, trail.at(-1) ?? null));
  const changeFilter = useCallback((next: RegisterFilter) => {
    setFilter(next);
    setTrail([]);
  }, []);
  const answer = page.state === 'ready' ? page.answer : null;
  const known = summary.state === 'ready' ? summary.answer : null;
  const first = trail.length * PAGE;
  const shown =
    answer === null
      ? ''
      : answer.total === 0
        ? t('noneShown')
        : t('shown', {
            from: countText(first + 1),
            to: countText(first + answer.components.length),
            total: countText(answer.total),
          });
  return (
    <>
      <PageHead title={t('title')} says={t('says')}>
        <BringLink kind="components" />
      </PageHead>
      {summary.state !== 'ready' ? (
        <Waiting asked={summary} again={againSummary} />
      ) : summary.answer.total === 0 ? (
        <Empty>{t('empty')}</Empty>
      ) : (
        <>
          <RegisterBar filter={filter} summary={known} shown={shown} onFilter={changeFilter} />
          <div className={panes.panes} data-open>
            <div className={panes.left} aria-busy={page.state === 'ready' && !page.fresh}>
              {answer === null ? (
                <Waiting asked={page.state === 'failed' ? page : { state: 'asking' }} again={again} />
              ) : (
                <RegisterTable rows={answer.components} chosen={chosen} onChoose={setChosen} />
              )}
              <Pager
                trail={trail}
                next={answer?.next ?? null}
                onTrail={setTrail}
                words={{ before: t('before'), after: t('after') }}
              >
                {summary.answer.simulated > 0 && (
                  <span>{t('simulatedCount', { count: countText(summary.answer.simulated) })}</span>
                )}
              </Pager>
            </div>
            {chosen === null ? (
              <DistrictMap
                summary={summary.answer}
                chosen={filter.district}
                onChoose={(district) =>
                  changeFilter({ ...filter, district: district === filter.district ? '' : district })
                }
              />
            ) : (
              <ComponentPane key={chosen} code={chosen} onClose={() => setChosen(null)} />
            )}
          </div>
        </>
      )}
    </>
  );
}
