'use client';
import type { Geometry } from 'geojson';
import dynamic from 'next/dynamic';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { countText } from '../../i18n/numbers.ts';
import type { ListProblem } from '../lists/list-answers.ts';
import { ProblemRows } from './ProblemRows.tsx';
import type { DrawnProblem } from './problem-map-style.ts';
import styles from './problems.module.css';

const ProblemMap = dynamic(() => import('./ProblemMap.tsx'), { ssr: false });

type Props = {
  problems: readonly ListProblem[];
  /** Outlines to see them against. */
  around?: readonly Geometry[];
  /** Fills what the page leaves, instead of a height of its own. */
  fills?: boolean;
};

/**
 * Problems as a list and on the map, each pointing at the other: a row that is chosen is framed on the map, a spot that is
 * clicked is shown in the list. Arrow keys go from row to row.
 */
export function ProblemsOnMap({ problems, around, fills = false }: Props) {
  const t = useTranslations('admin.problems');
  const [chosen, setChosen] = useState<number | null>(null);
  const drawn = useMemo(
    () =>
      problems.flatMap(({ shape, refuses }, no): DrawnProblem[] =>
        shape == null ? [] : [{ no, refuses, geometry: shape as Geometry }],
      ),
    [problems],
  );
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by === undefined || problems.length === 0) return;
    event.preventDefault();
    const from = chosen ?? (by > 0 ? -1 : problems.length);
    setChosen(Math.max(0, Math.min(problems.length - 1, from + by)));
  };
  return (
    <div className={styles.both} data-fills={fills} data-none={problems.length === 0} data-testid="problems-on-map">
      {problems.length > 0 && (
        <div className={styles.list}>
          <p className={styles.legend}>
            <span data-refuses="true">{t('refuses')}</span>
            <span data-refuses="false">{t('warns')}</span>
            <em>{t('drawn', { drawn: countText(drawn.length), all: countText(problems.length) })}</em>
          </p>
          <ProblemRows problems={problems} chosen={chosen} onChoose={setChosen} onKeyDown={step} />
        </div>
      )}
      <ProblemMap
        label={t('map')}
        problems={drawn}
        {...(around !== undefined && { around })}
        chosen={chosen}
        onChoose={setChosen}
      />
    </div>
  );
}
