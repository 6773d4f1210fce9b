import type { Pool } from 'pg';
import type { Config } from '#config';
import type { Auth } from '#adapters/auth/auth.ts';
import { closeDemo, type DemoAccess, openDemo } from '#adapters/auth/demo.ts';
import type { Clock, TeamStore } from '#application/ports.ts';
import type { City } from './city.ts';

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
  parts: { auth: Auth; pool: Pool; secret: string; city: City },
): Promise<DemoAccess | null> {
  const { auth, pool, secret, city } = parts;
  if (!config.demo) {
    await closeDemo({ auth, pool, secret, sourceId: SIMULATOR });
    return null;
  }
  const { code } = city.dictionary.city;
  const district = city.dictionary.places.find(({ code: place }) => place === '120104') ?? city.dictionary.places[0];
  return openDemo({
    auth,
    pool,
    secret,
    city: code,
    district: { code: district?.code ?? code, nameZh: district?.nameZh ?? '' },
    sourceId: SIMULATOR,
  });
}

async function run(
  _config: Config,
  access: DemoAccess,
  _parts: {
    url: string;
    clock: Clock;
    city: City;
    teams: TeamStore;
    say: (line: string) => void;
    onFault: (what: string, error: unknown) => void;
  },
): Promise<Demo> {
  return {
    access,
    lines: (url) => [
      `wall   ${url}/wall/main/1   (screens 1–6, simulated)`,
      `desk   ${url}/desk`,
      `API    ${url}/api-docs`,
      `sign in as ${access.accounts.map(({ username }) => username).join(', ')} with the password ${access.password}`,
    ],
    stop: () => Promise.resolve(),
  };
}

export const startDemo = { access, run };
