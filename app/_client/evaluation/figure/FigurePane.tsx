'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { EvaluationCell, IndicatorsAnswer } from '#wire/http/evaluation.ts';
import { sourceText } from '../../frame/known-sources.ts';
import parts from '../../frame/page-parts.module.css';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { countText } from '../../i18n/numbers.ts';
import type { Question } from '../question/question.ts';
import { searchOf } from '../question/question.ts';
import { CasesBehind } from './CasesBehind.tsx';
import { figureUnit, type IndicatorAnswer } from './figure-unit.ts';
import type { OpenFigure } from './open-figure.ts';
import styles from './figure.module.css';

type Props = {
  figure: OpenFigure;
  cell: EvaluationCell | undefined;
  definitions: IndicatorsAnswer;
  question: Question;
  /** Without it the pane stays. */
  onClose?: () => void;
};

/** A figure taken apart: what it is, how it is computed, from what, by which source, and the cases behind it. */
export function FigurePane({ figure, cell, definitions, question, onClose }: Props) {
  const t = useTranslations('evaluation.figure');
  const { language } = useLanguage();
  const definition = definitions.indicators.find(({ id }) => id === figure.indicator);
  if (definition === undefined) return null;
  const series = new URLSearchParams({
    ...Object.fromEntries(searchOf(question)),
    object: figure.asked.object,
    code: figure.code,
    indicator: figure.indicator,
  });
  return (
    <aside className={styles.pane} aria-label={t('title')} data-testid="figure">
      <header>
        <h2>{definition.name[language]}</h2>
        {onClose !== undefined && (
          <button type="button" className={parts.link} onClick={onClose}>
            {t('close')}
          </button>
        )}
      </header>
      <p className={styles.whose}>{figure.name}</p>
      <p className={styles.value} data-testid="figure-value">
        {cell?.text ?? t('none')}
        {cell?.text != null && <small>{figureUnit(definition.unit)}</small>}
      </p>
      <WhyNot cell={cell} least={definitions.leastSample} />
      <Definition definition={definition} definitions={definitions} cell={cell} />
      {onClose !== undefined && (
        <p className={parts.bar}>
          <Link
            href={`/evaluation/series?${series.toString()}`}
            prefetch={false}
            className={parts.button}
            data-testid="to-series"
          >
            {t('overTime')}
          </Link>
        </p>
      )}
      <CasesBehind figure={figure} question={question} ratio={definition.denominator !== null} />
    </aside>
  );
}

function WhyNot({ cell, least }: { cell: EvaluationCell | undefined; least: number }) {
  const t = useTranslations('evaluation.figure');
  if (cell === undefined) return null;
  if (cell.why !== null) return <p className={parts.note}>{t(`why.${cell.why}`)}</p>;
  return cell.tooFew ? <p className={parts.note}>{t('tooFewSays', { least })}</p> : null;
}

function Definition({
  definition,
  definitions,
  cell,
}: {
  definition: IndicatorAnswer;
  definitions: IndicatorsAnswer;
  cell: EvaluationCell | undefined;
}) {
  const t = useTranslations('evaluation.figure');
  const { language } = useLanguage();
  const nameOf = (id: string): string => definitions.indicators.find((one) => one.id === id)?.name[language] ?? id;
  const setting = definitions.settings.find(({ name }) => name === definition.setting);
  const chosen = setting?.choices.find(({ value }) => value === setting.chosen);
  return (
    <dl>
      <dt>{t('formula')}</dt>
      <dd data-testid="formula">{definition.formula[language]}</dd>
      {definition.meaning[language] !== '' && (
        <>
          <dt>{t('meaning')}</dt>
          <dd>{definition.meaning[language]}</dd>
        </>
      )}
      {definition.numerator !== null && (
        <>
          <dt>{t('numerator')}</dt>
          <dd>
            {nameOf(definition.numerator)}
            {cell?.numerator != null && ` · ${countText(cell.numerator)}`}
          </dd>
        </>
      )}
      {definition.denominator !== null && (
        <>
          <dt>{t('denominator')}</dt>
          <dd>
            {nameOf(definition.denominator)}
            {cell?.denominator != null && ` · ${countText(cell.denominator)}`}
          </dd>
        </>
      )}
      {definition.parts.map((part) => (
        <div key={part.indicator} style={{ display: 'contents' }}>
          <dt>{t('part')}</dt>
          <dd>{t(`as.${part.as}`, { name: nameOf(part.indicator), weight: Math.round(part.weight * 100) })}</dd>
        </div>
      ))}
      <dt>{t('excluded')}</dt>
      <dd>{t('excludedSays')}</dd>
      {setting !== undefined && (
        <>
          <dt>{t('setting')}</dt>
          <dd>
            {setting.question[language]}
            {': '}
            {chosen?.[language] ?? setting.chosen}
          </dd>
        </>
      )}
      <dt>{t('source')}</dt>
      <dd>
        {sourceText(definition.source, language)}{' '}
        {definition.confidence === 'unsure' && <span className={parts.tag}>{t('unsure')}</span>}
      </dd>
    </dl>
  );
}
