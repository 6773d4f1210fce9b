'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEventHandler } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import type { ListProblem } from '../lists/list-answers.ts';
import styles from './problems.module.css';

type Props = {
  problems: readonly ListProblem[];
  chosen: number | null;
  onChoose: (no: number) => void;
  onKeyDown: KeyboardEventHandler;
};

const ROW_PX = 74;

/** What is wrong, where in the file, and how to mend it: a list of which one row is chosen, by click or arrow key. */
export function ProblemRows({ problems, chosen, onChoose, onKeyDown }: Props) {
  const t = useTranslations('admin.problems');
  const { language } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: problems.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  });
  useEffect(() => {
    if (chosen !== null) virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [chosen, virtual]);
  return (
    <div
      ref={box}
      className={styles.rows}
      role="listbox"
      aria-label={t('list')}
      tabIndex={0}
      aria-activedescendant={chosen === null ? undefined : `problem-${chosen}`}
      onKeyDown={onKeyDown}
      data-testid="problem-rows"
    >
      <div style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const { line, field, reason, hint, refuses, shape } = problems[index] as ListProblem;
          return (
            <div
              key={index}
              id={`problem-${index}`}
              ref={virtual.measureElement}
              data-index={index}
              role="option"
              aria-selected={chosen === index}
              aria-setsize={problems.length}
              aria-posinset={index + 1}
              className={styles.row}
              data-refuses={refuses}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(index)}
            >
              <b>{reason[language]}</b>
              <span>{hint[language]}</span>
              <em>
                {line === null ? t('whole') : t('feature', { line })}
                {field !== null && ` · ${field}`}
                {shape == null && ` · ${t('nowhere')}`}
              </em>
            </div>
          );
        })}
      </div>
    </div>
  );
}
