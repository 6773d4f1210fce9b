import { createListFiles } from '#adapters/files/list-files.ts';
import type { Database } from '#adapters/postgres/client.ts';
import {
  createCatalogueStore,
  createHandbookFacts,
  createHandbookStore,
} from '#adapters/postgres/lists/catalogue-store.ts';
import { createDepartmentFacts, createDepartmentStore } from '#adapters/postgres/lists/department-store.ts';
import { createStageLimitStore } from '#adapters/postgres/lists/stage-limit-store.ts';
import { createDistrictSource } from '#adapters/postgres/lists/district-source.ts';
import { createCalendarStore } from '#adapters/postgres/lists/calendar-store.ts';
import { calendarList } from '#application/calendar/calendar-list.ts';
import { catalogueList } from '#application/lists/catalogue-list.ts';
import { departmentList } from '#application/lists/department-list.ts';
import { stageLimitList } from '#application/lists/stage-limit-list.ts';
import { handbookList } from '#application/lists/handbook-list.ts';
import type { ListKind } from '#application/lists/list-kind.ts';
import { createLists, type Lists } from '#application/lists/lists.ts';

/**
 * Every list that a city brings itself. A kind of list is added here, with one line.
 *
 * @param onChanged hears the id of a list that was applied or undone, before whoever did it.
 * @param more lists of registers that are followed in memory, see registers.ts.
 */
export function composeLists(
  database: Pick<Database, 'pool' | 'prisma'>,
  onChanged?: (id: string) => Promise<void>,
  more: readonly ListKind[] = [],
): Lists {
  const files = createListFiles();
  const districts = createDistrictSource(database.pool);
  return createLists(
    [
      calendarList(createCalendarStore(database.pool), files, districts),
      catalogueList(createCatalogueStore(database.pool), files),
      handbookList(createHandbookStore(database.pool), createHandbookFacts(database), files),
      stageLimitList(createStageLimitStore(database.pool), files, districts),
      departmentList(createDepartmentStore(database.pool), createDepartmentFacts(database.pool), files),
      ...more,
    ],
    onChanged,
  );
}
