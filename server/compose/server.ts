import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { Config } from '#config';
import { sourcesWithKeys } from '#adapters/auth/keys.ts';
import { createHttpApi } from '#adapters/http/http-api.ts';
import { createClock } from '#adapters/memory/clock.ts';
import { createPages } from '#adapters/next/pages.ts';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { readAlertLives } from '#adapters/postgres/alerts/alert-lives.ts';
import { storedLists } from '#adapters/postgres/lists/stored-lists.ts';
import { readHandbook } from '#adapters/postgres/queries/handbook-rows.ts';
import { createDayHistory } from '#adapters/postgres/queries/day-history.ts';
import { createStoreQueries } from '#adapters/postgres/queries/store-queries.ts';
import { readStoreCounts } from '#adapters/postgres/queries/store-counts.ts';
import { createPhotoStore } from '#adapters/postgres/photo-store.ts';
import { createDeskViewStore } from '#adapters/postgres/desk/desk-view-store.ts';
import { createLoadLimitStore } from '#adapters/postgres/desk/load-limit-store.ts';
import { createRuleStore } from '#adapters/postgres/rule-store.ts';
import { createSuspensionStore } from '#adapters/postgres/suspensions.ts';
import { readResponsibilityAt } from '#adapters/postgres/responsibility/responsibility-store.ts';
import { readTaskHolders } from '#adapters/postgres/task-holders.ts';
import { createTaskStore } from '#adapters/postgres/task-store.ts';
import { createTeamStore } from '#adapters/postgres/team-store.ts';
import { createLogger } from '#adapters/telemetry/logger.ts';
import { createMetrics } from '#adapters/telemetry/metrics.ts';
import type { ApiPort } from '#application/api-port.ts';
import { createDeskViews } from '#application/desk/desk-views.ts';
import { LoadLimitBook } from '#application/desk/load-limit-book.ts';
import { RuleBook } from '#application/case/rule-book.ts';
import { watchLists } from '#application/lists/watch-lists.ts';
import { feedsOf, POSITIONS_FEED } from '#application/live-feeds.ts';
import { checkInForce } from '#application/place/check-in-force.ts';
import { readGivenPlace } from '#application/place/read-given-place.ts';
import { createPhotos } from '#application/photo/photos.ts';
import { Platform } from '#application/platform.ts';
import { createLiveHub } from '#application/publish/live-hub.ts';
import { defaultPictureThresholds } from '#application/projection/thresholds.ts';
import { createAnswers } from '#application/query/answers.ts';
import { handbookInForce } from '#application/query/handbook-in-force.ts';
import { createResponsibility } from '#application/responsibility/responsibility.ts';
import { dutyWatch } from '#application/task/duty-watch.ts';
import { keepTasks } from '#application/task/task-keeper.ts';
import { createTasks } from '#application/task/tasks.ts';
import { createWaiting } from '#application/query/waiting.ts';
import { defaultThresholds as THRESHOLDS } from '#domain/clock/clock.ts';
import type { OnTheRound } from '#domain/task/task.ts';
import { setRuntime } from '#runtime';
import { openAccounts } from './accounts.ts';
import { openAudit } from './audit.ts';
import { firstLines, openAuth } from './auth.ts';
import { buildId } from './build-id.ts';
import { startCanary } from './canary.ts';
import { keepCalendar } from './calendar.ts';
import { chosenCity } from './chosen-city.ts';
import { loadCity } from './city.ts';
import { openHandovers } from './handover.ts';
import { openHistory } from './history.ts';
import { healthOf } from './health.ts';
import { closeHttp, listen } from './listen.ts';
import { joinCluster } from './cluster.ts';
import { startDemo } from './demo.ts';
import { composeEvaluation } from './evaluation.ts';
import { CITY_LISTS, takeLists } from './city-lists.ts';
import { composeLists } from './lists.ts';
import { openRegisters } from './registers.ts';
import { PLACE_LISTS, placeKinds, watchPlaces } from './places.ts';
import { openResponsibility, RESPONSIBILITY_LISTS, seedDemoResponsibility } from './responsibility.ts';
import { openMaps } from './maps.ts';
import { openMentions } from './mentions.ts';
import { pulseAlerts } from './pulse.ts';
import { serve } from './serve.ts';
import type { RunningServer, ServerOptions } from './server-options.ts';
import { openScreens } from './screens.ts';
import { openSockets } from './sockets.ts';
import { openVisits } from './visits.ts';
import { openWalls } from './walls.ts';
import { openStore } from './store.ts';

export type { RunningServer, ServerOptions };

/**
 * Starts one node: store, city, live picture, deadlines, ways in, pages, demo. Rejects with one clear line and leaves
 * nothing running behind.
 */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const say = options.say ?? ((line: string) => process.stdout.write(`· ${line}\n`));
  const undo: (() => Promise<unknown> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await start(config, options, say, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  options: ServerOptions,
  say: (line: string) => void,
  undo: (() => Promise<unknown> | void)[],
  stop: () => Promise<void>,
): Promise<RunningServer> {
  const nodeId = config.nodeId ?? `node-${randomBytes(4).toString('hex')}`;
  const build = await buildId();
  const logger = createLogger({ level: config.logLevel, node: nodeId });
  const metrics = createMetrics({ node: nodeId });
  const clock = options.clock ?? createClock(config.demo ? { speed: config.demoSpeed } : {});
  const clockKind = options.clockKind ?? {
    speed: config.demo ? config.demoSpeed : 1,
    virtual: config.demo && config.demoSpeed !== 1,
  };
  const simulated = config.demo && (options.simulator ?? true);
  const onFault = (what: string, error: unknown): void => logger.warn({ err: error }, what);

  const pagesReady =
    (options.pages ?? true)
      ? createPages({ development: config.mode === 'development', directory: process.cwd() })
      : null;
  pagesReady?.catch(() => undefined);

  const chosen = await chosenCity(config);
  const store = await openStore(config, chosen, say, (error) => onFault('a connection to Postgres was lost', error));
  undo.push(() => store.stop());
  const city = await loadCity(store, config.timeZone);
  say(`read ${city.places.places.length.toLocaleString('en')} places of ${city.dictionary.city.nameZh}`);

  const log = createCaseLog(store.pool);
  const teams = createTeamStore(store);
  if (simulated) {
    await startDemo.staff({ city, teams });
    await seedDemoResponsibility(store.pool, { places: city.places, teams, seed: config.demoSeed, say });
  }
  const zone = config.timeZone;
  const responsibility = await openResponsibility(store.pool, { places: () => city.places, zone, onFault });
  undo.push(() => responsibility.stop());
  const audit = await openAudit(store, { keptDays: config.auditDays, now: () => clock.now(), onFault });
  undo.push(() => audit.stop());
  const cluster = joinCluster(config, nodeId, store.pool, onFault);
  undo.push(() => cluster.close());
  const simulatedSources = new Set(city.sources.filter((source) => source.simulated).map(({ id }) => id));

  const rules = new RuleBook(createRuleStore(store.pool));
  await rules.read();
  undo.push(rules.follow((error) => onFault('the rules could not be read', error)));

  const loadLimits = new LoadLimitBook(createLoadLimitStore(store.pool));
  await loadLimits.read();
  undo.push(loadLimits.follow((error) => onFault('the limits of load could not be read', error)));

  const walls = await openWalls({
    ...{ store, city, cluster, clock, onFault, zone: config.timeZone, demo: simulated },
    hub: () => hub,
    directs: () => platform.deadlines.owner,
  });
  undo.push(() => walls.stop());

  const keyed = await sourcesWithKeys(store.pool);

  const hub = createLiveHub({
    clock,
    log,
    dictionary: city.dictionary,
    calendar: city.calendar,
    thresholds: defaultPictureThresholds,
    storeCounts: () => readStoreCounts(store.pool),
    history: createDayHistory(store.pool),
    teams,
    view: city.view,
    feeds: feedsOf(
      city.sources,
      simulated,
      (id) => (simulatedSources.has(id) ? simulated : keyed.has(id)),
      clockKind.speed,
      config.canarySeconds * 1_000,
    ),
    build,
    nodeId,
    simulated,
    clockKind,
    deadlines: () => platform.deadlines,
    taskHolders: () => readTaskHolders(store.pool),
    alertLives: (since) => readAlertLives(store.pool, since),
    loadLimits: () => loadLimits.current,
    walls: () => walls.book.all,
    gridCentre: (code) => city.places.get(code)?.centroid ?? null,
    onEntries: (entries) => {
      platform.keeper.onEntries(entries);
      evaluation.keeper.onEntries(entries);
    },
    onFault,
    onCanary: (ms) => metrics.canaryTrip('picture', ms / clockKind.speed),
    ...cluster.shares,
  });
  const collectors = (): OnTheRound[] => hub.teamsNow();
  const isOut = dutyWatch({
    calendar: () => city.calendar,
    onDutyMinutes: () => rules.current.onDutyMinutes,
    teamOf: (code) => hub.teamOf(code),
  });
  const taskStore = createTaskStore(store.pool);
  const { visits, stop: stopVisits } = await openVisits(store, {
    ...{ city, teams, clock, hub, isOut, onFault, demoSeed: simulated ? config.demoSeed : null },
  });
  undo.push(async () => void (await stopVisits()));
  const mentions = openMentions(store, () => clock.now());
  const platform: Platform = new Platform({
    clock,
    log,
    lease: cluster.lease,
    suspensions: createSuspensionStore(store.pool),
    loadLimits: () => loadLimits.current,
    teams,
    thresholds: THRESHOLDS,
    calendar: () => city.calendar,
    handbook: () => city.handbook,
    rules: () => rules.current,
    locate: ({ lon, lat }) => city.places.locate(lon, lat),
    placeOfCode: (code, point) => readGivenPlace(city, code, clock.now(), point),
    isSimulated: (source) => simulatedSources.has(source),
    onCommitted: (entries) => hub.apply(entries),
    onFixes: (_source, fixes, receivedAt) => {
      visits.note(fixes);
      hub.applyFixes(fixes, receivedAt);
      const newest = fixes.reduce((latest, fix) => Math.max(latest, fix.at), 0);
      hub.applyBeat({ feed: POSITIONS_FEED, eventAt: newest, receivedAt });
    },
    onBeat: (beat) => hub.applyBeat(beat),
    audit: audit.write,
    refuseMentions: mentions.refuse,
    onLateness: (ms) => metrics.alertStored(ms),
    onFault,
  });

  const evaluation = await composeEvaluation(store, city, () => clock.now(), onFault);
  undo.push(() => evaluation.stop());
  await hub.start();
  undo.push(() => hub.stop());
  // What fell due while no server ran is raised before anything else is made ready.
  platform.keeper.arm(hub.openCases());
  await platform.start();
  undo.push(() => platform.stop());
  const tasks = keepTasks({
    store: taskStore,
    clock,
    lease: cluster.lease,
    collectors,
    responsibleFor: (unitGrid) => responsibility.book.current().ofUnitGrid(unitGrid)?.collector ?? null,
    isOut,
    onError: (error) => onFault('tasks could not be given out', error),
  });
  undo.push(() => tasks.stop());
  const calendarWatch = await keepCalendar({
    ...{ store, city, clock, say, onFault, zone: config.timeZone, thresholds: THRESHOLDS, writer: platform.writer },
    ...{ log, onCommitted: (entries) => hub.apply(entries) },
    openCases: () => hub.openCases(),
    ownsDeadlines: () => platform.deadlines.owner,
  });
  undo.push(() => calendarWatch.stop());
  const listWatch = await watchLists({
    stored: () => storedLists(store.pool, CITY_LISTS),
    take: async () => {
      if (await takeLists(city, store)) await hub.rebuild('the catalogue changed');
    },
    onError: (error) => onFault('a list that was brought could not be taken', error),
  });
  undo.push(() => listWatch.stop());
  const placeWatch = await watchPlaces(city, store, { say, onFault });
  undo.push(() => placeWatch.stop());
  undo.push(pulseAlerts(hub, platform));

  const { auth, secret } = await openAuth(config, store.pool, logger);
  const screens = openScreens({ pool: store.pool, auth, nodeId, onFault });
  const registers = await openRegisters(store.pool, { city, chosen, demo: simulated, onFault });
  undo.push(() => registers.stop());
  const queries = createStoreQueries(store);
  const now = (): number => clock.now();
  const waiting = createWaiting({ store: queries, rules: () => rules.current, now });
  const port: ApiPort = {
    now,
    ingest: platform.ingest,
    moves: platform.moves,
    photos: createPhotos({ store: createPhotoStore(store.pool), now }),
    rules: {
      current: () => rules.current,
      change: (who, change) => rules.change(who, change, now()),
    },
    ...walls.ports,
    desk: {
      mentions: mentions.port,
      views: createDeskViews({ store: createDeskViewStore(store.pool), now }),
      limits: () => loadLimits.current,
      changeLimits: (who, change) => loadLimits.change(who, change, now()),
    },
    tasks: createTasks({
      ...{ store: taskStore, visits, collectors, isOut, now },
      places: () => city.places,
      responsibility: () => responsibility.book.current(),
    }),
    responsibility: createResponsibility({
      ...{ book: responsibility.book, collectors, isOut, now },
      readAt: (unitGrid, at) => readResponsibilityAt(store.pool, unitGrid, at),
      visitedAt: (unitGrid) => visits.visitedAt(unitGrid),
    }),
    waiting,
    history: openHistory(store.pool, city),
    handovers: openHandovers({
      ...{ pool: store.pool, log, clock, hub, waiting, screens: screens.port, walls: walls.ports.walls },
      ...{ zone: config.timeZone, limits: () => loadLimits.current },
    }),
    queries: createAnswers({
      now,
      hub,
      store: queries,
      places: () => city.places,
      dictionary: city.dictionary,
      calendar: () => city.calendar,
      rules: () => rules.current,
      thresholds: THRESHOLDS,
    }),
    lists: composeLists(
      store,
      async (id) => {
        if (id === 'calendar') await calendarWatch.look();
        if (CITY_LISTS.includes(id)) await listWatch.look();
        if (PLACE_LISTS.includes(id)) await placeWatch.look();
        if (RESPONSIBILITY_LISTS.includes(id)) await responsibility.look();
        await registers.onChanged(id);
      },
      [...registers.kinds, responsibility.kind, ...placeKinds(store.pool, config.timeZone)],
    ),
    screens: screens.port,
    placeProblems: (parent) => checkInForce(city.places, parent),
    geocoder: registers.geocoder,
    components: registers.components,
    evaluation: evaluation.port,
    handbook: async () => handbookInForce(await readHandbook(store)),
    health: healthOf(log, hub, { node: nodeId, build, startedAt: clock.now() }),
    ...openAccounts({ store: auth.accounts, city, onEnded: (id) => sockets.revoke(id) }),
    ...audit.port,
  };
  const prepared = await startDemo.access(config, { auth, pool: store.pool, secret, city, chosen });
  const api = createHttpApi({
    ...{ port, identity: auth, signIn: auth, door: auth.door },
    ...{ telemetry: metrics, log: logger, config, version: build },
    openScreens: prepared?.screenKey ?? null,
  });

  setRuntime({
    now: () => clock.now(),
    build,
    simulated,
    timeZone: config.timeZone,
    principalOf: (headers) => auth.principalOf(headers),
  });
  const httpServer = createServer();
  const sockets = openSockets(httpServer, config, {
    ...{ hub, platform, auth, cluster, clock, city, metrics, screens },
    ...{ build, nodeId, simulated, onFault },
  });
  undo.push(() => sockets.close());
  undo.push(() => hub.dismiss());
  undo.push(screens.follow(sockets));

  const pages = pagesReady ? await pagesReady : null;
  if (pages) undo.push(() => pages.close());
  const maps = await openMaps(config, { city, chosen, auth, onFault, isBuiltIn: () => !placeWatch.hasOwn() });
  undo.push(() => maps.close());
  serve(httpServer, {
    api,
    ...maps,
    pages,
    security: { ...config, development: config.mode === 'development' },
    onError: (error) => onFault('a page could not be served', error),
  });
  const url = await listen(httpServer, config);
  undo.push(() => closeHttp(httpServer));

  undo.push(await startCanary(config, { pool: store.pool, secret, city, url, nodeId, clock, onFault }));
  const demo = prepared
    ? await startDemo.run(config, prepared, {
        simulated,
        url,
        clock,
        city,
        components: registers.nearAnywhere,
        teams,
        queries: port.queries,
        onPast: () => void hub.readPast(),
        say,
        onFault,
      })
    : null;
  if (demo) undo.push(() => demo.stop());
  say(`Citywall listens at ${url}${simulated ? ' — all data is simulated' : ''}`);
  for (const line of demo?.lines(url) ?? (await firstLines(auth, config.demo, config.publicUrl ?? url))) say(line);
  return { url, ingest: platform.ingest, auth, demo, lost: store.lost, stop };
}
