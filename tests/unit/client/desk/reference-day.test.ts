import { expect, test } from 'vitest';
import { NO_FILTER } from '#client/desk/queue/filter.ts';
import { floodOf } from '#client/desk/load/flood.ts';
import { loadOf, type AlertLife } from '#domain/alert/load.ts';
import { DEFAULT_LOAD_LIMITS } from '#domain/alert/load-limits.ts';
import type { AlertRow } from '#wire/figures.ts';
import { alertQueue, rowsOf } from './alert-queue-parts.ts';
import { alertRow } from './alert-row.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Midnight of a working day in Shanghai. */
const midnight = Date.UTC(2026, 10, 22, 16);

/**
 * A day of a city like Tianjin: 800,000 cases a year are 2,200 a day, most of them reported in working hours; one in five
 * comes near its limit, one in twelve beyond it. Sixteen districts, their usual departments, a heavy head of trades.
 */
const CASES = 2_200;
const OFFICERS = 4;
const STEP = 10 * minute;

let state = 11;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 4_294_967_296;
}
const pick = (heavy: number, of: number): number => Math.floor(of * random() ** heavy);

type Life = { row: AlertRow; at: number; until: number };

function reportedAt(): number {
  const working = random() < 0.85;
  const hours = working ? 8 + 10 * random() : 24 * random();
  return midnight + hours * hour;
}

function referenceDay(): Life[] {
  const lives: Life[] = [];
  for (let caseId = 1; caseId <= CASES; caseId++) {
    const district = String(120101 + pick(1.2, 16));
    const inDisposal = random() < 0.75;
    const about = {
      caseId,
      districtCode: district,
      department: inDisposal ? `${district}-${pick(2.2, 10)}` : null,
      stage: inDisposal ? ('dispose' as const) : ((['file', 'dispatch', 'check'] as const)[pick(1, 3)] ?? 'file'),
      categoryKey: `category-${pick(3, 60)}`,
      urgent: random() < 0.02,
    };
    const warnAt = reportedAt() + (inDisposal ? 3 : 0.4) * hour * (0.5 + random());
    if (random() < 0.2) {
      const late = random() < 0.4;
      const worked = warnAt + (late ? 1 : random()) * hour;
      lives.push({
        row: alertRow({ ...about, id: caseId * 2, threshold: 'warning', dueAt: warnAt, firedAt: warnAt }),
        at: warnAt,
        until: worked,
      });
      if (late) {
        const timeout = alertRow({ ...about, id: caseId * 2 + 1, dueAt: worked, firedAt: worked });
        lives.push({ row: timeout, at: worked, until: worked + (0.5 + 4 * random()) * hour });
      }
    }
  }
  return lives.filter(({ at }) => at < midnight + 24 * hour);
}

test('on a reference day an officer gets at most one card in ten minutes', () => {
  const day = referenceDay();
  let now = midnight;
  const told: AlertLife[] = [];
  const flood = () =>
    floodOf({ at: now, limits: DEFAULT_LOAD_LIMITS, ...loadOf(told, [], OFFICERS, DEFAULT_LOAD_LIMITS, now) });
  const { queue, store } = alertQueue([], { now: () => now, flood });
  let seen = new Set<string>();
  let cards = 0;
  let alerts = 0;
  let floods = 0;
  for (; now < midnight + 24 * hour; now += STEP) {
    const put = day.filter(({ at }) => at > now - STEP && at <= now);
    const removed = day.filter(({ until }) => until > now - STEP && until <= now).map(({ row }) => row.id);
    alerts += put.length;
    told.push(...put.map(({ row, at }) => ({ clock: String(row.id), raisedAt: at, endedAt: null })));
    store.change({ total: 0, put: put.map(({ row }) => row), removed }, 0);
    floods += Number(flood() !== null);
    const rows = rowsOf(queue.look(NO_FILTER, false).shown);
    const shown = new Set(
      rows.flatMap((row) => (row.kind === 'card' ? [row.card.id] : row.kind === 'line' ? [row.line.item.id] : [])),
    );
    // A case that was in a card before and is a line now was told already.
    const news = put.map(({ row }) => `case/${row.caseId}`);
    cards += [...shown].filter((id) => !seen.has(id) && (id.startsWith('card/') || news.includes(id))).length;
    seen = new Set([...seen, ...shown]);
  }
  const spans = (24 * hour) / STEP;
  expect(alerts).toBeGreaterThan(500);
  expect(floods).toBe(0);
  expect(cards / OFFICERS / spans).toBeLessThanOrEqual(1);
  // Folding is what brings it down.
  expect(cards).toBeLessThan(alerts);
});
