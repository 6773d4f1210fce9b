import type { CaseState } from './case.ts';
import { pendingRequests } from './request.ts';
import type { CaseRequest } from './request-kind.ts';
import { openSupervisions, type Supervision } from './supervision.ts';

/**
 * What of a case waits for somebody beside its stage: requests 申请 for their answer, supervisions 督办 for their reply. An
 * appeal may wait on a case that has ended; nothing else does.
 */
export type CaseWaits = { requests: CaseRequest[]; supervisions: Supervision[] };

/** What waits on a case now; undefined where nothing does, as on nearly all of them. */
export function waitsOf(state: CaseState): CaseWaits | undefined {
  const requests = pendingRequests(state);
  const supervisions = state.endedAt === null ? openSupervisions(state) : [];
  return requests.length + supervisions.length === 0 ? undefined : { requests, supervisions };
}
