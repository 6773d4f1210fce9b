import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { handbookOf } from '#application/case/handbook.ts';
import { compileCalendar } from '#domain/calendar/compile.ts';
import type { CaseState } from '#domain/case/case.ts';
import { boston311 } from '#adapters/files/boston311.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { chinaCalendar } from '#seed/calendar/china.ts';
import { createImportPlatform } from '../../scripts/import/platform.ts';
import { runImport, type ImportSummary } from '../../scripts/import/run-import.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import { unknownPlaces } from '../fixtures/unknown-places.ts';

const MADE = 'tests/fixtures/import/boston311-made.csv';
const AS_OF = Date.parse('2016-01-12T23:00:00-05:00');
const NOWHERE = { inside: false, districtCode: null, subdistrictCode: null, communityCode: null, gridCode: null };

const calendar = compileCalendar(chinaCalendar);
const handbook = handbookOf({ stageLimits: [], conditions: [], categoryKeys: [], departmentCodes: [] });

let database: TestDatabase;
let pool: ReturnType<typeof createPool>;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = createPool(database.url, { max: 4 });
  folder = await mkdtemp(join(tmpdir(), 'citywall-import-'));
});

afterEach(async () => {
  await pool.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function importFile(file: string): Promise<ImportSummary> {
  const platform = createImportPlatform(pool, {
    calendar,
    handbook,
    locate: () => NOWHERE,
    placeOfCode: unknownPlaces,
  });
  return runImport({
    ...platform,
    profile: boston311(),
    file,
    asOf: AS_OF,
    outputs: { verdicts: join(folder, 'verdicts.csv'), rejectedFolder: folder },
    progress: { show: () => undefined, end: () => undefined },
  });
}

async function verdicts(): Promise<[string, string][]> {
  const rows = parseText(await readFile(join(folder, 'verdicts.csv'), 'utf8')) as [string, string][];
  expect(rows[0]).toEqual(['source_id', 'verdict']);
  return rows.slice(1);
}

async function cityVerdicts(file: string): Promise<[string, string][]> {
  const rows: [string, string][] = [];
  const raw = createReadStream(file);
  const text = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  for await (const row of text.pipe(parse({ columns: true }))) {
    const { case_enquiry_id: id, ontime_status: status } = row as Record<string, string>;
    rows.push([id ?? '', status ?? '']);
  }
  return rows;
}

async function storedCase(id: string): Promise<CaseState> {
  const { rows } = await pool.query<{ state: CaseState }>('SELECT state FROM city_case WHERE external_id = $1', [id]);
  return rows[0]!.state;
}

async function logHead(): Promise<number> {
  const { rows } = await pool.query<{ position: number }>('SELECT position::float8 AS position FROM log_head');
  return rows[0]!.position;
}

test('a city file goes into the store, and its verdicts are those of the city', async () => {
  const summary = await importFile(MADE);
  expect(summary).toMatchObject({ rows: 17, imported: 17, duplicates: 0, rejected: 0, onTime: 10, overdue: 7 });
  expect(summary.events).toBe(await logHead());
  expect(summary.rejectedFile).toBeNull();
  expect(await verdicts()).toEqual(await cityVerdicts(MADE));
});

test('what is odd in a row is kept on purpose and counted', async () => {
  const { oddities } = await importFile(MADE);
  expect(oddities).toEqual({ closedBeforeOpened: 2, defaultPoint: 4, noNeighborhood: 5, noTarget: 2 });
  const early = await storedCase('900000000010');
  expect(early).toMatchObject({ phase: 'closed', anomalies: expect.arrayContaining(['ended-before-reported']) });
  expect(await storedCase('900000000001')).toMatchObject({ position: null, anomalies: ['default-point'] });
  expect(await storedCase('900000000012')).toMatchObject({
    phase: 'closed',
    department: 'boston311:PARK_Trees, "North" crew',
  });
});

test('the same file again doubles nothing', async () => {
  await importFile(MADE);
  const head = await logHead();
  const again = await importFile(MADE);
  expect(again).toMatchObject({
    rows: 17,
    imported: 0,
    duplicates: 17,
    rejected: 0,
    events: 0,
    onTime: 10,
    overdue: 7,
  });
  expect(await logHead()).toBe(head);
});

test('the dictionary learns the categories, departments and the source of a file', async () => {
  await importFile(MADE);
  const { rows } = await pool.query(`SELECT c.name_en, d.name_en AS department FROM city_case k
    JOIN category c ON c.key = k.category_key JOIN department d ON d.code = k.department
    JOIN source s ON s.id = k.source WHERE k.external_id = '900000000001'`);
  expect(rows).toEqual([{ name_en: 'Street Light Outages', department: 'PWDx_Street Lights' }]);
});

const whole = process.env['CITYWALL_TEST_DATA'];

test.runIf(whole !== undefined)('all 58,017 verdicts of half a year in Boston are the city’s', async () => {
  const file = join(whole ?? '', 'cases/boston311_2015_jan-jun.csv.gz');
  const summary = await importFile(file);
  expect(summary).toMatchObject({ rows: 58_119, imported: 58_119, rejected: 0 });
  expect(summary.oddities).toEqual({
    closedBeforeOpened: 84,
    defaultPoint: 8_752,
    noNeighborhood: 6_365,
    noTarget: 14_527,
  });
  const ours = await verdicts();
  const theirs = await cityVerdicts(file);
  expect(ours.map(([id]) => id)).toEqual(theirs.map(([id]) => id));
  const wrong = theirs.filter(([, verdict], i) => verdict !== '' && verdict !== ours[i]?.[1]);
  expect(wrong).toEqual([]);
  expect(theirs.filter(([, verdict]) => verdict !== '')).toHaveLength(58_017);
});
