import { describe, expect, test } from 'vitest';
import { countByView, filterItems, NO_FILTER } from '#client/desk/queue/filter.ts';
import { drawnRows, EMPTY_QUEUE, nextQueue } from '#client/desk/queue/held-order.ts';
import type { QueueItem } from '#client/desk/queue/order.ts';
import { VIEWS } from '#client/desk/queue/queues.ts';
import { alertRow } from './alert-row.ts';
import { queueItems } from './plain-queue.ts';

const cases = (items: readonly QueueItem[]): number[] => items.map(({ caseId }) => caseId);

describe('the order of the queue', () => {
  test('puts timed out before late replies before supervised before due soon, then danger, then time', () => {
    const items = queueItems([
      alertRow({ caseId: 1, threshold: 'warning', dueAt: 50 }),
      alertRow({ caseId: 2, threshold: 'warning', dueAt: 900, supervised: true }),
      alertRow({ caseId: 3, dueAt: 30 }),
      alertRow({ caseId: 4, dueAt: 20 }),
      alertRow({ caseId: 5, dueAt: 40, urgent: true }),
      alertRow({ caseId: 6, dueAt: 45, supervised: true }),
      alertRow({ caseId: 7, threshold: 'warning', dueAt: 40, urgent: true }),
      alertRow({ caseId: 8, threshold: 'reply-late', dueAt: 10, supervised: true }),
    ]);
    expect(cases(items)).toEqual([6, 5, 4, 3, 8, 2, 7, 1]);
    expect(items.map(({ section }) => section)).toEqual([
      ...Array<string>(4).fill('timed-out'),
      'reply-late',
      'supervised',
      'due-soon',
      'due-soon',
    ]);
  });

  test('shows a case once, by the worst of its alerts', () => {
    const items = queueItems([
      alertRow({ caseId: 1, id: 10, threshold: 'warning', dueAt: 5 }),
      alertRow({ caseId: 1, id: 11, instance: 0, dueAt: 9 }),
    ]);
    expect(items).toHaveLength(1);
    expect(items[0]?.worst.id).toBe(11);
    expect(items[0]?.alerts.map(({ id }) => id)).toEqual([11, 10]);
  });

  test('does not depend on the order of arrival', () => {
    const rows = [1, 2, 3, 4].map((caseId) => alertRow({ caseId, dueAt: 7 }));
    expect(cases(queueItems(rows.toReversed()))).toEqual(cases(queueItems(rows)));
  });
});

describe('a held order', () => {
  const first = queueItems([alertRow({ caseId: 1, dueAt: 10 }), alertRow({ caseId: 2, dueAt: 20 })]);
  const shown = nextQueue(EMPTY_QUEUE, first, false);
  const later = queueItems([
    alertRow({ caseId: 2, dueAt: 20, takenBy: 'han', supervised: true }),
    alertRow({ caseId: 3, dueAt: 1 }),
  ]);

  test('keeps every line where it is, marks what ended and lets new ones wait', () => {
    const held = nextQueue(shown, later, true);
    expect(held.lines.map(({ item, gone }) => [item.caseId, gone])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(held.lines[1]?.item.worst).toMatchObject({ takenBy: 'han' });
    expect(cases(held.waiting)).toEqual([3]);
  });

  test('shows an ended line as live again when its alert returns', () => {
    const held = nextQueue(nextQueue(shown, later, true), first, true);
    expect(held.lines.map(({ gone }) => gone)).toEqual([false, false]);
    expect(held.waiting).toEqual([]);
  });

  test('let go, is the live order', () => {
    const free = nextQueue(nextQueue(shown, later, true), later, false);
    expect(free.lines.map(({ item }) => item.caseId)).toEqual([2, 3]);
    expect(free.waiting).toEqual([]);
  });

  test('keeps a line under its heading when it becomes worse', () => {
    const before = nextQueue(EMPTY_QUEUE, queueItems([alertRow({ caseId: 1, threshold: 'warning' })]), false);
    const held = nextQueue(before, queueItems([alertRow({ caseId: 1, threshold: 'timeout' })]), true);
    expect(held.lines[0]?.section).toBe('due-soon');
    expect(held.lines[0]?.item.section).toBe('timed-out');
  });

  test('is drawn with a counted heading above each section', () => {
    const items = queueItems([
      alertRow({ caseId: 1 }),
      alertRow({ caseId: 2 }),
      alertRow({ caseId: 3, threshold: 'warning' }),
    ]);
    const rows = drawnRows(nextQueue(EMPTY_QUEUE, items, false).lines);
    expect(rows.map((row) => (row.kind === 'heading' ? `${row.section} ${row.count}` : row.index))).toEqual([
      'timed-out 2',
      0,
      1,
      'due-soon 1',
      2,
    ]);
  });
});

describe('the filter of the queue', () => {
  const items = queueItems([
    alertRow({ caseId: 1, takenBy: 'me', address: '承德道' }),
    alertRow({ caseId: 2, takenBy: 'han', districtCode: '120102' }),
    alertRow({ caseId: 3, stage: 'check' }),
  ]);
  const words = ({ caseNumber, address }: { caseNumber: string; address: string }): string =>
    `${caseNumber} ${address}`;
  const pass = (change: Partial<typeof NO_FILTER>): number[] =>
    cases(filterItems(items, { ...NO_FILTER, ...change }, 'me', words)).sort();

  test('by who has it, place, stage and words', () => {
    expect(pass({})).toEqual([1, 2, 3]);
    expect(pass({ view: 'mine' })).toEqual([1]);
    expect(pass({ view: 'untaken' })).toEqual([3]);
    expect(pass({ district: '120102' })).toEqual([2]);
    expect(pass({ stage: 'check' })).toEqual([3]);
    expect(pass({ text: 'e-1  承德' })).toEqual([1]);
    expect(pass({ text: 'e-1 nothing' })).toEqual([]);
  });

  test('counts for its views', () => {
    expect(countByView(items, VIEWS.alerts, 'me')).toEqual({ all: 3, untaken: 1, mine: 1, shelved: 0 });
  });
});
