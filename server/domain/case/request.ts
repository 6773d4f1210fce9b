import type { CaseState } from './case.ts';
import type { MoveName } from './move.ts';
import type { CaseRequest, RequestKind } from './request-kind.ts';

/** The move that a granted request becomes. An appeal becomes none: it leaves the fact and exempts the score. */
export const GRANTED_AS = {
  extension: 'extend',
  return: 'return',
  suspension: 'suspend',
  void: 'void',
} as const satisfies Record<Exclude<RequestKind, 'appeal'>, MoveName>;

/** All requests of a case in the order they were asked; rows from before there were any have none. */
export function requestsOf(state: CaseState): readonly CaseRequest[] {
  return state.requests ?? [];
}

export function pendingRequests(state: CaseState): CaseRequest[] {
  return requestsOf(state).filter(({ status }) => status === 'pending');
}

export function hasPending(state: CaseState, kind: RequestKind): boolean {
  return requestsOf(state).some((one) => one.status === 'pending' && one.kind === kind);
}

/** Whether the clocks stand still: suspended, or waiting for an answer that they wait for. */
export function isPaused({ suspended, requests }: Pick<CaseState, 'suspended' | 'requests'>): boolean {
  return suspended !== null || (requests ?? []).some(({ status, pauses }) => status === 'pending' && pauses);
}
