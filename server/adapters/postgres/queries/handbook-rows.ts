import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Category } from '#domain/category/category.ts';
import type { CodeSystemRow } from '#domain/category/code-system.ts';
import type { FilingCondition, StageLimit } from '#domain/category/condition.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import type { Department, DepartmentKind, Trade } from '#domain/department/department.ts';
import type { SourceRow } from '#seed/sources/sources.ts';
import type { Database } from '../client.ts';
import { reported } from '../unavailable.ts';
import { categoryOf, conditionOf } from './catalogue-rows.ts';

/** What the platform keeps in memory of its handbook: categories, conditions, limits, departments, calendar, sources. */
export type HandbookRows = {
  codeSystems: CodeSystemRow[];
  /** In the order of their ordinals, retired ones too: cases keep what they were filed under. */
  categories: Category[];
  conditions: FilingCondition[];
  stageLimits: StageLimit[];
  /** Retired ones too, with the instant (epoch ms): old cases keep their names. */
  departments: (Department & { retiredAt: number | null })[];
  /** Null on a database without a seed. */
  calendar: Calendar | null;
  sources: SourceRow[];
};

/** Reads the whole handbook, some thousand rows. Rejects with StoreUnavailable. */
export async function readHandbook({ prisma }: Pick<Database, 'prisma'>): Promise<HandbookRows> {
  const [codeSystems, categories, conditions, stageLimits, departments, calendar, sources] = await reported(
    Promise.all([
      prisma.codeSystem.findMany({ orderBy: { id: 'asc' } }),
      prisma.category.findMany({ orderBy: { ordinal: 'asc' } }),
      prisma.filingCondition.findMany({ orderBy: [{ categoryKey: 'asc' }, { conditionNo: 'asc' }] }),
      prisma.stageLimit.findMany(),
      prisma.department.findMany({ orderBy: { code: 'asc' } }),
      prisma.calendarVersion.findFirst({ where: { current: true } }),
      prisma.source.findMany({ orderBy: { id: 'asc' } }),
    ]),
  );
  return {
    codeSystems: codeSystems.map((row) => ({
      id: row.id,
      name: { zh: row.nameZh, en: row.nameEn },
      attested: row.attested as CodeSystemRow['attested'],
      source: row.source,
    })),
    categories: categories.map(categoryOf),
    conditions: conditions.map(conditionOf),
    stageLimits: stageLimits.map((row) => ({
      stage: row.stage as StageLimit['stage'],
      ...(row.districtCode !== '' && { districtCode: row.districtCode }),
      limit: { value: row.limitValue, unit: row.limitUnit as LimitUnit },
      configurable: true,
      source: row.source,
    })),
    departments: departments.map((row) => ({
      code: row.code,
      districtCode: row.districtCode,
      subdistrictCode: row.subdistrictCode,
      parentCode: row.parentCode,
      kind: row.kind as DepartmentKind,
      trade: row.trade as Trade,
      name: { zh: row.nameZh, en: row.nameEn },
      retiredAt: row.retiredAt?.getTime() ?? null,
    })),
    // Written by the seed from a Calendar and by nobody else.
    calendar: calendar ? (calendar.document as unknown as Calendar) : null,
    sources: sources.map((row) => ({
      id: row.id,
      name: { zh: row.nameZh, en: row.nameEn },
      simulated: row.simulated,
      beatSeconds: row.beatSeconds,
      districtCode: row.districtCode,
    })),
  };
}
