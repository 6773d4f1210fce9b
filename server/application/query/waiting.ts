import { postOf } from '#domain/account/post.ts';
import { isEntitled } from '#domain/case/policy.ts';
import { requestsOf } from '#domain/case/request.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import { isReplyLate, owedReplies } from '#domain/case/supervision.ts';
import { distanceMetres } from '#domain/place/distance.ts';
import { reachOf } from './reach.ts';
import type { StoreQueries } from './store-queries.ts';
import type { WaitingPort } from './waiting-port.ts';

const HOUR_MS = 3_600_000;

/** What waits for somebody, from the store. */
export function createWaiting(parts: { store: StoreQueries; rules: () => CaseRules; now: () => number }): WaitingPort {
  const { store, now } = parts;
  return {
    async requests(who, { place, kind, status }, limit) {
      const pendingOnly = status === 'pending';
      const found = await store.casesWithRequests({ place, pendingOnly }, reachOf(who), limit);
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

    async owedReplies(who, { place, lateOnly }, limit) {
      const at = now();
      const found = await store.casesOwingReplies({ place, dueBy: lateOnly ? at : null }, reachOf(who), limit);
      return found
        .flatMap(({ summary, state }) =>
          owedReplies(state).map((supervision) => ({
            case: summary,
            supervision,
            late: isReplyLate(supervision, at),
          })),
        )
        .filter(({ late }) => late || !lateOnly)
        .sort((a, b) => (a.supervision.replyBy ?? 0) - (b.supervision.replyBy ?? 0))
        .slice(0, limit);
    },

    async likelyDuplicates(who, caseNumber, within = {}) {
      const reach = reachOf(who);
      const found = await store.caseByNumber(caseNumber, reach);
      if (found === null) return null;
      const { summary } = found;
      const { position, categoryKey, reportedAt } = summary;
      if (position === null || categoryKey === null) return [];
      const rules = parts.rules();
      const metresApart = within.metres ?? rules.duplicateMetres;
      const withinMs = (within.hours ?? rules.duplicateHours) * HOUR_MS;
      const near = await store.casesNear(
        { id: summary.id, position, categoryKey, reportedAt, withinMs },
        metresApart,
        reach,
      );
      return near
        .map((one) => ({
          case: one,
          metres: Math.round(distanceMetres(position, one.position ?? position)),
          apartMs: Math.abs(one.reportedAt - reportedAt),
        }))
        .filter(({ metres }) => metres <= metresApart)
        .sort((a, b) => a.metres - b.metres || a.apartMs - b.apartMs);
    },
  };
}
