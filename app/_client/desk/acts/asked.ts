import { REQUEST_KINDS, type RequestKind } from '#domain/case/request-kind.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** What the officer may ask for on a case, by the rights that the server names. */
export function askable(rights: readonly string[]): RequestKind[] {
  return REQUEST_KINDS.filter((kind) => rights.includes(`ask-${kind}`));
}

/** Waiting requests that the officer answers, oldest first. */
export function answerable({
  requests,
  rights,
}: Pick<CaseDetailAnswer, 'requests' | 'rights'>): CaseDetailAnswer['requests'] {
  return requests.filter(({ status, kind }) => status === 'pending' && rights.includes(`answer-${kind}`));
}
