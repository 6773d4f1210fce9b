/** Columns of a category under the names that the generated client gives them. */
export const CATEGORY_ROW = `key, code_system AS "codeSystem", kind, class_code AS "classCode", sub_code AS "subCode",
  class_zh AS "classZh", class_en AS "classEn", name_zh AS "nameZh", name_en AS "nameEn", short_zh AS "shortZh",
  short_en AS "shortEn", attested, source, ordinal, maps_to AS "mapsTo", maps_basis AS "mapsBasis",
  retired_at AS "retiredAt"`;

/** Columns of a filing condition under the names that the generated client gives them. */
export const CONDITION_ROW = `category_key AS "categoryKey", condition_no AS "conditionNo",
  condition_zh AS "conditionZh", condition_en AS "conditionEn", close_zh AS "closeZh", close_en AS "closeEn",
  limit_value AS "limitValue", limit_unit AS "limitUnit", office, generic, source, season,
  office_name AS "officeName", retired_at AS "retiredAt"`;
