import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketStart, DUE_BUCKET_MS, STANDING_MS } from '#client/desk/queue/alerts/group-by.ts';
import { GROUPINGS, MOST_STORM_CARDS } from '#client/desk/queue/alerts/grouping.ts';
import { filterItems, NO_FILTER, type QueueFilter } from '#client/desk/queue/filter.ts';
import { SECTIONS } from '#client/desk/queue/order.ts';
import { searchWords } from '#client/desk/queue/search-words.ts';
import { waitingCount, type Shown } from '#client/desk/queue/shown.ts';
import { rowsIn } from '#client/desk/queue/use-window.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import type { AlertRow } from '#wire/figures.ts';
import { alertQueue, cardsOf, linesOf, rowsOf, smallNames } from './alert-queue-parts.ts';
import { alertRow } from './alert-row.ts';
import { queueItems } from './plain-queue.ts';

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 23, 6);

const aRow = fc
  .record({
    id: fc.integer({ min: 1, max: 60 }),
    threshold: fc.constantFrom('warning', 'timeout', 'reply-late'),
    dueAt: fc.integer({ min: -40, max: 6 }).map((hours) => now + hours * hour),
    firedAt: fc.integer({ min: -40, max: 0 }).map((hours) => now + hours * hour),
    urgent: fc.boolean(),
    supervised: fc.boolean(),
    takenBy: fc.constantFrom(null, 'me', 'han'),
    status: fc.constantFrom('open', 'open', 'shelved'),
    stage: fc.constantFrom('file', 'dispatch', 'dispose', 'check'),
    categoryKey: fc.constantFrom('a', 'b', null),
    districtCode: fc.constantFrom('120101', '120104', null),
    subdistrictCode: fc.constantFrom('120101001', null),
    department: fc.constantFrom('dep-1', 'dep-2', null),
  })
  // Several alerts of one case, always of the same.
  .map((change) => alertRow({ ...change, caseId: 1 + (change.id % 40), takenByName: change.takenBy }));
const someRows = fc.uniqueArray(aRow, { selector: ({ id }) => id, maxLength: 50 });
const aChange = fc.record({ put: someRows, removed: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 25 }) });
const aFilter = fc.record({
  view: fc.constantFrom('all', 'untaken', 'mine', 'shelved'),
  text: fc.constantFrom('', 'e-1', '园林', 'HEPING', 'tree 南开', '劝业场 乱堆', 'nothing'),
  district: fc.constantFrom(null, '120101', '120104', '999'),
  stage: fc.constantFrom(null, 'file', 'dispose'),
  grouping: fc.constantFrom(...GROUPINGS),
}) as fc.Arbitrary<QueueFilter>;
const aFlood = fc.constantFrom(null, { since: now - 20 * hour }, { since: now - 100 * hour });

/** Ids of all that a queue shows, opened cards unfolded; a card counts with the cases it says it has. */
function casesIn(shown: Shown): number {
  return rowsOf(shown).reduce((sum, row) => {
    if (row.kind === 'line') return sum + 1;
    return row.kind === 'card' && !row.card.open ? sum + row.card.count : sum;
  }, 0);
}

describe('the columns of the alert queue', () => {
  test('say after any changes what the plain queue of the same alerts says', () => {
    fc.assert(
      fc.property(someRows, fc.array(aChange, { maxLength: 6 }), aFilter, (first, changes, filter) => {
        const { queue, store, names } = alertQueue(first, { now: () => now });
        names.set(smallNames);
        const flat = { ...filter, grouping: 'none' } as const;
        queue.look(flat, false);
        for (const change of changes) store.change({ total: 0, ...change }, 0);
        const plain = queueItems(store.rows.values());
        const wanted = filterItems(plain, flat, 'me', (row) => searchWords(row, names, DEFAULT_RULES));
        const looked = queue.look(flat, false);
        expect(linesOf(looked.shown).map(({ item }) => item)).toEqual(wanted);
        expect(looked.passing).toBe(wanted.length);
        const shelved = plain.filter(({ worst }) => worst.status === 'shelved').length;
        expect(looked.counts).toMatchObject({ all: plain.length - shelved, shelved });
        expect(looked.late).toBe(plain.filter(({ late, worst }) => late && worst.status !== 'shelved').length);
        for (const item of plain) expect(queue.itemOf(item.caseId)).toEqual(item);
      }),
    );
  });
});

describe('cards', () => {
  test('and lines hold every passing case once, worst first, under one heading a section', () => {
    fc.assert(
      fc.property(someRows, aFilter, aFlood, (rows, filter, flood) => {
        const { queue, names } = alertQueue(rows, { now: () => now, flood: () => flood });
        names.set(smallNames);
        const { shown, passing } = queue.look(filter, false);
        expect(casesIn(shown)).toBe(passing);
        expect(shown.casesFrom(0)).toBe(passing);
        expect(waitingCount(shown)).toBe(0);
        const headings = rowsOf(shown).flatMap((row) => (row.kind === 'heading' ? [row] : []));
        expect(headings.map(({ section }) => SECTIONS.indexOf(section as never))).toEqual(
          [...new Set(headings.map(({ section }) => SECTIONS.indexOf(section as never)))].sort((a, b) => a - b),
        );
        expect(headings.reduce((sum, { count }) => sum + count, 0)).toBe(passing);
        const held = cardsOf(shown).map(({ id }) => queue.casesOf(id));
        const lines = linesOf(shown).map(({ item }) => item.caseId);
        const all = [...held.flat(), ...lines];
        expect(new Set(all).size).toBe(all.length);
        cardsOf(shown).forEach((card, at) => {
          expect(held[at]).toHaveLength(card.count);
          expect(card.worst.caseId).toBe(held[at]?.[0]);
          expect(card.states.reduce((sum, { count }) => sum + count, 0)).toBe(card.count);
          if (card.places.length > 0) expect(card.places.reduce((sum, { count }) => sum + count, 0)).toBe(card.count);
        });
        const storm = cardsOf(shown).filter((card) => card.storm);
        expect(storm.length).toBeLessThanOrEqual(MOST_STORM_CARDS);
      }),
    );
  });

  test('by themselves leave short queues, searches and danger as lines', () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      alertRow({ caseId: at + 1, dueAt: now - hour, urgent: at < 5, address: at < 30 ? '承德道' : '' }),
    );
    const { queue } = alertQueue(rows, { now: () => now });
    const { shown } = queue.look(NO_FILTER, false);
    expect(cardsOf(shown).map(({ count, urgent }) => [count, urgent])).toEqual([[35, 0]]);
    expect(linesOf(shown).map(({ item }) => item.worst.urgent)).toEqual(Array(5).fill(true));
    expect(linesOf(queue.look({ ...NO_FILTER, text: '承德道' }, false).shown)).toHaveLength(30);
    const few = alertQueue(rows.slice(0, 24), { now: () => now });
    expect(linesOf(few.queue.look(NO_FILTER, false).shown)).toHaveLength(24);
  });

  test('tell holders, districts and spans of four hours of the own day apart; what is a day late stands together', () => {
    const at = (caseId: number, change: Partial<AlertRow>) => alertRow({ caseId, dueAt: now - hour, ...change });
    const ten = (from: number, change: Partial<AlertRow>) =>
      Array.from({ length: 10 }, (_, one) => at(from + one, change));
    const rows = [
      ...ten(100, {}),
      ...ten(200, { department: 'dep-2' }),
      ...ten(300, { districtCode: '120104' }),
      ...ten(400, { stage: 'file', department: 'dep-2' }),
      ...ten(500, { dueAt: now - 5 * hour }),
      ...ten(600, { dueAt: now - 30 * hour }),
      ...ten(700, { dueAt: now - 50 * hour }),
    ];
    const { queue } = alertQueue(rows, { now: () => now });
    const cards = cardsOf(queue.look(NO_FILTER, false).shown);
    expect(cards.map(({ count }) => count).sort((a, b) => a - b)).toEqual([10, 10, 10, 10, 10, 20]);
    expect(cards.find(({ count }) => count === 20)?.dueFrom).toBeNull();
    // 12:00 in Shanghai is 04:00 UTC.
    expect(bucketStart(now - hour, { now, zoneMs: 8 * hour })).toBe(Date.UTC(2026, 10, 23, 4));
    fc.assert(
      fc.property(fc.integer({ min: -24 * 60, max: 2_000 }), fc.constantFrom(0, 8, -5), (minutes, zone) => {
        const due = now + minutes * 60_000;
        const start = bucketStart(due, { now, zoneMs: zone * hour });
        expect(start).not.toBeNull();
        expect(due - (start ?? 0)).toBeGreaterThanOrEqual(0);
        expect(due - (start ?? 0)).toBeLessThan(DUE_BUCKET_MS);
      }),
    );
    expect(bucketStart(now - STANDING_MS - 1, { now, zoneMs: 0 })).toBeNull();
  });

  test('of a storm of ten thousand in one second are a handful with exact counts, and what was there stays', () => {
    const calm = Array.from({ length: 19 }, (_, at) =>
      alertRow({ caseId: at + 1, dueAt: now - 2 * hour, firedAt: now - 2 * hour }),
    );
    const storm = Array.from({ length: 10_000 }, (_, at) =>
      alertRow({
        caseId: 1_000 + at,
        dueAt: now,
        firedAt: now,
        districtCode: `1201${String(1 + (at % 16)).padStart(2, '0')}`,
        department: `dep-${at % 16}-${at % 5}`,
        categoryKey: `category-${at % 60}`,
        urgent: at % 100 === 0,
      }),
    );
    const { queue, store } = alertQueue(calm, { now: () => now, flood: () => ({ since: now - 600_000 }) });
    const before = linesOf(queue.look(NO_FILTER, false).shown).map(({ item }) => item.id);
    store.change({ total: 10_019, put: storm, removed: [] }, 0);
    const { shown } = queue.look(NO_FILTER, false);
    const cards = cardsOf(shown);
    expect(cards.length).toBeLessThanOrEqual(MOST_STORM_CARDS);
    expect(cards.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    expect(cards.reduce((sum, { urgent }) => sum + urgent, 0)).toBe(100);
    expect(linesOf(shown).map(({ item }) => item.id)).toEqual(before);
    expect(cards.every((card) => card.recent === card.count)).toBe(true);
  });
});

describe('under the pointer', () => {
  const still = (shown: Shown): string[] => Array.from({ length: shown.length }, (_, at) => shown.keyAt(at));

  test('no row and no card moves whatever happens, and nothing is lost: it is there, or it is counted as waiting', () => {
    fc.assert(
      fc.property(
        someRows,
        fc.array(aChange, { maxLength: 5 }),
        aFilter,
        aFlood,
        fc.nat(),
        (rows, changes, filter, flood, pick) => {
          let at = now;
          const { queue, store, names } = alertQueue(rows, { now: () => at, flood: () => flood });
          names.set(smallNames);
          const first = queue.look(filter, false).shown;
          const cards = cardsOf(first);
          const opened = cards[pick % Math.max(1, cards.length)];
          const shown = opened === undefined ? first : (queue.toggle(opened.id) as Shown);
          const standing = still(shown);
          if (opened !== undefined) {
            expect(standing.filter((key) => !queue.casesOf(opened.id).some((id) => key === `case/${id}`))).toEqual(
              still(first).filter((key) => key !== ''),
            );
          }
          for (const change of changes) {
            store.change({ total: 0, ...change }, 0);
            at += 7 * hour;
            const looked = queue.look(filter, true);
            expect(still(looked.shown)).toEqual(standing);
            expect([...looked.shown.tops]).toEqual([...shown.tops]);
            expect(rowsOf(looked.shown)).toHaveLength(standing.length);
            const inCards = cardsOf(looked.shown).reduce((sum, card) => sum + (card.open ? 0 : card.count), 0);
            const lines = linesOf(looked.shown).filter(({ gone }) => !gone).length;
            // A case may have left its line for a card's key or come to it; it never vanishes.
            expect(inCards + lines + waitingCount(looked.shown)).toBeGreaterThanOrEqual(looked.passing);
          }
          const free = queue.look(filter, false);
          expect(waitingCount(free.shown)).toBe(0);
          expect(free.shown.casesFrom(0)).toBe(free.passing);
        },
      ),
    );
  });

  test('a card counts on in place, and what is new beside it waits', () => {
    const row = (caseId: number, change: Partial<AlertRow> = {}) => alertRow({ caseId, dueAt: now - hour, ...change });
    const rows = Array.from({ length: 30 }, (_, at) => row(at + 1));
    const { queue, store } = alertQueue(rows, { now: () => now });
    const [card] = cardsOf(queue.look(NO_FILTER, false).shown);
    expect(card?.count).toBe(30);
    store.change({ total: 0, put: [row(50), row(51, { department: 'dep-2' })], removed: [1] }, 0);
    const held = queue.look(NO_FILTER, true).shown;
    expect(cardsOf(held).map(({ count }) => count)).toEqual([30]);
    expect(held.waiting).toEqual([{ section: 'timed-out', count: 1 }]);
    const opened = queue.toggle(card?.id ?? '') as Shown;
    expect(linesOf(opened).map(({ item }) => item.caseId)).toContain(50);
    store.change({ total: 0, put: [row(52)], removed: [2] }, 0);
    const later = queue.look(NO_FILTER, true).shown;
    expect(
      linesOf(later)
        .filter(({ gone }) => gone)
        .map(({ item }) => item.caseNumber),
    ).toEqual(['E-2']);
    expect(waitingCount(later)).toBe(2);
    expect(linesOf(queue.toggle(card?.id ?? '') as Shown)).toEqual([]);
  });
});

test('a long list draws what is in sight, a little beyond, and knows what is not seen yet', () => {
  const tops = Float64Array.from({ length: 50_001 }, (_, at) => at * 3);
  const { from, to, unseen } = rowsIn(tops, { top: 30_000, height: 600, rem: 10 });
  expect([from, to, unseen]).toEqual([994, 1027, 1020]);
  expect(rowsIn(new Float64Array(1), { top: 0, height: 600, rem: 10 })).toEqual({ from: 0, to: 0, unseen: 0 });
});
