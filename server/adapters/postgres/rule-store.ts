import type { Pool } from 'pg';
import type { RuleStore } from '#application/case/rule-book.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import { oneDocument } from './one-document.ts';

/** The city's rules as one document in one row. */
export function createRuleStore(pool: Pool): RuleStore {
  return oneDocument<CaseRules>(pool, 'case_rule');
}
