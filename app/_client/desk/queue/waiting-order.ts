import type { Me } from '#wire/http/me.ts';
import type { RequestRow, SupervisionRow, TaskRow, WaitingRow } from '#wire/waiting.ts';
import type { QueueItem, Section } from './order.ts';
import { seesDistricts } from './queues.ts';

/** Queues that the `waiting` topic fills. */
export type WaitingQueueName = 'requests' | 'supervisions' | 'tasks';

/**
 * The lines of one of the waiting queues in the order they are worked off at `now` (epoch ms). Requests: those whose case
 * is late already, then those whose clock runs, soonest due first, then those that nothing hurries, oldest first.
 * Supervisions: late replies, then owed ones, then those that demand none, the weightiest first. Tasks: place by place,
 * soonest due first. Danger goes first in each part. Never 0 for two lines.
 */
export function waitingItems(
  name: WaitingQueueName,
  rows: Iterable<WaitingRow>,
  me: Pick<Me, 'answers' | 'scope'>,
  now: number,
): QueueItem[] {
  const items: QueueItem[] = [];
  for (const row of rows) {
    if (name === 'requests' && row.queue === 'request' && me.answers.includes(row.kind)) {
      items.push(itemOf(row, requestSection(row, now), now));
    } else if (name === 'supervisions' && row.queue === 'supervision') {
      items.push(itemOf(row, supervisionSection(row, now), now));
    } else if (name === 'tasks' && row.queue === 'task') {
      items.push(itemOf(row, taskSection(row, seesDistricts(me)), now));
    }
  }
  return items.sort(compareItems);
}

const ORDER: readonly Section[] = ['clock-late', 'clock-running', 'no-clock', 'reply-late', 'reply-owed', 'no-reply'];

function itemOf(row: WaitingRow, section: Section, now: number): QueueItem {
  const { key: id, caseId, caseNumber } = row;
  return { id, caseId, caseNumber, section, late: row.dueAt !== null && now > row.dueAt, worst: row, alerts: [] };
}

function requestSection({ dueAt }: RequestRow, now: number): Section {
  if (dueAt === null) return 'no-clock';
  return now > dueAt ? 'clock-late' : 'clock-running';
}

function supervisionSection({ dueAt }: SupervisionRow, now: number): Section {
  if (dueAt === null) return 'no-reply';
  return now > dueAt ? 'reply-late' : 'reply-owed';
}

/** Outside every place comes last. */
function taskSection({ districtCode, subdistrictCode }: TaskRow, byDistrict: boolean): Section {
  return `place/${(byDistrict ? districtCode : subdistrictCode) ?? ''}`;
}

function compareItems(a: QueueItem, b: QueueItem): number {
  const [one, other] = [a.worst, b.worst];
  return (
    compareSections(a.section, b.section) ||
    Number(other.urgent) - Number(one.urgent) ||
    (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity) ||
    levelOf(other) - levelOf(one) ||
    sinceOf(one) - sinceOf(other) ||
    (a.id < b.id ? -1 : 1)
  );
}

function compareSections(a: Section, b: Section): number {
  if (a === b) return 0;
  const known = ORDER.indexOf(a) - ORDER.indexOf(b);
  if (known !== 0) return known;
  if (a === 'place/' || b === 'place/') return a === 'place/' ? 1 : -1;
  return a < b ? -1 : 1;
}

function levelOf(row: QueueItem['worst']): number {
  return 'level' in row ? row.level : 0;
}

function sinceOf(row: QueueItem['worst']): number {
  return 'at' in row ? row.at : row.firedAt;
}
