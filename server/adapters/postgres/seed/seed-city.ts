import type { PoolClient } from 'pg';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Database } from '../client.ts';
import { arraysOf, jsonText, upsertSql } from '../columns.ts';
import { SEED_PARTS, type Catalogue, type CitySeed, type SeedPartName, type SeedPlaceRow } from './city-seed.ts';
import * as tables from './seed-columns.ts';

/** Hears what is being written, for a progress line. */
export type SeedProgress = (part: SeedPartName, written: number, of: number) => void;

const BATCH = 5_000;
// Any number that no other part of the platform locks: two nodes that start together seed one after the other.
const SEED_LOCK = 7_202_611_220_002n;

/**
 * Brings the seed in, part by part, where its version is not in yet; all in one transaction, so that a start that is
 * stopped half-way leaves nothing half made. Ids are the seed's own and stable; what a city brought itself stays.
 *
 * @returns the parts that were written, none when all were in.
 */
export async function seedCity(
  { pool, prisma }: Pick<Database, 'pool' | 'prisma'>,
  seed: CitySeed,
  progress: SeedProgress = () => undefined,
): Promise<SeedPartName[]> {
  const marks = await prisma.seedMark.findMany();
  if (missing(seed, marks).length === 0) return [];
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
    const { rows } = await client.query<Mark>('SELECT part, version, own FROM seed_mark');
    const parts = missing(seed, rows);
    for (const part of parts) await writePart(client, seed, part, progress);
    await client.query('COMMIT');
    // The planner would otherwise take the new tables for empty ones until it looks by itself.
    await client.query('ANALYZE place, category, filing_condition, department');
    return parts;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken ??= failure));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Marks a part as the city's own: no seed will touch it again. */
export async function keepOwn(
  { prisma }: Pick<Database, 'prisma'>,
  part: SeedPartName,
  version: string,
): Promise<void> {
  const own = { part, version, own: true };
  await prisma.seedMark.upsert({ where: { part }, create: own, update: { ...own, at: new Date() } });
}

type Mark = { part: string; version: string; own: boolean };

function missing(seed: CitySeed, marks: readonly Mark[]): SeedPartName[] {
  const byPart = new Map(marks.map((mark) => [mark.part, mark]));
  return SEED_PARTS.filter((part) => {
    const mark = byPart.get(part);
    return mark === undefined || (!mark.own && mark.version !== seed[part].version);
  });
}

async function writePart(
  client: PoolClient,
  seed: CitySeed,
  part: SeedPartName,
  progress: SeedProgress,
): Promise<void> {
  const told = (written: number, of: number): void => progress(part, written, of);
  if (part === 'places') await writePlaces(client, seed.places.rows(), told);
  if (part === 'catalogue') await writeCatalogue(client, seed.catalogue.rows(), told);
  if (part === 'departments') await writeRows(client, tables.DEPARTMENTS, seed.departments.rows(), told);
  if (part === 'calendar') await writeCalendar(client, seed.calendar.rows(), told);
  if (part === 'sources') await writeRows(client, tables.SOURCES, seed.sources.rows(), told);
  if (part === 'successions') {
    await client.query('DELETE FROM place_successor');
    await writeRows(client, tables.SUCCESSIONS, seed.successions.rows(), told);
  }
  await client.query(
    `INSERT INTO seed_mark (part, version, own) VALUES ($1, $2, false)
     ON CONFLICT (part) DO UPDATE SET version = EXCLUDED.version, own = false, at = now()`,
    [part, seed[part].version],
  );
}

type Told = (written: number, of: number) => void;

async function writePlaces(client: PoolClient, rows: readonly SeedPlaceRow[], told: Told): Promise<void> {
  await writeRows(client, tables.PLACES, rows, told);
  // Cases keep the codes of places that are no more, so these stay, with their end.
  const gone = 'UPDATE place SET valid_to = now() WHERE valid_to IS NULL AND NOT code = ANY($1::text[])';
  await client.query(gone, [rows.map((it) => it.code)]);
}

async function writeCatalogue(client: PoolClient, rows: Catalogue, told: Told): Promise<void> {
  const { codeSystems, categories, conditions, stageLimits } = rows;
  await writeRows(client, tables.CODE_SYSTEMS, codeSystems);
  const of = categories.length + conditions.length + stageLimits.length;
  await writeRows(client, tables.CATEGORIES, categories, (written) => told(written, of));
  await writeRows(client, tables.CONDITIONS, conditions, (written) => told(categories.length + written, of));
  await writeRows(client, tables.STAGE_LIMITS, stageLimits, () => told(of, of));
}

async function writeCalendar(client: PoolClient, calendar: Calendar, told: Told): Promise<void> {
  await client.query('UPDATE calendar_version SET current = false WHERE current');
  await client.query(
    `INSERT INTO calendar_version (id, zone, document, current) VALUES ($1, $2, $3, true)
     ON CONFLICT (id) DO UPDATE SET zone = EXCLUDED.zone, document = EXCLUDED.document, current = true`,
    [calendar.version, calendar.zone, jsonText(calendar)],
  );
  told(1, 1);
}

/** Adds or replaces rows of a seeded table, some thousands a statement. */
export async function writeRows<Row>(
  client: Pick<PoolClient, 'query'>,
  { table, key, columns }: tables.SeededTable<Row>,
  rows: readonly Row[],
  told: Told = () => undefined,
): Promise<void> {
  const text = upsertSql(table, columns, key);
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await client.query(text, arraysOf(columns, batch));
    told(from + batch.length, rows.length);
  }
}
