import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countByView, filterItems, NO_FILTER } from '#client/desk/queue/filter.ts';
import type { QueueItem } from '#client/desk/queue/order.ts';
import { AlertQueue } from '#client/desk/queue/alerts/alert-queue.ts';
import { WaitingQueue } from '#client/desk/queue/queue-source.ts';
import { QueueStore } from '#client/desk/queue/queue-store.ts';
import { queuesOf, VIEWS } from '#client/desk/queue/queues.ts';
import { waitingItems } from '#client/desk/queue/waiting-order.ts';
import { AlertStore } from '#client/stores/alert-store.ts';
import { WaitingStore } from '#client/stores/waiting-store.ts';
import type { Me } from '#wire/http/me.ts';
import { linesOf, queueParts } from './alert-queue-parts.ts';
import { alertRow } from './alert-row.ts';
import { requestRow, supervisionRow, taskRow } from './waiting-row.ts';

const me: Me = {
  kind: 'person',
  id: 'duty',
  name: '值班长',
  role: 'duty-officer',
  scope: '120000',
  department: null,
  answers: ['extension', 'return', 'suspension', 'void', 'appeal'],
};
const drawn = (items: readonly QueueItem[]): string[] => items.map(({ section, id }) => `${section} ${id}`);

describe('the queue of requests', () => {
  test('puts the case that is late before the one that runs before what nothing hurries, oldest first there', () => {
    const rows = [
      requestRow(1, { dueAt: null, at: 50 }),
      requestRow(2, { dueAt: 900 }),
      requestRow(3, { dueAt: 300 }),
      requestRow(4, { dueAt: 1_200, urgent: true }),
      requestRow(5, { dueAt: null, at: 20, kind: 'appeal' }),
      requestRow(6, { dueAt: 500, at: 3 }),
      requestRow(6, { no: 2, kind: 'void', dueAt: 500, at: 9 }),
      taskRow(7),
      supervisionRow(8),
    ];
    expect(drawn(waitingItems('requests', rows, me, 500))).toEqual([
      'clock-late request/3/1',
      'clock-running request/4/1',
      'clock-running request/6/1',
      'clock-running request/6/2',
      'clock-running request/2/1',
      'no-clock request/5/1',
      'no-clock request/1/1',
    ]);
    expect(drawn(waitingItems('requests', rows.toReversed(), me, 500))).toEqual(
      drawn(waitingItems('requests', rows, me, 500)),
    );
  });

  test('is for whom answers such requests, and not there for others', () => {
    const rows = [requestRow(1), requestRow(2, { kind: 'void' })];
    const dispatcher = { ...me, answers: ['extension', 'return', 'suspension'] as Me['answers'] };
    expect(waitingItems('requests', rows, dispatcher, 0)).toHaveLength(1);
    expect(queuesOf(dispatcher)).toContain('requests');
    expect(queuesOf({ answers: [] })).toEqual(['alerts', 'supervisions', 'tasks']);
  });
});

describe('the queue of supervisions', () => {
  test('puts late replies first, then owed ones, then the weightiest that demand none', () => {
    const rows = [
      supervisionRow(1, { dueAt: null, level: 1 }),
      supervisionRow(2, { dueAt: null, level: 3 }),
      supervisionRow(3, { dueAt: 700 }),
      supervisionRow(4, { dueAt: 400 }),
      supervisionRow(4, { no: 2, dueAt: 100 }),
    ];
    const items = waitingItems('supervisions', rows, me, 500);
    expect(drawn(items)).toEqual([
      'reply-late supervision/4/2',
      'reply-late supervision/4/1',
      'reply-owed supervision/3/1',
      'no-reply supervision/2/1',
      'no-reply supervision/1/1',
    ]);
    expect(countByView(items, VIEWS.supervisions, me.id)).toEqual({ all: 5, late: 2 });
  });
});

describe('the queue of tasks', () => {
  const rows = [
    taskRow(1, { districtCode: '120102', subdistrictCode: '120102001', dueAt: 100 }),
    taskRow(2, { dueAt: 900, collector: 'C-1' }),
    taskRow(3, { dueAt: 200, kind: 'check', collector: 'C-2', taken: true }),
    taskRow(4, { districtCode: null, subdistrictCode: null, dueAt: 1 }),
    taskRow(5, { subdistrictCode: '120101002', dueAt: 50 }),
  ];

  test('goes place by place, soonest due first, what lies outside last', () => {
    expect(drawn(waitingItems('tasks', rows, me, 0))).toEqual([
      'place/120101 task/5',
      'place/120101 task/3',
      'place/120101 task/2',
      'place/120102 task/1',
      'place/ task/4',
    ]);
    const district = { ...me, scope: '120101' };
    expect(drawn(waitingItems('tasks', rows.slice(1, 3).concat(rows[4]!), district, 0))).toEqual([
      'place/120101001 task/3',
      'place/120101001 task/2',
      'place/120101002 task/5',
    ]);
  });

  test('may be looked at by kind, by whether anybody has them and by whether they are late', () => {
    const items = waitingItems('tasks', rows, me, 150);
    expect(countByView(items, VIEWS.tasks, me.id)).toEqual({ all: 5, untaken: 3, late: 3, verify: 4, check: 1 });
    const checks = filterItems(items, { ...NO_FILTER, view: 'check' }, me.id, () => '');
    expect(checks.map(({ caseId }) => caseId)).toEqual([3]);
  });
});

describe('a queue on the desk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function queueOf(now: () => number) {
    const store = new WaitingStore();
    const queue = new QueueStore(new WaitingQueue('supervisions', store, me, now, (row) => row.caseNumber));
    return { store, queue };
  }
  const lines = ({ shown }: QueueStore): string[] =>
    linesOf(shown).map(({ item, gone }) => `${item.id}${gone ? ' gone' : ''}`);

  test('never moves a line under the pointer: what ended stays, what is new waits, what became late too', () => {
    let now = 0;
    const { store, queue } = queueOf(() => now);
    store.replace({ total: 2, rows: [supervisionRow(1, { dueAt: null }), supervisionRow(2)] });
    const stop = queue.start();
    expect(lines(queue)).toEqual(['supervision/2/1', 'supervision/1/1']);
    queue.hold('pointer', true);
    now = 2_000;
    store.change({ total: 2, put: [supervisionRow(3, { dueAt: 1 })], removed: ['supervision/1/1'] });
    vi.advanceTimersByTime(6_000);
    expect(lines(queue)).toEqual(['supervision/2/1', 'supervision/1/1 gone']);
    expect(queue.shown.waiting).toEqual([{ section: 'reply-late', count: 1 }]);
    expect(queue.late).toBe(2);
    queue.hold('pointer', false);
    expect(lines(queue)).toEqual(['supervision/3/1', 'supervision/2/1']);
    stop();
  });

  test('becomes late by time alone, and steps from line to line of one case', () => {
    let now = 0;
    const { store, queue } = queueOf(() => now);
    store.replace({ total: 2, rows: [supervisionRow(1), supervisionRow(1, { no: 2, dueAt: 5_000 })] });
    const stop = queue.start();
    expect(linesOf(queue.shown).map(({ section }) => section)).toEqual(['reply-owed', 'reply-owed']);
    now = 1_001;
    vi.advanceTimersByTime(5_000);
    expect(linesOf(queue.shown).map(({ section }) => section)).toEqual(['reply-late', 'reply-owed']);
    expect(queue.step(1)?.id).toBe('supervision/1/1');
    expect(queue.step(1)?.id).toBe('supervision/1/2');
    queue.selectCase(1);
    expect(queue.selected).toBe('supervision/1/2');
    stop();
  });

  test('hands what holds it over when another one comes into sight', () => {
    const alerts = new AlertStore();
    const queue = new QueueStore(new AlertQueue(queueParts({ store: alerts, me: me.id })));
    const stop = queue.start();
    queue.hold('pointer', true);
    queue.hold('keyboard', true);
    expect(queue.hasKeyboard).toBe(true);
    expect(queue.leave()).toEqual(['pointer', 'keyboard']);
    alerts.replace({ total: 1, rows: [alertRow({ caseId: 9 })] }, 0);
    vi.advanceTimersByTime(300);
    expect(lines(queue)).toEqual(['case/9']);
    expect(queue.itemOf(9)?.worst).toMatchObject({ caseId: 9 });
    stop();
  });
});
