import type { Principal } from '#domain/account/role.ts';
import type { CaseSummary } from '#domain/case/case.ts';
import type { CaseRequest, RequestKind, RequestStatus } from '#domain/case/request-kind.ts';
import type { Supervision } from '#domain/case/supervision.ts';

/** A request with the case it is about. `answerable`: the asker's post answers such requests. */
export type WaitingRequest = { case: CaseSummary; request: CaseRequest; answerable: boolean };

/** Absent conditions are null. `status` pending is what waits. */
export type RequestFilter = { place: string | null; kind: RequestKind | null; status: RequestStatus };

/** A supervision whose demanded reply has not come. `late`: its instant has passed. */
export type OwedReply = { case: CaseSummary; supervision: Supervision; late: boolean };

/** A case that may be the same problem. Distance in metres; `apartMs`: between the two reports. */
export type LikelyDuplicate = { case: CaseSummary; metres: number; apartMs: number };

/** What waits for somebody, within the reach of who asks. Rejects with StoreUnavailable. */
export interface WaitingPort {
  /** Waiting ones oldest first, others newest first. */
  requests(who: Principal, filter: RequestFilter, limit: number): Promise<WaitingRequest[]>;
  /** Soonest demanded first. */
  owedReplies(who: Principal, filter: { place: string | null; lateOnly: boolean }, limit: number): Promise<OwedReply[]>;
  /**
   * Cases of the same category near a case in place and time, as the rules say where nothing else is asked for; nearest
   * first. Null when there is no such case.
   */
  likelyDuplicates(
    who: Principal,
    caseNumber: string,
    within?: { metres?: number | undefined; hours?: number | undefined },
  ): Promise<LikelyDuplicate[] | null>;
}
