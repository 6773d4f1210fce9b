import { compareRows, sectionOf, type AlertItem } from '#client/desk/queue/order.ts';
import type { AlertRow } from '#wire/figures.ts';

/** One item a case, worst first: the queue made from all its alerts at once, as plainly as can be. */
export function queueItems(rows: Iterable<AlertRow>): AlertItem[] {
  const byCase = new Map<number, AlertRow[]>();
  for (const row of rows) {
    const known = byCase.get(row.caseId);
    if (known) known.push(row);
    else byCase.set(row.caseId, [row]);
  }
  return [...byCase.values()].map(itemOf).sort((a, b) => compareRows(a.worst, b.worst));
}

function itemOf(alerts: AlertRow[]): AlertItem {
  alerts.sort(compareRows);
  const worst = alerts[0] as AlertRow;
  const { caseId, caseNumber } = worst;
  const late = worst.threshold !== 'warning';
  return { id: `case/${caseId}`, caseId, caseNumber, section: sectionOf(worst), late, worst, alerts };
}
