import { createHash } from 'node:crypto';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { BilingualName, Category } from '#domain/category/category.ts';
import type { FilingCondition } from '#domain/category/condition.ts';
import type { Department } from '#domain/department/department.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { Dictionary } from '#wire/dictionary.ts';

export type DictionarySource = { id: string; name: BilingualName; simulated: boolean };

/** What names the ordinals of binary topics. `version` follows from the content: equal content, equal version. */
export function dictionaryOf(content: {
  places: PlaceIndex;
  categories: readonly Category[];
  conditions: readonly FilingCondition[];
  departments: readonly Department[];
  sources: readonly DictionarySource[];
  calendar: Calendar;
}): Dictionary {
  const city = content.places.places.find(({ level }) => level === 'city');
  if (!city) throw new Error('the places hold no city: import them, or start with the demonstration’s');
  const conditions = new Map<string, FilingCondition[]>();
  for (const condition of content.conditions) {
    conditions.set(condition.categoryKey, [...(conditions.get(condition.categoryKey) ?? []), condition]);
  }
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
      nameZh: category.name.zh,
      nameEn: category.name.en,
      shortZh: category.shortName.zh,
      shortEn: category.shortName.en,
      classZh: category.className.zh,
      classEn: category.className.en,
      conditions: (conditions.get(category.key) ?? []).map((one) => ({
        no: one.conditionNo,
        zh: one.condition.zh,
        en: one.condition.en,
        closeZh: one.closeCondition.zh,
        closeEn: one.closeCondition.en,
        limit: one.limit,
      })),
    })),
    departments: content.departments.map(({ code, districtCode, subdistrictCode, trade, name }) => ({
      ...{ code, districtCode, subdistrictCode, trade },
      nameZh: name.zh,
      nameEn: name.en,
    })),
    calendar: content.calendar,
    sources: content.sources.map(({ id, name, simulated }) => ({ id, nameZh: name.zh, nameEn: name.en, simulated })),
  };
  return { version: createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 16), ...named };
}
