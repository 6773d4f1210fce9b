'use client';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { EvaluationAnswer, EvaluationRow, IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { PageHead } from '../../frame/PageHead.tsx';
import { useAnswer } from '../../frame/use-answer.ts';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { FigurePane } from '../figure/FigurePane.tsx';
import type { OpenFigure } from '../figure/open-figure.ts';
import { addressOf, type Asked } from '../question/question.ts';
import { SpanBar } from '../question/SpanBar.tsx';
import type { Questioned } from '../question/use-question.ts';
import { ExportLinks } from './ExportLinks.tsx';
import { FigureTable } from './FigureTable.tsx';
import styles from './tables.module.css';

/** As many as a page of the league takes: every community of a large city. */
const MOST_ROWS = 2_000;

type Props = {
  title: string;
  says: string;
  questioned: Questioned;
  asked: Asked & { readonly indicators: readonly string[] };
  /** More to choose by, beside the span. */
  choices?: ReactNode;
  onRow?: (row: EvaluationRow) => void;
  /** What stands at the side while no figure is open. */
  beside?: (answer: EvaluationAnswer, by: string) => ReactNode;
};

/** A page of figures: the span, the league, and the figure that is taken apart. */
export function FiguresView({ title, says, questioned, asked, choices, onRow, beside }: Props) {
  const t = useTranslations('evaluation.table');
  const { language } = useLanguage();
  const { question } = questioned;
  const [by, setBy] = useState<string | null>(null);
  const ranked = by !== null && asked.indicators.includes(by) ? by : (asked.indicators[0] ?? '');
  const [figures, again] = useAnswer<EvaluationAnswer>(
    addressOf('/api/v1/evaluation', question, asked, { sort: ranked, limit: String(MOST_ROWS) }),
  );
  const [definitions, againDefinitions] = useAnswer<IndicatorsAnswer>('/api/v1/evaluation/indicators');
  const [open, setOpen] = useState<OpenFigure | null>(null);
  const { object, parent } = asked;
  const { me } = usePlaceOfWork();
  const onFigure = useCallback(
    ({ role, code, name }: EvaluationRow, indicator: string) => {
      // The sum of all, whoever they are, is the figure of the place that holds them.
      const whose =
        role === 'total'
          ? { asked: { object: 'place' as const }, code: parent ?? me.scope }
          : { asked: { object, ...(object !== 'place' && { parent: parent ?? null }) }, code };
      setOpen({ ...whose, role, row: code, name: name[language], indicator });
    },
    [object, parent, me.scope, language],
  );
  const answer = figures.state === 'ready' ? figures.answer : null;
  const openRow =
    answer === null || open === null
      ? undefined
      : [answer.total, ...answer.rows].find(({ role, code }) => role === open.role && code === open.row);
  return (
    <>
      <PageHead title={title} says={says}>
        <ExportLinks question={question} asked={asked} />
      </PageHead>
      <SpanBar asked={questioned} asOf={answer?.asOf ?? null} />
      <div className={parts.bar}>
        {choices}
        {definitions.state === 'ready' && (
          <label className={parts.field}>
            {t('by')}
            <select value={ranked} onChange={(event) => setBy(event.target.value)} data-testid="rank-by">
              {asked.indicators.map((id) => (
                <option key={id} value={id}>
                  {definitions.answer.indicators.find((one) => one.id === id)?.name[language] ?? id}
                </option>
              ))}
            </select>
          </label>
        )}
        {answer !== null && (
          <span className={parts.count} role="status">
            {t('rows', { count: answer.totalRows })}
          </span>
        )}
      </div>
      {figures.state !== 'ready' && <Waiting asked={figures} again={again} />}
      {figures.state === 'ready' && definitions.state !== 'ready' && (
        <Waiting asked={definitions} again={againDefinitions} />
      )}
      {figures.state === 'ready' && definitions.state === 'ready' && (
        <>
          <div
            className={`${styles.panes} ${figures.fresh ? '' : styles.stale}`}
            aria-busy={!figures.fresh}
            data-open={open !== null}
            data-map={open === null && beside !== undefined}
          >
            <div className={styles.left}>
              <FigureTable
                label={title}
                answer={figures.answer}
                definitions={definitions.answer}
                by={ranked}
                onFigure={onFigure}
                {...(onRow !== undefined && { onRow })}
              />
            </div>
            {open !== null ? (
              <FigurePane
                key={`${open.code} ${open.indicator}`}
                figure={open}
                cell={openRow?.cells[open.indicator]}
                definitions={definitions.answer}
                question={question}
                onClose={() => setOpen(null)}
              />
            ) : (
              beside?.(figures.answer, ranked)
            )}
          </div>
          <p className={styles.foot}>
            {t('foot', { least: definitions.answer.leastSample, before: figures.answer.before.label })}
          </p>
        </>
      )}
    </>
  );
}
