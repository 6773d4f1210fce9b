import { BriefingRefused } from '#application/briefing/briefings.ts';
import type { briefingOperations } from '#wire/http/operations/briefings.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

/** Lists that presenters keep. Every change is written down, without what was noted in it. */
export function briefingHandlers(parts: HttpParts): Pick<Handlers, keyof typeof briefingOperations> {
  const { briefings } = parts.port;
  return {
    async listBriefings({ principal }) {
      return { answer: { briefings: await briefings.list(principal) } };
    },
    async saveBriefing({ principal, params: { id }, body, address }) {
      try {
        const answer = await briefings.save(principal, id, body);
        const detail = { version: answer.version, steps: answer.steps.length, shared: answer.shared };
        await audit(parts, principal, address, { act: 'briefing.save', subject: id, result: 'done', detail });
        return { answer };
      } catch (error) {
        if (!(error instanceof BriefingRefused)) throw error;
        const { code, message, field } = error;
        throw new ProblemError(code, message, field === undefined ? {} : { at: { field } });
      }
    },
    async removeBriefing({ principal, params: { id }, address }) {
      const removed = await briefings.remove(principal, id);
      if (removed)
        await audit(parts, principal, address, { act: 'briefing.remove', subject: id, result: 'done', detail: {} });
      return { answer: { removed } };
    },
  };
}
