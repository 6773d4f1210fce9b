import type { CaseDetail } from '#application/api-port.ts';
import { photoIdOf } from '#domain/case/photo-reference.ts';
import type { CaseDetailAnswer } from '#wire/http/case.ts';

/** Media of a case: what is kept here by its address on this server, all else as it was told. */
export function caseMedia({ summary, state: { media } }: CaseDetail): CaseDetailAnswer['media'] {
  const addressOf = (reference: string): string => {
    const id = photoIdOf(reference);
    return id === null ? elsewhere(reference) : `/api/v1/cases/${encodeURIComponent(summary.number)}/photos/${id}`;
  };
  return { before: media.before.map(addressOf), after: media.after.map(addressOf) };
}

/** What a source tells is no address of ours, whatever it looks like: a page would load it from here. */
function elsewhere(reference: string): string {
  return reference.startsWith('/') ? `…${reference}` : reference;
}
