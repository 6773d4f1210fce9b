import { afterEach, beforeEach } from 'vitest';
import { createCaseLog } from '#adapters/postgres/case-log/case-log.ts';
import { createDatabase, type Database } from '#adapters/postgres/client.ts';
import type { CaseLog } from '#application/ports.ts';
import type { CaseEventData } from '#domain/case/event.ts';
import type { Phase } from '#domain/case/stage.ts';
import { HOUR, moved, newCase } from '../../../contract/sample-case.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres.ts';

export { HOUR };
export const DAY = 24 * HOUR;
/** Midnight in Asia/Shanghai. */
export const MONDAY = Date.UTC(2026, 10, 22, 16);

export const dispatched: CaseEventData = { type: 'dispatched', department: 'd', supporting: [], limit: null, note: '' };
export const fedBack: CaseEventData = { type: 'fed-back', note: '', media: [], limit: null };
export const closed: CaseEventData = { type: 'closed', note: '', forced: false };

export type ToldDays = {
  readonly database: Database;
  readonly log: CaseLog;
  readonly report: (externalId: string, at: number) => Promise<unknown>;
  readonly move: (externalId: string, phase: Phase, at: number, data: CaseEventData) => Promise<unknown>;
};

/** A store of its own for every test of a file, into which a test tells the days it asks about. */
export function useToldDays(): ToldDays {
  let place: TestDatabase;
  let database: Database;
  let log: CaseLog;
  beforeEach(async () => {
    place = await createTestDatabase();
    database = createDatabase(place.url, { max: 2 });
    log = createCaseLog(database.pool);
  });
  afterEach(async () => {
    await database.close();
    await place.drop();
  });
  return {
    get database() {
      return database;
    },
    get log() {
      return log;
    },
    report: (externalId, at) => log.transact({}, false, () => [newCase({ externalId, at })]),
    move: (externalId, phase, at, data) =>
      log.transact({ externals: [{ source: 'sample', externalId }] }, false, (found) => {
        const stored = found.byExternal('sample', externalId);
        if (!stored) return [];
        const change = moved(stored, phase, at);
        return [{ ...change, events: change.events.map((event) => ({ ...event, data })) }];
      }),
  };
}
