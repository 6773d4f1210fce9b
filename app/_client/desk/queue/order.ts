import type { AlertRow } from '#wire/figures.ts';
import type { WaitingRow } from '#wire/waiting.ts';
import type { Shape } from '../shapes/StateShape.tsx';

/** Parts of the alert queue in the order they are worked off. */
export const SECTIONS = ['timed-out', 'reply-late', 'supervised', 'due-soon'] as const;
export type AlertSection = (typeof SECTIONS)[number];

/** Parts of the queues: of alerts, of requests by the case's clock, of supervisions by their reply, of tasks by place. */
export type Section =
  AlertSection | 'clock-late' | 'clock-running' | 'no-clock' | 'reply-owed' | 'no-reply' | `place/${string}`;

/** How a part of a queue looks; places have no look of their own. */
export function shapeOf(section: Section): Shape | null {
  switch (section) {
    case 'timed-out':
    case 'clock-late':
      return 'timed-out';
    case 'reply-late':
    case 'supervised':
    case 'reply-owed':
      return 'supervised';
    case 'due-soon':
      return 'due-soon';
    case 'clock-running':
    case 'no-clock':
    case 'no-reply':
      return 'calm';
    default:
      return null;
  }
}

/**
 * One line of a queue. Of alerts it is a case with all of them (stage clock, whole-case clock), shown by the worst;
 * of what waits, one request, supervision or task.
 */
export type QueueItem = {
  /** Names the line within its queue for as long as it is there. */
  readonly id: string;
  readonly caseId: number;
  readonly caseNumber: string;
  readonly section: Section;
  /** Its instant has passed. */
  readonly late: boolean;
  readonly worst: AlertRow | WaitingRow;
  readonly alerts: readonly AlertRow[];
};
export type AlertItem = QueueItem & { readonly worst: AlertRow };

export function sectionOf(row: AlertRow): AlertSection {
  if (row.threshold === 'timeout') return 'timed-out';
  if (row.threshold === 'reply-late') return 'reply-late';
  return row.supervised ? 'supervised' : 'due-soon';
}

/**
 * Worst first: timed out, then late replies, then supervised, then due soon; within each what is supervised, then what
 * endangers somebody, then what is late for longest or due soonest; what is shelved comes last. Never 0 for two different alerts, so that the order
 * is the same on every desk.
 */
export function compareRows(a: AlertRow, b: AlertRow): number {
  return (
    Number(a.status === 'shelved') - Number(b.status === 'shelved') ||
    SECTIONS.indexOf(sectionOf(a)) - SECTIONS.indexOf(sectionOf(b)) ||
    Number(b.supervised) - Number(a.supervised) ||
    Number(b.urgent) - Number(a.urgent) ||
    a.dueAt - b.dueAt ||
    a.caseId - b.caseId ||
    a.id - b.id
  );
}
