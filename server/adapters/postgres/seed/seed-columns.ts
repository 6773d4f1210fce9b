import type { Category } from '#domain/category/category.ts';
import type { CodeSystemRow } from '#domain/category/code-system.ts';
import type { FilingCondition, StageLimit } from '#domain/category/condition.ts';
import type { Department } from '#domain/department/department.ts';
import type { Succession } from '#domain/place/succession.ts';
import type { SourceRow } from '#seed/sources/sources.ts';
import type { Column } from '../columns.ts';
import type { SeedPlaceRow } from './city-seed.ts';

/** A seeded table: its columns, and those that name a row. */
export type SeededTable<Row> = { table: string; key: string[]; columns: Column<Row>[] };

export const PLACES: SeededTable<SeedPlaceRow> = {
  table: 'place',
  key: ['code', 'valid_from'],
  columns: [
    { name: 'code', type: 'text', of: (it) => it.code },
    { name: 'level', type: 'text', of: (it) => it.level },
    { name: 'parent_code', type: 'text', of: (it) => it.parentCode },
    { name: 'name_zh', type: 'text', of: (it) => it.nameZh },
    { name: 'name_en', type: 'text', of: (it) => it.nameEn },
    { name: 'approximate', type: 'boolean', of: (it) => it.approximate },
    { name: 'hosting', type: 'text', of: (it) => it.hosting },
    { name: 'area_m2', type: 'float', of: (it) => it.areaM2 },
    { name: 'lon', type: 'float', of: (it) => it.lon },
    { name: 'lat', type: 'float', of: (it) => it.lat },
    { name: 'population', type: 'int', of: (it) => it.population },
    { name: 'geometry', type: 'json', of: (it) => it.geometry },
    { name: 'cell', type: 'ints', of: (it) => it.cell },
    { name: 'valid_from', type: 'instant', of: (it) => it.validFrom },
    { name: 'valid_to', type: 'instant', of: () => null },
  ],
};

export const CATEGORIES: SeededTable<Category> = {
  table: 'category',
  key: ['key'],
  columns: [
    { name: 'key', type: 'text', of: (it) => it.key },
    { name: 'code_system', type: 'text', of: (it) => it.codeSystem },
    { name: 'kind', type: 'text', of: (it) => it.kind },
    { name: 'class_code', type: 'text', of: (it) => it.classCode },
    { name: 'sub_code', type: 'text', of: (it) => it.subCode },
    { name: 'class_zh', type: 'text', of: (it) => it.className.zh },
    { name: 'class_en', type: 'text', of: (it) => it.className.en },
    { name: 'name_zh', type: 'text', of: (it) => it.name.zh },
    { name: 'name_en', type: 'text', of: (it) => it.name.en },
    { name: 'short_zh', type: 'text', of: (it) => it.shortName.zh },
    { name: 'short_en', type: 'text', of: (it) => it.shortName.en },
    { name: 'attested', type: 'text', of: (it) => it.attested },
    { name: 'source', type: 'text', of: (it) => it.source },
    { name: 'maps_to', type: 'text', of: (it) => it.mapping?.to ?? null },
    { name: 'maps_basis', type: 'text', of: (it) => it.mapping?.basis ?? null },
    { name: 'retired_at', type: 'instant', of: (it) => it.retiredAt },
  ],
};

export const CODE_SYSTEMS: SeededTable<CodeSystemRow> = {
  table: 'code_system',
  key: ['id'],
  columns: [
    { name: 'id', type: 'text', of: (it) => it.id },
    { name: 'name_zh', type: 'text', of: (it) => it.name.zh },
    { name: 'name_en', type: 'text', of: (it) => it.name.en },
    { name: 'attested', type: 'text', of: (it) => it.attested },
    { name: 'source', type: 'text', of: (it) => it.source },
  ],
};

export const CONDITIONS: SeededTable<FilingCondition> = {
  table: 'filing_condition',
  key: ['category_key', 'condition_no'],
  columns: [
    { name: 'category_key', type: 'text', of: (it) => it.categoryKey },
    { name: 'condition_no', type: 'int', of: (it) => it.conditionNo },
    { name: 'condition_zh', type: 'text', of: (it) => it.condition.zh },
    { name: 'condition_en', type: 'text', of: (it) => it.condition.en },
    { name: 'close_zh', type: 'text', of: (it) => it.closeCondition.zh },
    { name: 'close_en', type: 'text', of: (it) => it.closeCondition.en },
    { name: 'limit_value', type: 'float', of: (it) => it.limit.value },
    { name: 'limit_unit', type: 'text', of: (it) => it.limit.unit },
    { name: 'office', type: 'text', of: (it) => it.office },
    { name: 'generic', type: 'boolean', of: (it) => it.generic },
    { name: 'source', type: 'text', of: (it) => it.source },
    { name: 'season', type: 'text', of: (it) => it.season },
    { name: 'office_name', type: 'text', of: (it) => it.officeName },
    { name: 'retired_at', type: 'instant', of: (it) => it.retiredAt },
  ],
};

export const STAGE_LIMITS: SeededTable<StageLimit> = {
  table: 'stage_limit',
  key: ['stage', 'district_code'],
  columns: [
    { name: 'stage', type: 'text', of: (it) => it.stage },
    { name: 'district_code', type: 'text', of: (it) => it.districtCode ?? '' },
    { name: 'limit_value', type: 'float', of: (it) => it.limit.value },
    { name: 'limit_unit', type: 'text', of: (it) => it.limit.unit },
    { name: 'source', type: 'text', of: (it) => it.source },
  ],
};

export const DEPARTMENTS: SeededTable<Department> = {
  table: 'department',
  key: ['code'],
  columns: [
    { name: 'code', type: 'text', of: (it) => it.code },
    { name: 'district_code', type: 'text', of: (it) => it.districtCode },
    { name: 'subdistrict_code', type: 'text', of: (it) => it.subdistrictCode },
    { name: 'parent_code', type: 'text', of: (it) => it.parentCode },
    { name: 'kind', type: 'text', of: (it) => it.kind },
    { name: 'trade', type: 'text', of: (it) => it.trade },
    { name: 'name_zh', type: 'text', of: (it) => it.name.zh },
    { name: 'name_en', type: 'text', of: (it) => it.name.en },
  ],
};

export const SOURCES: SeededTable<SourceRow> = {
  table: 'source',
  key: ['id'],
  columns: [
    { name: 'id', type: 'text', of: (it) => it.id },
    { name: 'name_zh', type: 'text', of: (it) => it.name.zh },
    { name: 'name_en', type: 'text', of: (it) => it.name.en },
    { name: 'simulated', type: 'boolean', of: (it) => it.simulated },
    { name: 'beat_seconds', type: 'int', of: (it) => it.beatSeconds },
    { name: 'district_code', type: 'text', of: (it) => it.districtCode },
  ],
};

export const SUCCESSIONS: SeededTable<Succession> = {
  table: 'place_successor',
  key: ['code', 'successor'],
  columns: [
    { name: 'code', type: 'text', of: (it) => it.code },
    { name: 'successor', type: 'text', of: (it) => it.successor },
    { name: 'since', type: 'date', of: (it) => it.since },
    { name: 'share', type: 'float', of: (it) => it.share },
    { name: 'name_zh', type: 'text', of: (it) => it.nameZh },
    { name: 'name_en', type: 'text', of: (it) => it.nameEn },
    { name: 'reason', type: 'text', of: (it) => it.reason },
  ],
};
