import type { waitingOperations } from '#wire/http/operations/waiting.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { withinReach } from '../within-reach.ts';

const usualPage = 100;

/** What waits for somebody. */
export function waitingHandlers({ port: { waiting } }: HttpParts): Pick<Handlers, keyof typeof waitingOperations> {
  return {
    async listRequests({ principal, query: { place, kind, status = 'pending', limit = usualPage } }) {
      const filter = { place: withinReach(principal, place), kind: kind ?? null, status };
      return { answer: { requests: await waiting.requests(principal, filter, limit) } };
    },
  };
}
