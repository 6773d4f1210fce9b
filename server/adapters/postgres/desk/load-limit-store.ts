import type { Pool } from 'pg';
import type { LoadLimitStore } from '#application/desk/load-limit-book.ts';
import type { LoadLimits } from '#domain/alert/load-limits.ts';
import { oneDocument } from '../one-document.ts';

/** The city's limits of what an officer can bear, as one document in one row. */
export function createLoadLimitStore(pool: Pool): LoadLimitStore {
  return oneDocument<LoadLimits>(pool, 'load_limit');
}
