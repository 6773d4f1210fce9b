import { categoryKey, type BilingualName, type Category, type CategoryKey } from '#domain/category/category.ts';
import { CellProblem, type CategoryCells } from './category-cells.ts';

/** Categories by their Chinese name within a code system. */
export function namesOf(categories: readonly Category[]): ReadonlyMap<string, readonly Category[]> {
  const byName = new Map<string, Category[]>();
  for (const category of categories) {
    const name = `${category.codeSystem} ${category.name.zh}`;
    byName.set(name, [...(byName.get(name) ?? []), category]);
  }
  return byName;
}

const BRING = {
  zh: '先把它作为分类目录导入：同一个文件就可以',
  en: 'bring it in with the catalogue first: the same file serves as one',
};

const KINDS = { component: '部件', event: '事件' } as const;

/**
 * The category that a handbook's row is about: by its codes, or where it has none by its name.
 *
 * @throws CellProblem when the catalogue does not have it, or it may be one of several.
 */
export function findCategory(
  cells: CategoryCells,
  known: ReadonlyMap<CategoryKey, Category>,
  byName: ReadonlyMap<string, readonly Category[]>,
): { category: Category; warning: { reason: BilingualName; hint: BilingualName } | null } {
  const { codeSystem, kind, classCode, subCode, subName } = cells;
  const named = (byName.get(`${codeSystem} ${subName}`) ?? []).filter((one) => kind === null || one.kind === kind);
  if (classCode !== '' && subCode !== '') {
    const kinds = kind === null ? (['component', 'event'] as const) : [kind];
    const coded = kinds.flatMap((one) => known.get(categoryKey(codeSystem, one, classCode, subCode)) ?? []);
    const category = coded.length === 1 ? coded[0] : coded.find((one) => one.name.zh === subName);
    if (category) return { category, warning: warningOf(category, subName) };
    if (coded.length > 1) {
      const [component, event] = coded.map(({ name }) => name.zh);
      const reason = {
        zh: `${classCode}${subCode} 可能是部件“${component}”，也可能是事件“${event}”`,
        en: `${classCode}${subCode} may be the component ${component} or the event ${event}`,
      };
      const hint = {
        zh: '加一列“类型”写部件或事件，或以此命名工作表',
        en: 'write 部件 or 事件 in a column 类型, or name the sheet so',
      };
      throw new CellProblem('kind', reason, hint);
    }
    const which = `${classCode}${subCode}${subName === '' ? '' : ` ${subName}`}`;
    const reason = {
      zh: `${codeSystem} 的目录中没有${kind === null ? '' : KINDS[kind]} ${which}`,
      en: `the catalogue has no ${kind ?? 'category'} ${which} in ${codeSystem}`,
    };
    throw new CellProblem('subCode', reason, BRING);
  }
  const [only, ...others] = named;
  if (only && others.length === 0) return { category: only, warning: null };
  if (only) {
    throw new CellProblem(
      'subName',
      { zh: `有几个小类都叫“${subName}”`, en: `“${subName}” is the name of several subclasses` },
      { zh: '在名称旁写上代码', en: 'write the code beside the name' },
    );
  }
  const reason = {
    zh: `${codeSystem} 的目录中没有“${subName}”`,
    en: `the catalogue has no “${subName}” in ${codeSystem}`,
  };
  throw new CellProblem('subName', reason, BRING);
}

function warningOf(category: Category, subName: string): { reason: BilingualName; hint: BilingualName } | null {
  if (subName === '' || plain(subName) === plain(category.name.zh)) return null;
  const code = `${category.classCode}${category.subCode}`;
  return {
    reason: {
      zh: `${code} 在目录中叫“${category.name.zh}”，这里叫“${subName}”`,
      en: `${code} is “${category.name.zh}” in the catalogue, here “${subName}”`,
    },
    hint: {
      zh: '看代码是否写对；名称以目录为准',
      en: 'see that the number is the right one; the catalogue’s name stays',
    },
  };
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s()、,，/]/g, '');
}
