import { postOf } from '#domain/account/post.ts';
import type { Principal } from '#domain/account/role.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import { isEntitled } from '#domain/case/policy.ts';
import { requestsOf } from '#domain/case/request.ts';
import type { CaseRequest, RequestKind, RequestStatus } from '#domain/case/request-kind.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import { reachOf } from './reach.ts';
import type { StoreQueries } from './store-queries.ts';

/** A request with the case it is about. `answerable`: the asker's post answers such requests. */
export type WaitingRequest = { case: CaseSummary; request: CaseRequest; answerable: boolean };

/** Absent conditions are null. `status` pending is what waits. */
export type RequestFilter = { place: string | null; kind: RequestKind | null; status: RequestStatus };

/** What waits for somebody, within the reach of who asks. Rejects with StoreUnavailable. */
export interface WaitingPort {
  /** Waiting ones oldest first, others newest first. */
  requests(who: Principal, filter: RequestFilter, limit: number): Promise<WaitingRequest[]>;
}

export function createWaiting(parts: { store: StoreQueries; rules: () => CaseRules }): WaitingPort {
  return {
    async requests(who, { place, kind, status }, limit) {
      const pendingOnly = status === 'pending';
      const found = await parts.store.casesWithRequests({ place, pendingOnly }, reachOf(who), limit);
      const post = postOf(who);
      const rules = parts.rules();
      const requests = found.flatMap(({ summary, state }) =>
        requestsOf(state)
          .filter((request) => request.status === status && (kind === null || request.kind === kind))
          .map((request) => ({
            case: summary,
            request,
            answerable: request.status === 'pending' && isEntitled(post, `answer-${request.kind}`, rules),
          })),
      );
      requests.sort((a, b) => (pendingOnly ? 1 : -1) * (a.request.at - b.request.at));
      return requests.slice(0, limit);
    },
  };
}
