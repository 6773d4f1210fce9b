import type { Operation } from './operation.ts';
import { accountOperations } from './operations/account.ts';
import { accountsOperations } from './operations/accounts.ts';
import { actOperations } from './operations/act.ts';
import { auditOperations } from './operations/audit.ts';
import { briefingOperations } from './operations/briefings.ts';
import { deskOperations } from './operations/desk.ts';
import { componentOperations } from './operations/components.ts';
import { evaluationOperations } from './operations/evaluation.ts';
import { geocodeOperations } from './operations/geocode.ts';
import { handbookOperations } from './operations/handbook.ts';
import { handoverOperations } from './operations/handover.ts';
import { historyOperations } from './operations/history.ts';
import { ingestOperations } from './operations/ingest.ts';
import { listOperations } from './operations/lists.ts';
import { photoOperations } from './operations/photos.ts';
import { platformOperations } from './operations/platform.ts';
import { readOperations } from './operations/read.ts';
import { responsibilityOperations } from './operations/responsibility.ts';
import { ruleOperations } from './operations/rules.ts';
import { screenOperations } from './operations/screens.ts';
import { taskOperations } from './operations/task.ts';
import { waitingOperations } from './operations/waiting.ts';
import { wallOperations } from './operations/walls.ts';

/** Every operation of the API by its operationId. Nothing is served that isn't in this table. */
export const operations = {
  ...ingestOperations,
  ...photoOperations,
  ...readOperations,
  ...geocodeOperations,
  ...componentOperations,
  ...actOperations,
  ...waitingOperations,
  ...taskOperations,
  ...responsibilityOperations,
  ...ruleOperations,
  ...wallOperations,
  ...briefingOperations,
  ...deskOperations,
  ...handoverOperations,
  ...historyOperations,
  ...accountOperations,
  ...accountsOperations,
  ...auditOperations,
  ...screenOperations,
  ...listOperations,
  ...handbookOperations,
  ...evaluationOperations,
  ...platformOperations,
} as const satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
export const operationIds = Object.keys(operations) as OperationId[];
