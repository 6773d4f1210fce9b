// npm run replay -- --file F --profile boston311|cases-csv --speed N --data-dir D
// Serves a file's cases as a live stream in virtual time: the wall shows that city's days with its timeouts as they fell,
// on that city's own areas.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { EVERYWHERE } from '#domain/account/scope.ts';
import { handbookOf } from '#application/case/handbook.ts';
import { HeaderError, type ImportProfile } from '#application/import/profile.ts';
import { ROWS_A_BATCH } from '#application/import/import-cases.ts';
import { openCsv } from '#adapters/files/read-csv.ts';
import { knowImported } from '#adapters/postgres/imported.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import { ConfigError, readConfig, type Config } from '#config';
import { OtherCityError } from '../server/compose/chosen-city.ts';
import { startServer } from '../server/compose/server.ts';
import { fileArguments, fileOptionsOf, profileOf, UsageError, type FileOptions } from './import/file-options.ts';
import { openStore } from './import/store.ts';
import { createProgressLine } from './import/progress-line.ts';
import { feed } from './replay/feed.ts';
import { fileCity, type FileCity } from './replay/file-city.ts';
import { inItsCity } from './replay/in-its-city.ts';
import { createReplayClock } from './replay/replay-clock.ts';
import { inOrder, readFacts, type FileFacts } from './replay/timeline.ts';

const USAGE = `npm run replay -- --file F --profile boston311|cases-csv --speed N --data-dir D [options]
  --speed N         virtual seconds a second, 1 to 1,000,000 (86400 is a day a second)
  --data-dir D      a data folder of its own; started on it again, the replay goes on where it stopped
  --city-name NAME  what screens call the file's city in Chinese, --city-name-en NAME in English (default: Boston's
                    own; cases-csv: the source); a city that is known already keeps its name
  --source NAME     cases-csv: the system the cases come from (default: cases-csv)
  --time-zone ZONE  cases-csv: zone of instants without an offset
PORT, HOST and CITYWALL_TIME_ZONE hold as for the server; a profile's own zone is the default.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...fileArguments,
      speed: { type: 'string' },
      'data-dir': { type: 'string' },
      'city-name': { type: 'string' },
      'city-name-en': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return void process.stdout.write(`${USAGE}\n`);
  const options = fileOptionsOf(values);
  const speed = Number(values.speed ?? NaN);
  if (!(speed >= 1 && speed <= 1_000_000)) throw new UsageError('--speed must be a number from 1 to 1,000,000');
  if (values['data-dir'] === undefined)
    throw new UsageError('--data-dir is missing: a replay needs a folder of its own');
  const settings = configFor(options, values['data-dir']);
  const names = { zh: nameOf(values['city-name']), en: nameOf(values['city-name-en']) };
  const file = await fileCity(settings, options, names, say);
  const config = { ...settings, city: file.city };
  const { profile, facts, startAt } = await prepare(config, options, file);
  await replay(config, options, { profile, facts, startAt, speed });
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** A city's name as it was given; null where none was. */
function nameOf(given: string | undefined): string | null {
  const name = given?.trim() ?? '';
  if (given !== undefined && (name === '' || name.length > 40))
    throw new UsageError('--city-name and --city-name-en must be 1 to 40 letters');
  return name === '' ? null : name;
}

/** The server's settings, on the replay's folder, in the file's own zone, with the demo's screens and accounts. */
function configFor(options: FileOptions, dataDir: string): Config {
  const zone = options.timeZone ?? (options.profile === 'boston311' ? 'America/New_York' : undefined);
  return readConfig({
    CITYWALL_TIME_ZONE: zone,
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: undefined,
    CITYWALL_DATA_DIR: resolve(dataDir),
    CITYWALL_DEMO: 'on',
    CITYWALL_DEMO_SPEED: undefined,
  });
}

type Prepared = { profile: ImportProfile; facts: FileFacts; startAt: number };

/** Reads the file once, makes its words known, and finds where to go on. */
async function prepare(config: Config, options: FileOptions, file: FileCity): Promise<Prepared> {
  const store = await openStore(config, 'citywall replay', say).catch((error: unknown) => {
    if (!(error instanceof OtherCityError)) throw error;
    const { code, name } = error.held;
    throw new Error(
      `${config.dataDirectory} holds ${code} ${name}, where this file is not from: name another --data-dir`,
    );
  });
  try {
    await file.keep();
    const lists = await readHandbook(store);
    const handbook = handbookOf({
      ...lists,
      categoryKeys: lists.categories.map(({ key }) => key),
      departmentCodes: lists.departments.map(({ code }) => code),
    });
    const firstYear = lists.calendar?.firstYear ?? 2010;
    const plain = profileOf(options, config.timeZone, handbook, firstYear);
    const profile = file.areas === null ? plain : inItsCity(plain, file.areas);
    const csv = await openCsv(options.file);
    const facts = await readFacts(csv.batches(ROWS_A_BATCH), profile.open(csv.header));
    if (facts.cases === 0)
      throw new UsageError(`${options.file}: none of its rows can be read; npm run import says why`);
    await knowImported(store.pool, profile.source, facts.categories, facts.departments);
    const stored = await lastStored(store.pool, profile.source.id);
    return { profile, facts, startAt: Math.max(stored ?? facts.first, facts.first) };
  } finally {
    await store.close();
  }
}

/** When the newest stored word of a source was heard (epoch ms); null when there is none. */
async function lastStored(pool: Pool, source: string): Promise<number | null> {
  const { rows } = await pool.query<{ at: number | null }>(
    `SELECT round(date_part('epoch', max(greatest(l.at, c.reported_at))) * 1000) AS at
       FROM log_entry l JOIN city_case c ON c.id = l.case_id WHERE c.source = $1 AND l.kind = 'case'`,
    [source],
  );
  return rows[0]?.at ?? null;
}

async function replay(
  config: Config,
  options: FileOptions,
  { profile, facts, startAt, speed }: Prepared & { speed: number },
): Promise<void> {
  const { clock, setGoing } = createReplayClock(startAt, speed);
  const server = await startServer(config, {
    clock,
    clockKind: { speed, virtual: true },
    simulator: false,
  });
  const ending = new AbortController();
  let stopping: Promise<void> | null = null;
  let feeding: Promise<void> = Promise.resolve();
  const stop = (): Promise<void> => {
    ending.abort();
    return (stopping ??= feeding.catch(() => undefined).then(() => server.stop()));
  };
  const progress = createProgressLine();
  let told = 0;
  const began = performance.now();
  const show = setInterval(() => {
    const date = new Date(clock.now() + profile.zone.offsetAt(clock.now()))
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
    const rate = Math.round((1000 * told) / (performance.now() - began));
    const share = (clock.now() - facts.first) / Math.max(1, facts.last - facts.first);
    progress.show(Math.min(1, Math.max(0, share)), `${date}, ${rate.toLocaleString('en')} events/s, ${server.url}`);
  }, 200);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => void stop().then(() => process.exit(0)));
  process.stdout.write(
    `replaying ${facts.cases.toLocaleString('en')} cases of ${profile.source.nameEn} from ${new Date(startAt).toISOString()}, ${speed.toLocaleString('en')} times as fast\n`,
  );
  setGoing();
  const csv = await openCsv(options.file);
  const { id, nameEn } = profile.source;
  feeding = feed(
    {
      ingest: server.ingest,
      who: { kind: 'source', id, name: nameEn, role: 'source', scope: EVERYWHERE, department: null },
      now: () => clock.now(),
      from: startAt,
      onFed: (messages) => (told += messages),
      signal: ending.signal,
    },
    inOrder(csv.batches(ROWS_A_BATCH), profile.open(csv.header), facts.sorted),
  ).finally(() => {
    clearInterval(show);
    progress.end();
    csv.close();
  });
  void server.lost.then(stop);
  await feeding.catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  if (!ending.signal.aborted) {
    process.stdout.write(`the file has been told to its end; its deadlines go on falling at ${server.url}\n`);
  }
}

main().catch((error: unknown) => {
  const code = (error as { code?: unknown }).code;
  const usage = error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'));
  const plain = error instanceof HeaderError || error instanceof ConfigError || error instanceof Error;
  process.stderr.write(`${plain ? error.message : String(error)}\n${usage ? `\n${USAGE}\n` : ''}`);
  process.exit(1);
});
