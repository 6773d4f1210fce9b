import type { AlertRow } from '#wire/figures.ts';
import type { Shape } from '../shapes/StateShape.tsx';

/** Parts of the queue in the order they are worked off. */
export const SECTIONS = ['timed-out', 'reply-late', 'supervised', 'due-soon'] as const;
export type Section = (typeof SECTIONS)[number];

/** How a part of the queue looks. */
export const SECTION_SHAPE = {
  'timed-out': 'timed-out',
  'reply-late': 'supervised',
  supervised: 'supervised',
  'due-soon': 'due-soon',
} as const satisfies Record<Section, Shape>;

/** One line of the queue: a case with its alerts (stage clock, whole-case clock), shown by the worst of them. */
export type QueueItem = {
  readonly caseId: number;
  readonly caseNumber: string;
  readonly section: Section;
  readonly worst: AlertRow;
  readonly alerts: readonly AlertRow[];
};

export function sectionOf(row: AlertRow): Section {
  if (row.threshold === 'timeout') return 'timed-out';
  if (row.threshold === 'reply-late') return 'reply-late';
  return row.supervised ? 'supervised' : 'due-soon';
}

/**
 * Worst first: timed out, then late replies, then supervised, then due soon; within each what is supervised, then what endangers somebody,
 * then what is late for longest or due soonest. Never 0 for two different alerts, so that the order is the same on every
 * desk.
 */
export function compareRows(a: AlertRow, b: AlertRow): number {
  return (
    SECTIONS.indexOf(sectionOf(a)) - SECTIONS.indexOf(sectionOf(b)) ||
    Number(b.supervised) - Number(a.supervised) ||
    Number(b.urgent) - Number(a.urgent) ||
    a.dueAt - b.dueAt ||
    a.caseId - b.caseId ||
    a.id - b.id
  );
}

/** One item a case, worst first. */
export function queueItems(rows: Iterable<AlertRow>): QueueItem[] {
  const byCase = new Map<number, AlertRow[]>();
  for (const row of rows) {
    const known = byCase.get(row.caseId);
    if (known) known.push(row);
    else byCase.set(row.caseId, [row]);
  }
  return [...byCase.values()].map(itemOf).sort((a, b) => compareRows(a.worst, b.worst));
}

function itemOf(alerts: AlertRow[]): QueueItem {
  alerts.sort(compareRows);
  const worst = alerts[0] as AlertRow;
  return { caseId: worst.caseId, caseNumber: worst.caseNumber, section: sectionOf(worst), worst, alerts };
}
