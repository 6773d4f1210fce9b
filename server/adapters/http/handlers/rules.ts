import type { ruleOperations } from '#wire/http/operations/rules.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';

/** What a city sets about its moves. Every change is written down. */
export function ruleHandlers(parts: HttpParts): Pick<Handlers, keyof typeof ruleOperations> {
  const { rules } = parts.port;
  return {
    async getRules() {
      return { answer: rules.current() };
    },
    async changeRules({ principal, body, address }) {
      const answer = await rules.change(principal, body);
      await audit(parts, principal, address, { act: 'rules.change', subject: 'rules', result: 'done', detail: body });
      return { answer };
    },
  };
}
