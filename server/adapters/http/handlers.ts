import type { Handlers, HttpParts } from './handler.ts';
import { accountHandlers } from './handlers/account.ts';
import { accountsHandlers } from './handlers/accounts.ts';
import { actHandlers } from './handlers/act.ts';
import { auditHandlers } from './handlers/audit.ts';
import { briefingHandlers } from './handlers/briefings.ts';
import { componentHandlers } from './handlers/components.ts';
import { deskHandlers } from './handlers/desk.ts';
import { evaluationHandlers } from './handlers/evaluation.ts';
import { geocodeHandlers } from './handlers/geocode.ts';
import { handbookHandlers } from './handlers/handbook.ts';
import { handoverHandlers } from './handlers/handover.ts';
import { historyHandlers } from './handlers/history.ts';
import { ingestHandlers } from './handlers/ingest.ts';
import { listHandlers } from './handlers/lists.ts';
import { photoHandlers } from './handlers/photos.ts';
import { peopleHandlers } from './handlers/people.ts';
import { platformHandlers } from './handlers/platform.ts';
import { readHandlers } from './handlers/read.ts';
import { responsibilityHandlers } from './handlers/responsibility.ts';
import { ruleHandlers } from './handlers/rules.ts';
import { screenHandlers } from './handlers/screens.ts';
import { taskHandlers } from './handlers/task.ts';
import { waitingHandlers } from './handlers/waiting.ts';
import { wallHandlers } from './handlers/walls.ts';

/** One handler for each operation of the table; the compiler notices one that is missing. */
export function createHandlers(parts: HttpParts): Handlers {
  return {
    ...ingestHandlers(parts),
    ...photoHandlers(parts),
    ...readHandlers(parts),
    ...geocodeHandlers(parts),
    ...componentHandlers(parts),
    ...actHandlers(parts),
    ...waitingHandlers(parts),
    ...taskHandlers(parts),
    ...responsibilityHandlers(parts),
    ...ruleHandlers(parts),
    ...wallHandlers(parts),
    ...briefingHandlers(parts),
    ...deskHandlers(parts),
    ...handoverHandlers(parts),
    ...historyHandlers(parts),
    ...accountHandlers(parts),
    ...accountsHandlers(parts),
    ...peopleHandlers(parts),
    ...auditHandlers(parts),
    ...screenHandlers(parts),
    ...listHandlers(parts),
    ...handbookHandlers(parts),
    ...evaluationHandlers(parts),
    ...platformHandlers(parts),
  };
}
