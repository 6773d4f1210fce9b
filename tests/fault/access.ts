import type { Pool } from 'pg';
import { keepIngestKey, keepScreenKey, randomKey } from '#adapters/auth/keys.ts';

/** Keys for a test's source and recording screen on a seeded database. */
export async function openAccess(pool: Pool): Promise<{ ingest: string; screen: string }> {
  const ingest = randomKey('source');
  const screen = randomKey('screen');
  await keepIngestKey(pool, { id: 'fault-test', sourceId: 'hotline-12345', key: ingest, scope: '120000' });
  await keepScreenKey(pool, { wall: 'test', name: 'recorder', key: screen, scope: '120000' });
  return { ingest, screen };
}

/** Posts told reports that fall due soon; gives the source ids that were answered as stored (202), none when refused. */
export async function postDueSoon(
  url: string,
  key: string,
  ids: readonly string[],
  dueInMs: number,
): Promise<string[]> {
  const now = Date.now();
  const items = ids.map((sourceId, index) => ({
    sourceId,
    reportedAt: now,
    conduct: 'told',
    position: { lon: 117.2, lat: 39.12 },
    dueAt: now + dueInMs + index,
  }));
  const response = await fetch(`${url}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(items),
    signal: AbortSignal.timeout(5_000),
  });
  if (response.status !== 202) return [];
  const { results } = (await response.json()) as { results: { index: number; status: string }[] };
  return results.filter(({ status }) => status !== 'rejected').map(({ index }) => ids[index] as string);
}
