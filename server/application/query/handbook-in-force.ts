import { createHash } from 'node:crypto';
import type { FilingCondition, StageLimit } from '#domain/category/condition.ts';
import { STAGES } from '#domain/case/stage.ts';
import type { HandbookAnswer } from '#wire/http/handbook.ts';

/**
 * The handbook in force: conditions that are not retired, in the order given, and stage limits in the order of the flow,
 * each stage's for the city before those of districts.
 * `version` follows from the content.
 */
export function handbookInForce(rows: {
  conditions: readonly FilingCondition[];
  stageLimits: readonly StageLimit[];
}): HandbookAnswer {
  const content = {
    conditions: rows.conditions
      .filter(({ retiredAt }) => retiredAt === null)
      .map((one) => ({
        category: one.categoryKey,
        no: one.conditionNo,
        condition: one.condition,
        close: one.closeCondition,
        limit: one.limit,
        season: one.season,
        trade: one.office,
        department: one.officeName,
        generic: one.generic,
        source: one.source,
      })),
    stageLimits: [...rows.stageLimits]
      .sort(
        (a, b) =>
          STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) ||
          Number(a.districtCode ?? 0) - Number(b.districtCode ?? 0),
      )
      .map(({ stage, districtCode, limit, source }) => ({ stage, district: districtCode ?? null, limit, source })),
  };
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return { version, ...content };
}
