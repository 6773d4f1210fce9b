import type { ImportProfile } from '#application/import/profile.ts';
import { areaKey } from '#domain/place/areas/area-points.ts';
import { areaOf } from './survey.ts';

/**
 * A profile whose cases lie in the areas that were drawn from them: each carries the code of the area that it names, for
 * where its point says nothing. @param areas codes by `areaKey`.
 */
export function inItsCity(profile: ImportProfile, areas: Readonly<Record<string, string>>): ImportProfile {
  return {
    ...profile,
    open(header) {
      const read = profile.open(header);
      return (cells) => {
        const result = read(cells);
        if (!result.ok) return result;
        const name = areaOf(result.case);
        const key = name === null ? '' : areaKey(name);
        const place = Object.hasOwn(areas, key) ? (areas[key] ?? null) : null;
        return { ok: true, case: { ...result.case, report: { ...result.case.report, place } } };
      };
    },
  };
}
