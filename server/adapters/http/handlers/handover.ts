import { HandoverRefused } from '#application/handover/handover-port.ts';
import type { ClaimResult } from '#wire/http/handover.ts';
import type { handoverOperations } from '#wire/http/operations/handover.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';
import { ProblemError } from '../problem-error.ts';

/** Handovers between shifts. Every signature and every claim that goes over is written down, refused ones too. */
export function handoverHandlers(parts: HttpParts): Pick<Handlers, keyof typeof handoverOperations> {
  const { handovers } = parts.port;
  return {
    async draftHandover({ principal }) {
      return { answer: await refusing(() => handovers.draft(principal)) };
    },
    async listHandovers({ principal }) {
      return { answer: { handovers: await handovers.list(principal) } };
    },
    async getHandover({ principal, params: { id } }) {
      return { answer: await refusing(() => handovers.get(principal, id)) };
    },
    async makeHandover({ principal, params: { id }, body, address }) {
      const { handover: answer, written } = await refusing(() => handovers.make(principal, id, body.remark, address));
      const { hash, scope, content } = answer;
      const detail = { hash, scope, claims: content.claims.total, promises: content.promises.total };
      if (written)
        await audit(parts, principal, address, { act: 'handover.make', subject: id, result: 'done', detail });
      return { answer };
    },
    async signHandover({ principal, params: { id }, body, address }) {
      const line = { act: 'handover.sign', subject: id } as const;
      try {
        const answer = await handovers.sign(principal, id, body.hash, address);
        const detail = { hash: answer.hash, from: answer.leaves.name };
        await audit(parts, principal, address, { ...line, result: 'done', detail });
        return { answer };
      } catch (error) {
        if (!(error instanceof HandoverRefused)) throw error;
        await audit(parts, principal, address, { ...line, result: 'refused', detail: { code: error.code } });
        throw problemOf(error);
      }
    },
    async takeOverClaims({ principal, params: { id }, body, address }) {
      const results = await refusing(() => handovers.takeOver(principal, id, body.alerts));
      for (const one of results) {
        if (one.result === 'had') continue;
        const detail = { handover: id, caseNumber: one.caseNumber, result: one.result, by: one.by };
        const result = DONE.includes(one.result) ? 'done' : 'refused';
        await audit(parts, principal, address, { act: 'alert.pass', subject: String(one.alertId), result, detail });
      }
      return { answer: { results } };
    },
    async putAwayHandover({ principal, params: { id }, address }) {
      await refusing(() => handovers.putAway(principal, id));
      await audit(parts, principal, address, { act: 'handover.put-away', subject: id, result: 'done', detail: {} });
      return { answer: { done: true } };
    },
  };
}

const DONE: readonly ClaimResult['result'][] = ['passed'];

async function refusing<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof HandoverRefused ? problemOf(error) : error;
  }
}

function problemOf({ code, message }: HandoverRefused): ProblemError {
  return new ProblemError(code, message);
}
