import type { CaseState, CaseWaits } from './case.ts';
import { pendingRequests } from './request.ts';
import { openSupervisions } from './supervision.ts';

/** What waits on a case now; undefined where nothing does, as on nearly all of them. */
export function waitsOf(state: CaseState): CaseWaits | undefined {
  const requests = pendingRequests(state);
  const supervisions = state.endedAt === null ? openSupervisions(state) : [];
  return requests.length + supervisions.length === 0 ? undefined : { requests, supervisions };
}
