import type { StoreQueries } from '#application/query/store-queries.ts';
import type { Database } from '../client.ts';
import { reported } from '../unavailable.ts';
import { createCaseQueries } from './cases.ts';
import { createPastPlaces } from './past-places.ts';
import { createPlaceQueries } from './places.ts';
import { createWaitingQueries } from './waiting.ts';

/** What the ways out ask, answered from Postgres. */
export function createStoreQueries(database: Pick<Database, 'pool' | 'prisma'>): StoreQueries {
  const cases = createCaseQueries(database.pool);
  const places = createPlaceQueries(database);
  const past = createPastPlaces(database.pool);
  const waiting = createWaitingQueries(database.pool);
  return {
    listCases: (filter, reach, at, page) => reported(cases.listCases(filter, reach, at, page)),
    caseByNumber: (number, reach) => reported(cases.caseByNumber(number, reach)),
    listAlerts: (filter, reach, limit) => reported(cases.listAlerts(filter, reach, limit)),
    casesOwingReplies: (filter, reach, limit) => reported(waiting.casesOwingReplies(filter, reach, limit)),
    casesNear: (about, metres, reach) => reported(waiting.casesNear(about, metres, reach)),
    casesWithRequests: (filter, reach, limit) => reported(waiting.casesWithRequests(filter, reach, limit)),
    listPlaces: (filter) => reported(places.listPlaces(filter)),
    locateAt: (position, at) => past.locateAt(position, at),
    placeByCode: (code) => reported(places.placeByCode(code)),
  };
}
