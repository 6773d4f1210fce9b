import { HEIGHT_REM, HEADING, LINE } from './alerts/layout.ts';
import { drawnRows, type HeldQueue } from './held-order.ts';
import type { Section } from './order.ts';
import type { Shown, ShownRow } from './shown.ts';

/** A held queue of lines without cards as it is drawn. */
export function listed(held: HeldQueue): Shown {
  const rows = drawnRows(held.lines);
  const tops = new Float64Array(rows.length + 1);
  rows.forEach((row, at) => {
    tops[at + 1] = (tops[at] as number) + HEIGHT_REM[row.kind === 'heading' ? HEADING : LINE];
  });
  const keys = rows.map((row) => (row.kind === 'heading' ? `section/${row.section}` : row.line.item.id));
  const waiting = new Map<Section, number>();
  for (const { section } of held.waiting) waiting.set(section, (waiting.get(section) ?? 0) + 1);
  return {
    length: rows.length,
    tops,
    cases: held.lines.length,
    rowAt: (index) => {
      const row = rows[index];
      if (row === undefined) return null;
      return (row.kind === 'heading' ? row : { kind: 'line', line: row.line, inCard: false }) satisfies ShownRow;
    },
    keyAt: (index) => keys[index] ?? '',
    isHeading: (index) => rows[index]?.kind === 'heading',
    indexOf: (id) => keys.indexOf(id),
    indexOfCase: (caseId) => rows.findIndex((row) => row.kind === 'line' && row.line.item.caseId === caseId),
    casesFrom: (index) => rows.slice(index).filter(({ kind }) => kind === 'line').length,
    waiting: [...waiting].map(([section, count]) => ({ section, count })),
  };
}
