import type { Pool } from 'pg';
import type { RuleStore } from '#application/case/rule-book.ts';
import type { CaseRules } from '#domain/case/rules.ts';
import { reported } from './unavailable.ts';

/** The city's rules as one document in one row. */
export function createRuleStore(pool: Pool): RuleStore {
  return {
    async read() {
      const found = await reported(
        pool.query<{ document: Partial<CaseRules> }>('SELECT document FROM case_rule WHERE id = 1'),
      );
      return found.rows[0]?.document ?? {};
    },
    async write(rules, by, at) {
      await reported(
        pool.query(
          `INSERT INTO case_rule (id, document, changed_at, changed_by)
           VALUES (1, $1, to_timestamp($2::float8 / 1000), $3)
           ON CONFLICT (id) DO UPDATE
             SET document = EXCLUDED.document, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`,
          [JSON.stringify(rules), at, by],
        ),
      );
    },
  };
}
