import type { waitingOperations } from '#wire/http/operations/waiting.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';
import { withinReach } from '../within-reach.ts';

const usualPage = 100;

/** What waits for somebody. */
export function waitingHandlers({ port: { waiting } }: HttpParts): Pick<Handlers, keyof typeof waitingOperations> {
  return {
    async listRequests({ principal, query: { place, kind, status = 'pending', limit = usualPage } }) {
      const filter = { place: withinReach(principal, place), kind: kind ?? null, status };
      return { answer: { requests: await waiting.requests(principal, filter, limit) } };
    },
    async listSupervisions({ principal, query: { place, late = false, limit = usualPage } }) {
      const filter = { place: withinReach(principal, place), lateOnly: late };
      return { answer: { supervisions: await waiting.owedReplies(principal, filter, limit) } };
    },
    async listDuplicates({ principal, params: { number }, query }) {
      const duplicates = await waiting.likelyDuplicates(principal, number, query);
      if (duplicates === null) throw new ProblemError('not-found', `there is no case ${number}, or it is out of reach`);
      return { answer: { duplicates } };
    },
  };
}
