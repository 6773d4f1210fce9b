'use client';
import { useTranslations } from 'use-intl';
import type { EvaluationCell } from '#wire/http/evaluation.ts';
import { figureUnit, type IndicatorUnit } from './figure-unit.ts';
import styles from './figure.module.css';

type Props = { cell: EvaluationCell | undefined; unit: IndicatorUnit; onOpen: () => void; label: string };

/** A figure that opens to its definition. One that has no value says why; a small sample is marked. */
export function FigureText({ cell, unit, onOpen, label }: Props) {
  const t = useTranslations('evaluation.figure');
  const said =
    cell?.text == null
      ? t(cell?.why === 'zero-denominator' ? 'noneDue' : cell?.why === 'not-kept' ? 'notKept' : 'none')
      : cell.text;
  return (
    <button
      type="button"
      className={styles.figure}
      data-none={cell?.text == null || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
      aria-label={`${label}: ${said}${cell?.text == null ? '' : figureUnit(unit)}${cell?.tooFew === true ? `, ${t('tooFew')}` : ''}`}
    >
      {said}
      {cell?.text != null && <small>{figureUnit(unit)}</small>}
      {cell?.text != null && cell.tooFew && (
        <i title={t('tooFew')} aria-hidden="true">
          *
        </i>
      )}
    </button>
  );
}
