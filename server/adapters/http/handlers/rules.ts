import type { ruleOperations } from '#wire/http/operations/rules.ts';
import { settingChangesOf, settingDetail } from '#application/query/setting-changes.ts';
import { audit } from '../audit.ts';
import type { Handlers, HttpParts } from '../handler.ts';

const CHANGE = 'rules.change';
const MOST_CHANGES = 50;

/** What a city sets about its moves. Every change is written down. */
export function ruleHandlers(parts: HttpParts): Pick<Handlers, keyof typeof ruleOperations> {
  const { rules } = parts.port;
  return {
    async getRules() {
      return { answer: rules.current() };
    },
    async changeRules({ principal, body, address }) {
      const before = rules.current();
      const answer = await rules.change(principal, body);
      const detail = settingDetail(before, body);
      await audit(parts, principal, address, { act: CHANGE, subject: 'rules', result: 'done', detail });
      return { answer };
    },
    async listRuleChanges() {
      return { answer: settingChangesOf(await parts.port.auditOf(CHANGE, MOST_CHANGES)) };
    },
  };
}
