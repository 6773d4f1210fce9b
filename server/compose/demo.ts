import type { Pool } from 'pg';
import type { Config } from '#config';
import type { Auth } from '#adapters/auth/auth.ts';
import { closeDemo, type DemoAccess, openDemo } from '#adapters/auth/demo.ts';
import { memoryOf } from '#adapters/simulator/memory.ts';
import { simulatedRoster } from '#adapters/simulator/roster.ts';
import type { NearComponents } from '#adapters/simulator/births.ts';
import { startSimulator, type Simulator } from '#adapters/simulator/simulator.ts';
import type { QueryPort } from '#application/api-port.ts';
import type { Clock, TeamStore } from '#application/ports.ts';
import type { ChosenCity } from './chosen-city.ts';
import type { City } from './city.ts';
import { welcomeLines } from './welcome.ts';

/** The simulated city as it runs. */
export type Demo = {
  access: DemoAccess;
  /** Lines that tell a newcomer where to look and how to sign in. */
  lines(url: string): string[];
  stop(): Promise<void>;
};

const SIMULATOR = 'simulator';

/** Opens what the demo lets in, or closes what an earlier one let in. */
async function access(
  config: Config,
  parts: { auth: Auth; pool: Pool; secret: string; city: City; chosen: ChosenCity },
): Promise<DemoAccess | null> {
  const { auth, pool, secret, city, chosen } = parts;
  if (!config.demo) {
    await closeDemo({ auth, pool, secret, sourceId: SIMULATOR });
    return null;
  }
  const { code } = city.dictionary.city;
  const district =
    city.dictionary.places.find(({ code: place }) => place === chosen.demo.district) ?? city.dictionary.places[0];
  // Most of a district's cases are this one's; a city with a list of its own may call it otherwise.
  const own = city.dictionary.departments.filter(
    ({ districtCode, retired }) => districtCode === district?.code && !retired,
  );
  const department = own.find(({ trade }) => trade === 'enforcement') ?? own.find(({ trade }) => trade !== 'command');
  return openDemo({
    auth,
    pool,
    secret,
    city: code,
    district: { code: district?.code ?? code, nameZh: district?.nameZh ?? '', username: chosen.demo.username },
    department: department === undefined ? null : { code: department.code, nameZh: department.nameZh },
    sourceId: SIMULATOR,
  });
}

/** Puts the simulated collectors and crews on the roster; who left it since is taken off. */
async function staff({ city, teams }: { city: City; teams: TeamStore }): Promise<void> {
  await teams.saveRoster(SIMULATOR, simulatedRoster(city.places));
}

async function run(
  config: Config,
  access: DemoAccess,
  parts: {
    /** Off where the demo's screens and accounts show something else than its own city. */
    simulated: boolean;
    url: string;
    clock: Clock;
    city: City;
    /** The register that reports name components of. */
    components: NearComponents;
    teams: TeamStore;
    queries: QueryPort;
    /** Called when the days before the first start have been told. */
    onPast: () => void;
    say: (line: string) => void;
    onFault: (what: string, error: unknown) => void;
  },
): Promise<Demo> {
  const simulator = parts.simulated ? await simulate(config, access, parts) : null;
  return {
    access,
    lines: (url) => welcomeLines(url, access, parts.simulated),
    stop: async () => simulator?.stop(),
  };
}

async function simulate(config: Config, access: DemoAccess, parts: Parameters<typeof run>[2]): Promise<Simulator> {
  const { url, clock, city, components, teams, queries, onPast, say, onFault } = parts;
  const roster = (await teams.roster()).filter(({ simulated }) => simulated);
  const simulator = startSimulator({
    baseUrl: url,
    key: access.ingestKey,
    clock,
    seed: config.demoSeed,
    places: city.places,
    components,
    limitOf: (categoryKey, conditionNo) => city.handbook.condition(categoryKey, conditionNo)?.limit ?? null,
    calendar: city.calendar,
    teams: roster,
    memory: memoryOf(queries, SIMULATOR, city.dictionary.city.code),
    say,
    onFault,
  });
  simulator.past.then(onPast, () => undefined);
  return simulator;
}

export const startDemo = { access, staff, run };
