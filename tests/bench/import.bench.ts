// How fast a city's file goes down the live path into the store, paired in one run with what one would write first: the
// same rows, one Prisma transaction an event.
// Run: npm run bench import [-- ROWS]
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCalendar, type CompiledCalendar } from '#domain/calendar/compile.ts';
import { runningClocks } from '#domain/case/deadlines.ts';
import type { CaseEvent, CaseEventData } from '#domain/case/event.ts';
import type { IncomingCaseEvent } from '#application/api-port.ts';
import { foldCase } from '#domain/case/fold.ts';
import { defaultThresholds } from '#domain/clock/clock.ts';
import { handbookOf } from '#application/case/handbook.ts';
import type { ImportedCase } from '#application/import/profile.ts';
import { boston311 } from '#adapters/files/boston311.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import { createCsvWriter } from '#adapters/files/write-csv.ts';
import type { Database } from '#adapters/postgres/client.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { createImportPlatform } from '../../scripts/import/platform.ts';
import { runImport } from '../../scripts/import/run-import.ts';
import { withDatabase } from './postgres.ts';
import { writeResults } from './results.ts';
import { createOneByOne } from './store-one-by-one.ts';
import { unknownPlaces } from '../fixtures/unknown-places.ts';

const ROWS = Number(process.argv[2] ?? 60_000);
const ONE_BY_ONE_ROWS = 1_000;
const NOWHERE = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };
const doesNotMeasure = [
  'finding the place of a point: every point counts as outside the city (see the locate bench)',
  'screens that follow the log meanwhile, and a store that other writers use',
  'a store on another machine: Postgres runs on the same cores, over the loopback interface',
];

const calendar = compileCalendar(chinaCalendar);
const profile = boston311();

/** A made-up file in the columns of Boston's export: of 100 requests 85 are closed, 75 have a deadline. */
async function makeFile(path: string): Promise<void> {
  const header =
    'case_enquiry_id,open_dt,target_dt,closed_dt,case_status,closure_reason,case_title,reason,type,queue,location,neighborhood,latitude,longitude,source';
  const file = await createCsvWriter(path, header.split(','));
  const local = (minute: number): string => new Date(Date.UTC(2015, 0, 1) + minute * 60_000).toISOString().slice(0, 19);
  for (let i = 0; i < ROWS; i++) {
    const opened = Math.floor((i * 260_000) / ROWS);
    const closed = i % 20 < 17;
    file.write([
      900_000_000_000 + i,
      local(opened),
      i % 4 === 0 ? '' : local(opened + 4_000 + (i % 97) * 60),
      closed ? local(opened + 30 + ((i * 7_919) % 9_000)) : '',
      closed ? 'Closed' : 'Open',
      closed ? 'Case Closed, made up for the bench' : '',
      `Made up request ${i % 113}`,
      `Reason ${i % 25}`,
      `Type ${i % 150}`,
      `Queue ${i % 140}`,
      `${i % 400} Made Street  Boston  MA  02111`,
      'Back Bay',
      (42.3 + (i % 700) / 10_000).toFixed(4),
      (-71.1 + (i % 900) / 10_000).toFixed(4),
      i % 2 === 0 ? 'Constituent Call' : 'City Worker App',
    ]);
  }
  await file.close();
}

type Measured = { events: number; eventsPerSecond: number };

async function imported({ pool }: Database, file: string, folder: string): Promise<Measured & { seconds: number }> {
  const handbook = handbookOf({ stageLimits: [], conditions: [], categoryKeys: [], departmentCodes: [] });
  const platform = createImportPlatform(pool, {
    calendar,
    handbook,
    locate: () => NOWHERE,
    placeOfCode: unknownPlaces,
  });
  const { events, eventsPerSecond, seconds } = await runImport({
    ...platform,
    profile,
    file,
    asOf: Date.UTC(2016, 0, 1),
    outputs: { verdicts: join(folder, 'verdicts.csv'), rejectedFolder: folder },
    progress: { show: () => undefined, end: () => undefined },
  });
  return { events, eventsPerSecond, seconds };
}

/** The first rows of the file again, under other ids, each event in a transaction of its own. */
async function oneByOne({ prisma }: Database, file: string): Promise<Measured> {
  const csv = await openCsv(file);
  const read = profile.open(csv.header);
  const store = createOneByOne(prisma);
  let events = 0;
  const begun = performance.now();
  for await (const rows of csv.batches(ONE_BY_ONE_ROWS)) {
    for (const { cells } of rows) {
      const result = read(cells);
      if (!result.ok) throw new Error(result.reason);
      const [first, ...more] = eventsOf(result.case, calendar);
      if (first === undefined) continue;
      const { sourceId } = result.case.report;
      const id = await store.add({
        kind: 'new',
        source: 'one-by-one',
        externalId: sourceId,
        simulated: false,
        numberPrefix: 'X0000',
        numberDay: '20150101',
        ...stateOf([first]),
        events: [first],
      });
      const known = [first];
      for (const event of more) {
        known.push(event);
        await store.change(id, () => ({ kind: 'changed', id, ...stateOf(known), events: [event] }));
      }
      events += known.length;
    }
    break;
  }
  csv.close();
  return { events, eventsPerSecond: Math.round((events / (performance.now() - begun)) * 1_000) };
}

function stateOf(events: readonly CaseEvent[]) {
  const state = foldCase(events);
  return { state, clocks: runningClocks(state, calendar, defaultThresholds) };
}

function eventsOf({ report, events }: ImportedCase, { calendar: { version } }: CompiledCalendar): CaseEvent[] {
  const actor = { kind: 'source' as const, id: 'one-by-one', name: version };
  const recordedAt = Date.now();
  const { reportedAt, category, dueAt, conduct, channel, description, address, position, media, conditionNo } = report;
  const data = { conduct, channel, description, address, position, media, conditionNo, reporter: null };
  return [
    {
      eventId: 'reported',
      at: reportedAt,
      recordedAt,
      actor,
      data: { type: 'reported', ...data, categoryKey: category, place: NOWHERE, dueGiven: dueAt, limit: null },
    },
    ...events.flatMap(({ eventId, at, what }): CaseEvent[] =>
      what.type === 'told' ? [{ eventId, at, recordedAt, actor, data: toldOf(what) }] : [],
    ),
  ];
}

/** Its files name no places by code. */
function toldOf({ place: _place, ...told }: Extract<IncomingCaseEvent['what'], { type: 'told' }>): CaseEventData {
  return told;
}

const folder = await mkdtemp(join(tmpdir(), 'citywall-bench-import-'));
try {
  const file = join(folder, 'made.csv');
  await makeFile(file);
  const figures = await withDatabase(async (database) => {
    const plain = await oneByOne(database, file);
    const ours = await imported(database, file, folder);
    const again = await imported(database, file, folder);
    return { plain, ours, again };
  });
  const { plain, ours, again } = figures;
  const ratio = Number((ours.eventsPerSecond / plain.eventsPerSecond).toFixed(1));
  const peakMemoryMB = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `import          ${ours.eventsPerSecond.toLocaleString('en')} events/s (${ROWS.toLocaleString('en')} rows, verdicts written, ${ours.seconds} s)`,
  );
  console.log(
    `the file again  ${Math.round(ROWS / again.seconds).toLocaleString('en')} rows/s known already, ${again.events} events stored`,
  );
  console.log(`one by one      ${plain.eventsPerSecond.toLocaleString('en')} events/s with Prisma`);
  console.log(`ratio           ${ratio} times; at most ${peakMemoryMB} MB of memory in this process`);
  writeResults(
    'import',
    {
      unit: 'events a second',
      rows: ROWS,
      import: ours,
      oneByOneWithPrisma: plain,
      ratio: { importToOneByOne: ratio },
      againRowsPerSecond: Math.round(ROWS / again.seconds),
      peakMemoryMB,
      load: loadavg().map((value) => Number(value.toFixed(1))),
    },
    doesNotMeasure,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
