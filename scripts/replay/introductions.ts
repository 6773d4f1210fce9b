import type { Introduction } from '#adapters/files/area-city.ts';
import type { FileOptions } from '../import/file-options.ts';

/** What the command line calls the city; null: nothing. */
export type CityNames = { readonly zh: string | null; readonly en: string | null };

const DRAWN = {
  zh: '片区界线由文件中的案件推算，仅为近似',
  en: 'Area outlines are computed from the file’s cases and approximate',
};
const BOSTON = {
  name: { zh: '波士顿', en: 'Boston' },
  credit: { zh: 'City of Boston，Analyze Boston（PDDL）', en: 'City of Boston, Analyze Boston (PDDL)' },
};

/** How the city of a file is introduced, and whose its data is. */
export function introductionOf({ profile, source }: FileOptions, given: CityNames): Introduction {
  const said = given.zh ?? given.en;
  const named = said === null ? null : { zh: said, en: given.en ?? said };
  const known =
    profile === 'boston311' ? BOSTON : { name: { zh: source, en: source }, credit: { zh: source, en: source } };
  const { credit } = known;
  return {
    name: named ?? known.name,
    attribution: { zh: `${DRAWN.zh} · 案件：${credit.zh}`, en: `${DRAWN.en} · Cases: ${credit.en}` },
    credit: { zh: `界线由案件推算 · ${credit.zh}`, en: `Outlines computed from cases · ${credit.en}` },
  };
}
