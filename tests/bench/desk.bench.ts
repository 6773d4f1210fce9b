// What the desk's queue of alerts costs at 50,000 alerts (or as many as are asked for): from a changed alert to its row,
// folding into cards, searching, filtering, a storm; paired with the same queue made of objects.
// Run: npm run bench:desk [-- SIZE]
import { AlertQueue } from '#client/desk/queue/alerts/alert-queue.ts';
import { filterItems, NO_FILTER, type QueueFilter } from '#client/desk/queue/filter.ts';
import { nextQueue } from '#client/desk/queue/held-order.ts';
import { searchWords } from '#client/desk/queue/search-words.ts';
import { AlertStore } from '#client/stores/alert-store.ts';
import { DictionaryStore } from '#client/stores/dictionary-store.ts';
import { DEFAULT_RULES } from '#domain/case/rules.ts';
import type { AlertRow } from '#wire/figures.ts';
import { smallNames } from '../unit/client/desk/alert-queue-parts.ts';
import { alertRow } from '../unit/client/desk/alert-row.ts';
import { queueItems } from '../unit/client/desk/plain-queue.ts';
import { quantile, writeResults } from './results.ts';

const alerts = Number(process.argv[2] ?? 50_000);
const changes = 400;
const looks = 41;
const now = Date.UTC(2026, 10, 23, 6);
const hour = 3_600_000;
/** What of a 60 Hz frame is left for the queue. */
const frameMs = 16.7;

let state = 7;
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 4_294_967_296) * below);
}

function madeRow(caseId: number, change: Partial<AlertRow> = {}): AlertRow {
  const district = 1 + random(16);
  return alertRow({
    caseId,
    caseNumber: `E0110-20261123-${String(caseId).padStart(6, '0')}`,
    threshold: random(3) === 0 ? 'timeout' : 'warning',
    dueAt: now - 11 * 60_000 - random(48 * hour),
    firedAt: now - random(48 * hour) - 11 * 60_000,
    districtCode: `1201${String(district).padStart(2, '0')}`,
    subdistrictCode: `1201${String(district).padStart(2, '0')}${String(random(20)).padStart(3, '0')}`,
    department: `dep-${district}-${random(10)}`,
    categoryKey: random(2) === 0 ? 'a' : 'b',
    stage: random(4) === 0 ? 'dispatch' : 'dispose',
    address: `承德道${random(400)}号`,
    urgent: random(50) === 0,
    ...change,
  });
}

function timed<T>(into: number[], run: () => T): T {
  const started = performance.now();
  const result = run();
  into.push(performance.now() - started);
  return result;
}

const store = new AlertStore();
const names = new DictionaryStore();
names.set(smallNames);
let flood: { since: number } | null = null;
const queue = new AlertQueue({ store, names, me: 'me', now: () => now, zoneMs: () => 8 * hour, flood: () => flood });
const rows = Array.from({ length: alerts }, (_, at) => madeRow(at + 1));
const samples = {
  snapshot: [] as number[],
  alertToRow: [] as number[],
  held: [] as number[],
  grouping: [] as number[],
  flat: [] as number[],
  filter: [] as number[],
  search: [] as number[],
  storm: [] as number[],
  plainChange: [] as number[],
  plainSearch: [] as number[],
};
let checksum = 0;
const look = (filter: QueueFilter, held = false) => queue.look(filter, held);

timed(samples.snapshot, () => {
  store.replace({ total: alerts, rows }, 0);
  return look(NO_FILTER);
});
const searching = { ...NO_FILTER, text: '园林 承德道12' };
for (let round = 0; round < looks; round++) {
  checksum += timed(samples.grouping, () => look(NO_FILTER)).shown.length;
  checksum += timed(samples.flat, () => look({ ...NO_FILTER, grouping: 'none' })).shown.length;
  checksum += timed(samples.filter, () =>
    look({ ...NO_FILTER, view: 'untaken', district: '120101', stage: 'dispose' }),
  ).passing;
  checksum += timed(samples.search, () => look(searching)).passing;
}
const flat = { ...NO_FILTER, grouping: 'none' } as const;
for (let at = 0; at < changes; at++) {
  const row = madeRow(1 + random(alerts));
  checksum += timed(samples.alertToRow, () => {
    store.change({ total: alerts, put: [row], removed: [] }, 0);
    const { shown } = look(flat);
    return shown.rowAt(shown.indexOfCase(row.caseId)) === null ? 0 : 1;
  });
  const other = madeRow(1 + random(alerts));
  checksum += timed(samples.held, () => {
    store.change({ total: alerts, put: [other], removed: [] }, 0);
    return look(flat, true).shown.rowAt(5) === null ? 0 : 1;
  });
}
const words = (row: AlertRow): string => searchWords(row, names, DEFAULT_RULES);
for (let round = 0; round < 5; round++) {
  const live = [...store.rows.values()];
  const plain = timed(samples.plainChange, () => {
    const items = queueItems(live);
    return nextQueue({ lines: [], waiting: [] }, items, false).lines;
  });
  const items = plain.map(({ item }) => item);
  checksum += timed(samples.plainSearch, () => filterItems(items, searching, 'me', words as never)).length;
}
flood = { since: now - 600_000 };
const storm = Array.from({ length: 10_000 }, (_, at) =>
  madeRow(alerts + 1 + at, { threshold: 'timeout', dueAt: now, firedAt: now }),
);
const stormy = timed(samples.storm, () => {
  store.change({ total: alerts + storm.length, put: storm, removed: [] }, 0);
  return look(NO_FILTER);
});
const cards = Array.from({ length: stormy.shown.length }, (_, at) => stormy.shown.rowAt(at)).flatMap((row) =>
  row?.kind === 'card' && row.card.storm ? [row.card.count] : [],
);

const ms = (one: readonly number[]) => ({ median: quantile(one, 0.5), p99: quantile(one, 0.99) });
const figures = Object.fromEntries(Object.entries(samples).map(([name, one]) => [name, ms(one)])) as Record<
  keyof typeof samples,
  { median: number; p99: number }
>;
const said = ({ median, p99 }: { median: number; p99: number }) =>
  `${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms${p99 > frameMs ? ' (over a frame)' : ''}`;
console.log(`${alerts.toLocaleString('en')} alerts (checksum ${checksum})`);
console.log(`a changed alert to its row:        ${said(figures.alertToRow)}; plainly ${said(figures.plainChange)}`);
console.log(`the same under the pointer:        ${said(figures.held)}`);
console.log(`all anew in cards:                 ${said(figures.grouping)}; in lines ${said(figures.flat)}`);
console.log(`view, district and stage:          ${said(figures.filter)}`);
console.log(`two words in names and addresses:  ${said(figures.search)}; plainly ${said(figures.plainSearch)}`);
console.log(`the first picture:                 ${said(figures.snapshot)}`);
console.log(`a storm of 10,000 in one message:  ${said(figures.storm)}, ${cards.length} cards of ${cards.join(', ')}`);
writeResults('desk', { alerts, changes, looks, ms: figures, storm: { alerts: storm.length, cards } }, [
  'the server, the network and decoding: a delta is sent at most every 200 ms and drawn at most every 250 ms',
  'drawing: React makes the thirty rows in sight anew, whatever lies beyond',
  'a browser: Node runs the same code on the same engine, without anything else on the page',
]);
