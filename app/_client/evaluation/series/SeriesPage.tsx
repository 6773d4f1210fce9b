'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { OBJECT_KINDS } from '#domain/indicator/indicator.ts';
import type { IndicatorsAnswer, SeriesAnswer } from '#wire/http/evaluation.ts';
import { DataTable, type Column } from '../../frame/DataTable.tsx';
import { PageHead } from '../../frame/PageHead.tsx';
import { usePlaceOfWork } from '../../frame/place-of-work.ts';
import { useAnswer } from '../../frame/use-answer.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import parts from '../../frame/page-parts.module.css';
import { nameIn } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import { FigurePane } from '../figure/FigurePane.tsx';
import { figureUnit } from '../figure/figure-unit.ts';
import { addressOf } from '../question/question.ts';
import { SpanBar } from '../question/SpanBar.tsx';
import { useQuestion } from '../question/use-question.ts';
import styles from './series.module.css';

const SeriesChart = dynamic(() => import('./SeriesChart.tsx'), { ssr: false });
type Point = SeriesAnswer['points'][number];

/** One indicator of one place, department or person, span by span. */
export function SeriesPage() {
  const t = useTranslations('evaluation.series');
  const { language } = useLanguage();
  const { names } = usePlaceOfWork();
  const questioned = useQuestion();
  const { question, ask, also } = questioned;
  const object = OBJECT_KINDS.find((kind) => kind === also('object')) ?? 'place';
  const code = also('code') ?? names.dictionary?.city.code ?? null;
  const indicator = also('indicator') ?? 'R15';
  const [definitions, againDefinitions] = useAnswer<IndicatorsAnswer>('/api/v1/evaluation/indicators');
  const [asked, again] = useAnswer<SeriesAnswer>(
    code === null ? null : addressOf('/api/v1/evaluation/series', question, { object }, { code, indicator }),
  );
  const definition =
    definitions.state === 'ready' ? definitions.answer.indicators.find(({ id }) => id === indicator) : undefined;
  const named =
    code === names.dictionary?.city.code ? names.dictionary?.city : (names.place(code) ?? names.department(code));
  const name = named == null ? (code ?? '') : nameIn(language, named);
  const last = asked.state === 'ready' ? asked.answer.points.at(-1) : undefined;
  const columns = useMemo(
    (): Column<Point>[] => [
      { id: 'span', head: t('span'), width: '6.5rem', cell: ({ span }) => span.label },
      {
        id: 'days',
        head: t('days'),
        width: '15.5rem',
        cell: ({ span }) => `${span.firstDate} – ${span.lastDate}`,
      },
      {
        id: 'value',
        head: definition?.name[language] ?? indicator,
        width: 'minmax(7rem, 1fr)',
        end: true,
        cell: ({ cell }) =>
          cell.text === null ? '–' : `${cell.text}${figureUnit(definition?.unit ?? 'count')}${cell.tooFew ? ' *' : ''}`,
      },
      {
        id: 'numerator',
        head: t('numerator'),
        width: '7rem',
        end: true,
        cell: ({ cell }) => (cell.numerator === null ? '' : countText(cell.numerator)),
      },
      {
        id: 'denominator',
        head: t('denominator'),
        width: '7rem',
        end: true,
        cell: ({ cell }) => (cell.denominator === null ? '' : countText(cell.denominator)),
      },
    ],
    [t, definition, indicator, language],
  );
  return (
    <>
      <PageHead title={t('title')} says={t('says')} />
      <SpanBar asked={questioned} asOf={last?.asOf ?? null} />
      {definitions.state === 'ready' && (
        <div className={parts.bar}>
          <label className={parts.field}>
            {t('indicator')}
            <select
              value={indicator}
              onChange={(event) => ask(question, { indicator: event.target.value })}
              data-testid="indicator"
            >
              {definitions.answer.indicators
                .filter(({ objects, kept, unit }) => kept && unit !== 'grade' && objects.includes(object))
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name[language]}
                  </option>
                ))}
            </select>
          </label>
          {object === 'place' && (
            <label className={parts.field}>
              {t('place')}
              <select
                value={code ?? ''}
                onChange={(event) => ask(question, { code: event.target.value })}
                data-testid="place"
              >
                {names.dictionary !== null && (
                  <option value={names.dictionary.city.code}>{nameIn(language, names.dictionary.city)}</option>
                )}
                {names.districts.map((one) => (
                  <option key={one.code} value={one.code}>
                    {nameIn(language, one)}
                  </option>
                ))}
                {named != null &&
                  names.districts.every((one) => one.code !== code) &&
                  code !== names.dictionary?.city.code && <option value={code ?? ''}>{name}</option>}
              </select>
            </label>
          )}
        </div>
      )}
      {definitions.state !== 'ready' && <Waiting asked={definitions} again={againDefinitions} />}
      {definitions.state === 'ready' && asked.state !== 'ready' && <Waiting asked={asked} again={again} />}
      {definitions.state === 'ready' && asked.state === 'ready' && code !== null && (
        <div className={styles.panes}>
          <div className={styles.left}>
            <SeriesChart
              answer={asked.answer}
              percent={definition?.unit === 'percent'}
              label={t('chart', { indicator: definition?.name[language] ?? indicator, name })}
            />
            <DataTable
              label={t('title')}
              rows={[...asked.answer.points].reverse()}
              columns={columns}
              keyOf={({ span }) => span.label}
              none={t('none')}
              testId="series-table"
            />
          </div>
          <FigurePane
            key={`${code} ${indicator}`}
            figure={{ asked: { object }, code, row: code, role: 'one', name, indicator }}
            cell={last === undefined ? undefined : { ...last.cell, rank: null, rankBefore: null, before: null }}
            definitions={definitions.answer}
            question={question}
          />
        </div>
      )}
    </>
  );
}
