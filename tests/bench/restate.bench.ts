// How long open clocks take to be counted again and armed when a year's notice comes, in memory and with the store.
// Run: npm run bench restate
import { restateClocks } from '#application/deadline/restate-clocks.ts';
import { ArmedCases } from '#application/deadline/armed-cases.ts';
import { CaseWriter } from '#application/case/writer.ts';
import { createClock } from '#adapters/memory/clock.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { withNotices } from '#domain/calendar/notice.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { foldCase } from '#domain/case/fold.ts';
import { summaryOf } from '#domain/case/summary.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { withDatabase } from './postgres.ts';
import { quantile, writeResults } from './results.ts';

const CASES = 100_000;
const STORED = 20_000;
const START = Date.parse('2026-12-21T08:00:00+08:00');
const NOWHERE = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };
const doesNotMeasure = [
  'telling screens of what moved',
  'a store on another machine: Postgres runs on the same cores, over the loopback interface',
  `more than ${STORED} stored cases; the stored figures are for that many`,
];

const before = compileCalendar(chinaCalendar);
const newYear = { date: '2027-01-01', workday: false, name: { zh: '元旦', en: "New Year's Day" }, source: 'the bench' };
const after = compileCalendar(withNotices(chinaCalendar, [{ year: 2027, days: [newYear] }], '2027-2'));

/** A case under disposal since some hour of the last days of December; `share` of them reach into the new year. */
function eventsOf(index: number, share: number): CaseEvent[] {
  const at = START + (index % 400) * 60_000;
  const value = (index % 100) / 100 < share ? 120 : 8 + (index % 16);
  const actor = { kind: 'source' as const, id: 'bench', name: 'bench' };
  return [
    {
      eventId: 'reported',
      at,
      recordedAt: at,
      actor,
      data: {
        ...{ type: 'reported', conduct: 'own', channel: 'collector', categoryKey: null, conditionNo: null },
        ...{ description: '', address: '', position: null, place: NOWHERE, reporter: null, media: [] },
        dueGiven: null,
        limit: { value, unit: 'working-hour' },
      },
    },
  ];
}

function summaries(calendar: CompiledCalendar): { states: ReturnType<typeof foldCase>[]; cases: CaseSummary[] } {
  const states = Array.from({ length: CASES }, (_, index) => foldCase(eventsOf(index, 1)));
  const cases = states.map((state, index) => {
    const identity = { id: index + 1, number: '', source: 'bench', externalId: '', simulated: true };
    return summaryOf(identity, state, runningClocks(state, calendar, defaultThresholds));
  });
  return { states, cases };
}

/** Counting every clock anew and arming it, all of them moved: nothing is stored. */
function inMemory(): { countMs: number; armMs: number } {
  const { states, cases } = summaries(before);
  const armed = new ArmedCases(START);
  for (const summary of cases) armed.put(summary);
  const counted: number[] = [];
  const put: number[] = [];
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    const clocks = states.map((state) => runningClocks(state, round % 2 === 0 ? after : before, defaultThresholds));
    const between = performance.now();
    cases.forEach((summary, index) =>
      armed.put({ ...summary, ...clocks[index]!, version: summary.version + round + 1 }),
    );
    counted.push(between - begun);
    put.push(performance.now() - between);
  }
  return { countMs: Math.round(quantile(counted, 0.5)), armMs: Math.round(quantile(put, 0.5)) };
}

await withDatabase(async ({ pool }) => {
  const memory = inMemory();
  console.log(`${CASES} clocks, all moved`, memory);
  const log = createCaseLog(pool);
  const stored: Record<string, { moved: number; ms: number }> = {};
  for (const share of [0.01, 0.1, 1]) {
    for (let from = 0; from < STORED; from += 1_000)
      await log.transact({}, false, () =>
        Array.from({ length: 1_000 }, (_, offset) => {
          const events = eventsOf(from + offset, share);
          const state = foldCase(events);
          const clocks = runningClocks(state, before, defaultThresholds);
          const externalId = `${share}-${from + offset}`;
          const newborn = {
            kind: 'new' as const,
            source: 'bench',
            externalId,
            simulated: true,
            numberPrefix: 'X0000',
            numberDay: '20261221',
          };
          return { ...newborn, events, state, clocks };
        }),
      );
    const prefix = `${share}-`;
    const cases = (await log.snapshot()).cases.filter(({ externalId }) => externalId.startsWith(prefix));
    const writer = new CaseWriter({
      log,
      calendar: () => after,
      thresholds: defaultThresholds,
      onCommitted: () => undefined,
    });
    const begun = performance.now();
    const moved = await restateClocks({
      cases: () => cases,
      mark: { read: async () => chinaCalendar.version, write: async () => undefined },
      calendar: after,
      older: async () => before,
      thresholds: defaultThresholds,
      writer,
      clock: createClock(),
    });
    stored[`${share * 100} % of ${cases.length} reach into the new year`] = {
      moved,
      ms: Math.round(performance.now() - begun),
    };
    console.log(stored);
  }
  writeResults('restate', { inMemory: { clocks: CASES, ...memory }, stored }, doesNotMeasure);
});
