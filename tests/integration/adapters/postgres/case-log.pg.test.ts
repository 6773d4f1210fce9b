import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createPool } from '#adapters/postgres/pool.ts';
import { describeCaseLog } from '../../../contract/case-log-suite.ts';
import { createTestDatabase } from '../../postgres.ts';

describeCaseLog('Postgres', async () => {
  const database = await createTestDatabase();
  const pools = [createPool(database.url, { max: 4 }), createPool(database.url, { max: 4 })] as const;
  const close = async (): Promise<void> => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  };
  return { log: createCaseLog(pools[0]), other: createCaseLog(pools[1]), close };
});
