import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Attestation, Category, Kind } from '#domain/category/category.ts';
import { LIMIT_UNIT_NAMES, type FilingCondition, type StageLimit } from '#domain/category/condition.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import type { Department, DepartmentKind, Trade } from '#domain/department/department.ts';
import type { SourceRow } from '#seed/sources/sources.ts';
import type { Database } from '../client.ts';
import { reported } from '../unavailable.ts';

/** What the platform keeps in memory of its handbook: categories, conditions, limits, departments, calendar, sources. */
export type HandbookRows = {
  categories: Category[];
  conditions: FilingCondition[];
  stageLimits: StageLimit[];
  departments: Department[];
  /** Null on a database without a seed. */
  calendar: Calendar | null;
  sources: SourceRow[];
};

/** Reads the whole handbook, some thousand rows. Rejects with StoreUnavailable. */
export async function readHandbook({ prisma }: Pick<Database, 'prisma'>): Promise<HandbookRows> {
  const [categories, conditions, stageLimits, departments, calendar, sources] = await reported(
    Promise.all([
      prisma.category.findMany({ orderBy: { key: 'asc' } }),
      prisma.filingCondition.findMany({ orderBy: [{ categoryKey: 'asc' }, { conditionNo: 'asc' }] }),
      prisma.stageLimit.findMany(),
      prisma.department.findMany({ orderBy: { code: 'asc' } }),
      prisma.calendarVersion.findFirst({ where: { current: true } }),
      prisma.source.findMany({ orderBy: { id: 'asc' } }),
    ]),
  );
  return {
    categories: categories.map((row) => ({
      key: row.key,
      codeSystem: row.codeSystem,
      kind: row.kind as Kind,
      classCode: row.classCode,
      subCode: row.subCode,
      className: { zh: row.classZh, en: row.classEn },
      name: { zh: row.nameZh, en: row.nameEn },
      shortName: { zh: row.shortZh, en: row.shortEn },
      source: row.source,
      attested: row.attested as Attestation,
    })),
    conditions: conditions.map((row) => ({
      categoryKey: row.categoryKey,
      conditionNo: row.conditionNo,
      condition: { zh: row.conditionZh, en: row.conditionEn },
      closeCondition: { zh: row.closeZh, en: row.closeEn },
      limit: { value: row.limitValue, unit: row.limitUnit as LimitUnit },
      unitName: LIMIT_UNIT_NAMES[row.limitUnit as LimitUnit],
      office: row.office as Trade,
      generic: row.generic,
      source: row.source,
    })),
    stageLimits: stageLimits.map((row) => ({
      stage: row.stage as StageLimit['stage'],
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
