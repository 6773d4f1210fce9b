import type { Pool } from 'pg';
import type { Config } from '#config';
import { derivedKey, keepIngestKey } from '#adapters/auth/keys.ts';
import { sendCanaries } from '#adapters/canary/canary-sender.ts';
import type { Clock } from '#application/ports.ts';
import { CANARY_SOURCE } from '#domain/feed/canary.ts';
import type { City } from './city.ts';

/** Begins to send probes from this node to itself, with the key of their own source. Returns what ends it. */
export async function startCanary(
  { canarySeconds }: Pick<Config, 'canarySeconds'>,
  parts: {
    pool: Pool;
    secret: string;
    city: City;
    url: string;
    nodeId: string;
    clock: Clock;
    onFault: (what: string, error: unknown) => void;
  },
): Promise<() => void> {
  const { pool, secret, city, url, nodeId, clock, onFault } = parts;
  const [somewhere] = city.dictionary.places;
  if (canarySeconds === 0 || somewhere === undefined) return () => undefined;
  const key = derivedKey('source', secret, CANARY_SOURCE);
  const scope = city.dictionary.city.code;
  await keepIngestKey(pool, { id: CANARY_SOURCE, sourceId: CANARY_SOURCE, key, scope });
  const { lon, lat } = somewhere;
  return sendCanaries({
    ...{ url, key, node: nodeId, position: { lon, lat }, onFault },
    everyMs: canarySeconds * 1_000,
    now: () => clock.now(),
  });
}
