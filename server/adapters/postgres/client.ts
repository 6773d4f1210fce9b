import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { createPool } from './pool.ts';

/** One pool for both ways in: Prisma for ordinary reads and writes, plain SQL where whole batches go at once. */
export type Database = { pool: Pool; prisma: PrismaClient; close: () => Promise<void> };

/**
 * Opens the database; connections are made when first needed.
 *
 * @param url `postgres://…`
 * @param max most connections at once.
 * @param onLost hears of idle connections that broke.
 */
export function createDatabase(url: string, options: { max?: number; onLost?: (error: Error) => void } = {}): Database {
  const pool = createPool(url, options);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { pool, prisma, close };
}
