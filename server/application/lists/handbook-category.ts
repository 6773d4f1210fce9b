import { categoryKey, type Category, type CategoryKey } from '#domain/category/category.ts';
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

const BRING = 'bring it in with the catalogue first: the same file serves as one';

/**
 * The category that a handbook's row is about: by its codes, or where it has none by its name.
 *
 * @throws CellProblem when the catalogue does not have it, or it may be one of several.
 */
export function findCategory(
  cells: CategoryCells,
  known: ReadonlyMap<CategoryKey, Category>,
  byName: ReadonlyMap<string, readonly Category[]>,
): { category: Category; warning: { reason: string; hint: string } | null } {
  const { codeSystem, kind, classCode, subCode, subName } = cells;
  const named = (byName.get(`${codeSystem} ${subName}`) ?? []).filter((one) => kind === null || one.kind === kind);
  if (classCode !== '' && subCode !== '') {
    const kinds = kind === null ? (['component', 'event'] as const) : [kind];
    const coded = kinds.flatMap((one) => known.get(categoryKey(codeSystem, one, classCode, subCode)) ?? []);
    const category = coded.length === 1 ? coded[0] : coded.find((one) => one.name.zh === subName);
    if (category) return { category, warning: warningOf(category, subName) };
    if (coded.length > 1) {
      const reason = `${classCode}${subCode} may be the component ${coded[0]?.name.zh} or the event ${coded[1]?.name.zh}`;
      throw new CellProblem('kind', reason, 'write 部件 or 事件 in a column 类型, or name the sheet so');
    }
    const which = `${kind ?? 'category'} ${classCode}${subCode}${subName === '' ? '' : ` ${subName}`}`;
    throw new CellProblem('subCode', `the catalogue has no ${which} in ${codeSystem}`, BRING);
  }
  const [only, ...others] = named;
  if (only && others.length === 0) return { category: only, warning: null };
  if (only) {
    throw new CellProblem(
      'subName',
      `“${subName}” is the name of several subclasses`,
      'write the code beside the name',
    );
  }
  throw new CellProblem('subName', `the catalogue has no “${subName}” in ${codeSystem}`, BRING);
}

function warningOf(category: Category, subName: string): { reason: string; hint: string } | null {
  if (subName === '' || plain(subName) === plain(category.name.zh)) return null;
  const reason = `${category.classCode}${category.subCode} is “${category.name.zh}” in the catalogue, here “${subName}”`;
  return { reason, hint: 'see that the number is the right one; the catalogue’s name stays' };
}

function plain(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s()、,，/]/g, '');
}
