import type { handbookOperations } from '#wire/http/operations/handbook.ts';
import type { Handlers, HttpParts } from '../handler.ts';

/** What cases are filed and timed by. */
export function handbookHandlers({ port }: HttpParts): Pick<Handlers, keyof typeof handbookOperations> {
  return {
    async getHandbook() {
      const answer = await port.handbook();
      return { answer, etag: `"handbook-${answer.version}"` };
    },
  };
}
