import { categoryKey, type Category, type CategoryKey, type Kind, type Mapping } from '#domain/category/category.ts';
import { NATIONAL_2013, NATIONAL_2026 } from '#domain/category/code-system.ts';
import { categoryRows } from './categories.ts';
import directory from './gbt47678.5-2026.json' with { type: 'json' };

const SOURCE = 'directory of GB/T 47678.5-2026 as a public repository copied it; not held against the standard';

/** Classes of matters that were event classes in 2013. */
const EVENT_CLASSES: Readonly<Record<string, string>> = { '06': '01', '07': '02', '08': '03', '09': '04' };

/** Numbers that the successor's readers say have moved: [kind, 2026, 2013]. */
const MOVED: readonly (readonly [Kind, string, string])[] = [
  ['component', '01069', '0506'],
  ['component', '01070', '0507'],
  ['component', '01071', '0508'],
  ['event', '10001', '0507'],
  ['event', '10002', '0508'],
  ['event', '09013', '0602'],
];

/** Our English for its classes: of matters that were event classes in 2013 the words of that list. */
const CLASS_ENGLISH: Readonly<Record<string, string>> = {
  市政公用设施: 'Municipal utilities',
  交通设施: 'Traffic facilities',
  市容环卫设施: 'City appearance and sanitation facilities',
  园林绿化设施: 'Landscaping facilities',
  其他管理部件: 'Other components',
  市政公用设施类: 'Of municipal utilities',
  交通设施类: 'Of traffic facilities',
  市容环卫设施类: 'Of sanitation facilities',
  园林绿化设施类: 'Of landscaping',
  其他管理部件类: 'Of other components',
  市容环境类: 'City appearance and environment',
  宣传广告类: 'Publicity and advertising',
  施工管理类: 'Construction management',
  街面秩序类: 'Street order',
  其他事项类: 'Other matters',
};

type ListedClass = { readonly code: string; readonly zh: string; readonly subclasses: string[][] };

/**
 * The 153 components and 250 matters (here: events) of the 2026 successor, second-hand. English names are those of the
 * 2013 list where the Chinese name is the same, else empty. Each says which category of 2013 it continues: the lists
 * keep the old numbers (`same-name`, `same-number` where it was reworded) but for a few that moved.
 */
export function successorRows(): readonly Category[] {
  const base = categoryRows();
  const byKey = new Map(base.map((category) => [category.key, category]));
  const byName = new Map(base.map((category) => [`${category.kind} ${category.name.zh}`, category]));
  const rowsOf = (kind: Kind, classes: readonly ListedClass[]): Category[] =>
    classes.flatMap(({ code, zh, subclasses }) =>
      subclasses.map(([subCode = '', name = '']) => {
        const twin = byName.get(`${kind} ${name}`);
        return {
          key: categoryKey(NATIONAL_2026, kind, code, subCode),
          codeSystem: NATIONAL_2026,
          kind,
          classCode: code,
          className: { zh, en: CLASS_ENGLISH[zh] ?? '' },
          subCode,
          name: { zh: name, en: twin?.name.en ?? '' },
          shortName: { zh: twin?.shortName.zh ?? '', en: twin?.shortName.en ?? '' },
          source: SOURCE,
          attested: 'second-hand' as const,
          mapping: mappingOf(kind, code, subCode, name, byKey),
          retiredAt: null,
        };
      }),
    );
  return [...rowsOf('component', directory.components), ...rowsOf('event', directory.matters)];
}

function mappingOf(
  kind: Kind,
  classCode: string,
  subCode: string,
  name: string,
  base: ReadonlyMap<CategoryKey, Category>,
): Mapping | null {
  const moved = MOVED.find(([ofKind, code]) => ofKind === kind && code === classCode + subCode);
  if (moved) return { to: categoryKey(NATIONAL_2013, kind, moved[2].slice(0, 2), moved[2].slice(2)), basis: 'moved' };
  const oldClass = kind === 'component' ? classCode : EVENT_CLASSES[classCode];
  if (oldClass === undefined || !subCode.startsWith('0')) return null;
  const old = base.get(categoryKey(NATIONAL_2013, kind, oldClass, subCode.slice(1)));
  if (old === undefined) return null;
  return { to: old.key, basis: old.name.zh === name ? 'same-name' : 'same-number' };
}
