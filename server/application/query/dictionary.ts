import { createHash } from 'node:crypto';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { BilingualName, Category } from '#domain/category/category.ts';
import { joinCategories } from '#domain/category/mapping.ts';
import type { FilingCondition } from '#domain/category/condition.ts';
import type { Department } from '#domain/department/department.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Dictionary } from '#wire/dictionary.ts';

export type DictionarySource = { id: string; name: BilingualName; simulated: boolean };

/**
 * What names the ordinals of binary topics. Where no English name is attested the Chinese stands in for it. `version` follows from the content: equal content, equal version.
 */
export function dictionaryOf(content: {
  places: PlaceIndex;
  categories: readonly Category[];
  conditions: readonly FilingCondition[];
  departments: readonly (Department & { retiredAt?: number | null })[];
  sources: readonly DictionarySource[];
  calendar: Calendar;
}): Dictionary {
  const city = content.places.places.find(({ level }) => level === 'city');
  if (!city) throw new Error('the places hold no city: import them, or start with the demonstration’s');
  const conditions = new Map<string, FilingCondition[]>();
  for (const condition of content.conditions) {
    conditions.set(condition.categoryKey, [...(conditions.get(condition.categoryKey) ?? []), condition]);
  }
  const countsAs = joinCategories(content.categories);
  const named = {
    city: { code: city.code, nameZh: city.nameZh, nameEn: city.nameEn },
    // The index lists level by level: districts come before subdistricts.
    places: content.places.places
      .filter(({ level }) => level === 'district' || level === 'subdistrict')
      .map(({ code, parentCode, level, nameZh, nameEn, centroid, areaM2, approximate, hosting }) => ({
        ...{ code, parentCode, level, nameZh, nameEn, areaM2, approximate, hosting },
        lon: centroid.lon,
        lat: centroid.lat,
      })),
    categories: content.categories.map((category) => ({
      key: category.key,
      kind: category.kind,
      classCode: category.classCode,
      system: category.codeSystem,
      subCode: category.subCode,
      nameZh: category.name.zh,
      nameEn: category.name.en || category.name.zh,
      shortZh: category.shortName.zh || category.name.zh,
      shortEn: category.shortName.en || category.shortName.zh || category.name.zh,
      classZh: category.className.zh,
      classEn: category.className.en || category.className.zh,
      countsAs: countsAs(category.key),
      attested: category.attested,
      ...(category.retiredAt !== null && { retired: true as const }),
      conditions: (conditions.get(category.key) ?? []).map((one) => ({
        no: one.conditionNo,
        zh: one.condition.zh,
        en: one.condition.en || one.condition.zh,
        closeZh: one.closeCondition.zh,
        closeEn: one.closeCondition.en || one.closeCondition.zh,
        limit: one.limit,
        ...(one.season !== null && { season: one.season }),
        ...(one.retiredAt !== null && { retired: true as const }),
      })),
    })),
    departments: content.departments.map(({ code, districtCode, subdistrictCode, trade, name, retiredAt = null }) => ({
      ...{ code, districtCode, subdistrictCode, trade },
      nameZh: name.zh,
      nameEn: name.en || name.zh,
      ...(retiredAt !== null && { retired: true as const }),
    })),
    calendar: content.calendar,
    sources: content.sources.map(({ id, name, simulated }) => ({ id, nameZh: name.zh, nameEn: name.en, simulated })),
  };
  return { version: createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 16), ...named };
}
