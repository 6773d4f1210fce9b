'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './data-table.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  /** A track of the grid that no content widens: `8rem`, `minmax(10rem, 2fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right. */
  readonly end?: boolean;
  /** Makes the column one to sort by. Null is unknown and comes last both ways. */
  readonly sortBy?: (row: Row) => number | string | null;
};

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  /** Said where there are no rows. */
  none: string;
  /** Marks one row as the chosen one. */
  chosen?: string | null;
  onChoose?: (row: Row) => void;
  /** As high as its rows, up to this; without it the table fills what the page leaves. */
  mostHigh?: string;
  testId?: string;
};
type Sort = { column: string; up: boolean };

const ROW_PX = 34;
/** Tables this short are drawn whole, so that the browser's own search finds every row. */
const DRAWN_WHOLE = 150;

/** A table of any length: only the rows in sight are drawn. Rows may be of different height. */
export function DataTable<Row>({ label, rows, columns, keyOf, none, chosen, onChoose, mostHigh, testId }: Props<Row>) {
  const t = useTranslations('frame.table');
  const box = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  const ordered = useMemo(() => inOrder(rows, columns, sort), [rows, columns, sort]);
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: ordered.length <= DRAWN_WHOLE ? DRAWN_WHOLE : 12,
    getItemKey: (index) => keyOf(ordered[index] as Row),
  });
  // What is chosen elsewhere, as on a map beside, is brought into sight.
  const at = chosen == null ? -1 : ordered.findIndex((row) => keyOf(row) === chosen);
  useEffect(() => {
    if (at !== -1) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const template: CSSProperties = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  const least = { minWidth: leastWidth(columns) };
  return (
    <div
      ref={box}
      className={styles.box}
      style={mostHigh === undefined ? undefined : { maxHeight: mostHigh, flex: 'none' }}
      tabIndex={0}
      role="table"
      aria-label={label}
      aria-rowcount={ordered.length + 1}
      data-testid={testId}
    >
      <div role="rowgroup" className={styles.headGroup} style={least}>
        <div role="row" aria-rowindex={1} className={styles.head} style={template}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              data-end={column.end}
              aria-sort={sort?.column === column.id ? (sort.up ? 'ascending' : 'descending') : undefined}
            >
              {column.sortBy === undefined ? (
                column.head
              ) : (
                <button type="button" onClick={() => setSort(nextSort(sort, column.id))} title={t('sort')}>
                  {column.head}
                  <i aria-hidden="true">{sort?.column === column.id ? (sort.up ? '↑' : '↓') : ''}</i>
                </button>
              )}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ ...least, height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = ordered[index] as Row;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={chosen === undefined ? undefined : chosen === keyOf(row)}
              data-open={onChoose !== undefined}
              className={styles.row}
              style={{ ...template, transform: `translateY(${start}px)` }}
              onClick={onChoose === undefined ? undefined : () => onChoose(row)}
            >
              {columns.map((column) => (
                <div key={column.id} role="cell" data-end={column.end}>
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {ordered.length === 0 && <p className={styles.none}>{none}</p>}
    </div>
  );
}

const GAP_REM = 1.1;
const EDGES_REM = 1.8;

/** What all columns need at least, so that head and rows agree when the table is wider than its box. */
function leastWidth(columns: readonly { readonly width: string }[]): string {
  const tracks = columns.map(({ width }) => Number(/[\d.]+(?=rem)/u.exec(width)?.[0] ?? 0));
  return `${tracks.reduce((sum, track) => sum + track, 0) + GAP_REM * (columns.length - 1) + EDGES_REM}rem`;
}

function nextSort(before: Sort | null, column: string): Sort | null {
  if (before?.column !== column) return { column, up: false };
  return before.up ? null : { column, up: true };
}

function inOrder<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const by = sort === null ? undefined : columns.find(({ id }) => id === sort.column)?.sortBy;
  if (sort === null || by === undefined) return rows;
  return [...rows].sort((a, b) => compare(by(a), by(b), sort.up));
}

function compare(a: number | string | null, b: number | string | null, up: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
  return up ? order : -order;
}
