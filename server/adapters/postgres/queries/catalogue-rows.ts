import type { Attestation, Category, Kind, MappingBasis } from '#domain/category/category.ts';
import { LIMIT_UNIT_NAMES, type FilingCondition } from '#domain/category/condition.ts';
import type { LimitUnit } from '#domain/clock/limit.ts';
import type { LimitSeason } from '#domain/calendar/season.ts';
import type { Trade } from '#domain/department/department.ts';
import type { Category as CategoryRow, FilingCondition as ConditionRow } from '../generated/client.ts';

/** A category as it is stored; only the seed and the catalogue's list write it. */
export function categoryOf(row: CategoryRow): Category {
  return {
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
    mapping: row.mapsTo === null ? null : { to: row.mapsTo, basis: row.mapsBasis as MappingBasis },
    retiredAt: row.retiredAt?.getTime() ?? null,
  };
}

/** A filing condition as it is stored; only the seed and the handbook's list write it. */
export function conditionOf(row: ConditionRow): FilingCondition {
  const unit = row.limitUnit as LimitUnit;
  return {
    categoryKey: row.categoryKey,
    conditionNo: row.conditionNo,
    condition: { zh: row.conditionZh, en: row.conditionEn },
    closeCondition: { zh: row.closeZh, en: row.closeEn },
    limit: { value: row.limitValue, unit },
    season: row.season as LimitSeason | null,
    unitName: LIMIT_UNIT_NAMES[unit],
    office: row.office as Trade,
    officeName: row.officeName,
    generic: row.generic,
    source: row.source,
    retiredAt: row.retiredAt?.getTime() ?? null,
  };
}
