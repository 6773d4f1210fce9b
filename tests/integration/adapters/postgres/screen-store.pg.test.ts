import { expect, it } from 'vitest';
import { createPool } from '#adapters/postgres/pool.ts';
import { createScreenStore } from '#adapters/postgres/screen-store.ts';
import { StoreUnavailable } from '#application/ports.ts';
import { describeScreenStore } from '../../../contract/screen-store-suite.ts';
import { createTestDatabase } from '../../postgres.ts';

describeScreenStore('Postgres', async () => {
  const place = await createTestDatabase();
  const pool = createPool(place.url, { max: 2 });
  return {
    store: createScreenStore(pool),
    hang: async ({ wall, screen, scope, label, approvedBy, key }) => {
      await pool.query(
        `INSERT INTO screen (id, wall, name, hash, scope, label, approved_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (wall, name) DO UPDATE SET hash = EXCLUDED.hash, label = EXCLUDED.label, revoked_at = NULL`,
        [`${wall}/${screen}`, wall, screen, key, scope, label, approvedBy],
      );
    },
    close: async () => {
      await pool.end();
      await place.drop();
    },
  };
});

it('a screen store whose database cannot be reached says so, whichever way it asks', async () => {
  const pool = createPool('postgres://citywall@127.0.0.1:9/nothing');
  const store = createScreenStore(pool);
  await expect(store.list()).rejects.toThrow(StoreUnavailable);
  await expect(store.inForce(['main/1'])).rejects.toThrow(StoreUnavailable);
  await pool.end();
});
