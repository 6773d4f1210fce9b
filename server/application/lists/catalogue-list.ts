import {
  categoryKey,
  type BilingualName,
  type Category,
  type CategoryKey,
  type Kind,
  type Mapping,
} from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import { codeSystemOfText, isSwappedClass, kindOfText } from '#domain/category/code-text.ts';
import type { FileRow } from '../import/profile.ts';
import {
  CATEGORY_COLUMNS,
  CellProblem,
  EMPTY,
  noCodeSystem,
  createCategoryReader,
  problemOfCell,
  type CategoryCells,
  type CategoryColumn,
} from './category-cells.ts';
import { createEntryList, type EntryStore, type ReadList } from './entry-list.ts';
import { refusal, type ListFile, type ListKind, type ListProblem, type ListRefused } from './list-kind.ts';
import type { ListFiles } from './list-files.ts';
import { openTables, type ColumnSpec, type OpenTable } from './table.ts';

/** Columns of a catalogue: `docs/lists.md` describes them. */
const COLUMNS = {
  ...CATEGORY_COLUMNS,
  classEn: { words: ['大类英文', '大类英文名称', 'class_name_en', 'class_en'], example: 'Public utility facilities' },
  nameEn: { words: ['英文名称', '小类英文', 'sub_name_en', 'name_en'], example: 'Water-supply manhole cover' },
  shortZh: { words: ['简称', 'short_zh', 'short_name_zh'], example: '上水井盖' },
  shortEn: { words: ['英文简称', 'short_en', 'short_name_en'], example: 'Water cover' },
  countsAs: { words: ['统计归入', '对应代码', 'counts_as'], example: '' },
  source: { words: ['来源', '依据', 'source'], example: '本市部件和事件目录（2026年）' },
} as const satisfies Record<string, ColumnSpec>;
type Column = keyof typeof COLUMNS;

type Table = OpenTable<Column | CategoryColumn>;

/**
 * The catalogue: categories of every code system. A file adds and changes what it names; with `absent` = `remove`, what
 * it does not name of the code systems that it speaks of is retired.
 */
export function catalogueList(store: EntryStore<Category>, files: ListFiles): ListKind {
  return createEntryList<Category>({
    id: 'catalogue',
    options: [
      { name: 'codeSystem', choices: null, fallback: NATIONAL_2013 },
      { name: 'kind', choices: ['', 'component', 'event'], fallback: '' },
      { name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' },
    ],
    template: (format) => files.template(format, COLUMNS),
    store,
    keyOf: ({ key }) => key,
    membersOf,
    read: async (file, current) => readCatalogue(file, current, files),
  });
}

function membersOf(category: Category): Record<string, string> {
  const { className, name, shortName, mapping } = category;
  return {
    class: className.zh,
    classEn: className.en,
    name: name.zh,
    nameEn: name.en,
    short: shortName.zh,
    shortEn: shortName.en,
    countsAs: mapping?.to ?? '',
    attested: category.attested,
    source: category.source,
  };
}

async function readCatalogue(
  file: ListFile,
  current: readonly Category[],
  files: ListFiles,
): Promise<ReadList<Category>> {
  const codeSystem = codeSystemOfText(file.options['codeSystem'] ?? NATIONAL_2013);
  if (codeSystem === null) throw refusedOption(file.options['codeSystem'] ?? '');
  const tables = openTables(await files.readSheets(file), COLUMNS, neededColumns);
  const known = new Map(current.map((category) => [category.key, category]));
  const byName = namesOf(current);
  const defaults = { codeSystem, kind: kindOfText(file.options['kind'] ?? ''), kindOfClass: kindsOfClasses(current) };
  const read = new Map<CategoryKey, { category: Category; line: number }>();
  const problems: ListProblem[] = [];
  let rows = 0;
  for (const table of tables) {
    const readCells = createCategoryReader<Column>(table, defaults);
    for (const row of table.rows) {
      rows += 1;
      try {
        const made = categoryOf(table, row, readCells(row), file.name, known, byName);
        const twin = read.get(made.key);
        // A handbook names a subclass once for each of its conditions; its rows count as one as long as they agree.
        if (twin && twin.category.name.zh !== made.name.zh) problems.push(twinProblem(table, row, made, twin));
        if (!twin) read.set(made.key, { category: made, line: row.line });
      } catch (error) {
        if (!(error instanceof CellProblem)) throw error;
        problems.push(problemOfCell(table, row, error));
      }
    }
  }
  const named = new Set([...read.values()].map(({ category }) => category.codeSystem));
  const removes = file.options['absent'] === 'remove';
  const kept = current.filter((one) => !read.has(one.key) && !(removes && named.has(one.codeSystem)));
  return { rows, entries: [...kept, ...[...read.values()].map(({ category }) => category)], problems };
}

function neededColumns(has: (name: Column) => boolean): string | null {
  const coded = has('code') || ((has('classCode') || has('className')) && (has('subCode') || has('subName')));
  if (!coded) return '小类代码 (or 代码)';
  return has('subName') ? null : '小类名称';
}

function categoryOf(
  table: Table,
  row: FileRow,
  cells: CategoryCells,
  fileName: string,
  known: ReadonlyMap<CategoryKey, Category>,
  byName: ReadonlyMap<string, readonly Category[]>,
): Category {
  const { codeSystem, kind, classCode, className, subCode, subName } = cells;
  if (kind === null) {
    const reason = { zh: '没有说是部件还是事件', en: 'it is not said whether this is a component or an event' };
    const hint = {
      zh: '加一列“类型”写部件或事件，或以此命名工作表，或为整个文件选定类型',
      en: 'write 部件 or 事件 in a column 类型, name the sheet so, or choose the kind for the whole file',
    };
    throw new CellProblem('kind', reason, hint);
  }
  const write = (column: CategoryColumn, hint: BilingualName) => new CellProblem(column, EMPTY, hint);
  if (classCode === '')
    throw write('classCode', { zh: '填写大类代码，例如 01', en: 'write the class’s number, such as 01' });
  if (subCode === '')
    throw write('subCode', { zh: '填写小类代码，例如 01', en: 'write the subclass’s number, such as 01' });
  if (subName === '') throw write('subName', { zh: '填写小类名称', en: 'write the name of the subclass' });
  for (const [column, text] of [
    ['className', className],
    ['subName', subName],
  ] as const) {
    if (text.length > 60) {
      const reason = { zh: `有 ${text.length} 个字`, en: `has ${text.length} letters` };
      throw new CellProblem(column, reason, { zh: '名称最多 60 个字', en: 'a name has at most 60 letters' });
    }
  }
  if (isSwappedClass(codeSystem, kind, classCode, className)) {
    const reason = {
      zh: `在 ${codeSystem} 中，大类 ${classCode} 不是${className}：突发事件和街面秩序在 2013 年对调了代码`,
      en: `class ${classCode} is not ${className} in ${codeSystem}: 突发事件 and 街面秩序 changed places in 2013`,
    };
    const hint = {
      zh: '选择这份清单编码所依据的编码体系',
      en: 'choose the code system by which this list is numbered',
    };
    throw new CellProblem('className', reason, hint);
  }
  const key = categoryKey(codeSystem, kind, classCode, subCode);
  const before = known.get(key);
  const same = before?.name.zh === subName ? before : null;
  const text = (column: Column): string => table.cell(row, column);
  const ofClass = [...known.values()].find(
    (one) => one.codeSystem === codeSystem && one.kind === kind && one.classCode === classCode,
  );
  const classZh = className || ofClass?.className.zh || classCode;
  return {
    key,
    codeSystem,
    kind,
    classCode,
    subCode,
    className: { zh: classZh, en: text('classEn') || (ofClass?.className.zh === classZh ? ofClass.className.en : '') },
    name: { zh: subName, en: text('nameEn') || (same?.name.en ?? '') },
    shortName: { zh: text('shortZh') || (same?.shortName.zh ?? ''), en: text('shortEn') || (same?.shortName.en ?? '') },
    source: text('source') || (same?.source ?? fileName),
    attested: same?.attested ?? 'own',
    mapping: mappingOf(text('countsAs'), cells, kind, key, same, byName),
    retiredAt: null,
  };
}

/** Said in the file, kept where nothing changed, or the one category of 2013 that has the very same name. */
function mappingOf(
  said: string,
  { codeSystem, subName }: CategoryCells,
  kind: Kind,
  key: CategoryKey,
  same: Category | null,
  byName: ReadonlyMap<string, readonly Category[]>,
): Mapping | null {
  if (said !== '') {
    const digits = /^\d{4}$/.test(said) ? categoryKey(NATIONAL_2013, kind, said.slice(0, 2), said.slice(2)) : said;
    if (!digits.includes(':')) {
      const shown = said.slice(0, 60);
      const reason = {
        zh: `统计归入的“${shown}”不是代码`,
        en: `the category that it counts as, “${shown}”, is no code`,
      };
      const hint = {
        zh: '填写 GB/T 30428.2-2013 的四位代码，或完整的键，例如 gbt30428.2-2013:event:0110',
        en: 'write four digits of GB/T 30428.2-2013, or a whole key such as gbt30428.2-2013:event:0110',
      };
      throw new CellProblem('code', reason, hint);
    }
    return digits === key ? null : { to: digits, basis: 'own' };
  }
  if (same) return same.mapping;
  if (codeSystem === NATIONAL_2013) return null;
  const twins = byName.get(`${kind} ${subName}`) ?? [];
  return twins.length === 1 && twins[0] ? { to: twins[0].key, basis: 'same-name' } : null;
}

function namesOf(current: readonly Category[]): Map<string, Category[]> {
  const byName = new Map<string, Category[]>();
  for (const category of current) {
    if (category.codeSystem !== NATIONAL_2013) continue;
    const name = `${category.kind} ${category.name.zh}`;
    byName.set(name, [...(byName.get(name) ?? []), category]);
  }
  return byName;
}

/** What kind a class is by its name, where only one kind has such a class. */
export function kindsOfClasses(categories: readonly Category[]): (className: string) => Kind | null {
  const kinds = new Map<string, Set<Kind>>();
  for (const { className, kind } of categories) {
    kinds.set(className.zh, (kinds.get(className.zh) ?? new Set()).add(kind));
  }
  return (className) => {
    const found = kinds.get(className);
    return found?.size === 1 ? ([...found][0] ?? null) : null;
  };
}

function twinProblem(
  table: Table,
  row: FileRow,
  made: Category,
  twin: { category: Category; line: number },
): ListProblem {
  return {
    line: row.line,
    field: table.title('subName'),
    reason: {
      zh: `${made.classCode}${made.subCode} 在这里是“${made.name.zh}”，在第 ${twin.line} 行是“${twin.category.name.zh}”`,
      en: `${made.classCode}${made.subCode} is “${made.name.zh}” here and “${twin.category.name.zh}” in line ${twin.line}`,
    },
    hint: {
      zh: '一个代码只对应一个小类：换一个代码，或写成相同的名称',
      en: 'a code stands for one subclass: give one of them another number, or the same name',
    },
    refuses: true,
  };
}

/** @throws never; made to be thrown. */
export function refusedOption(given: string): ListRefused {
  return refusal(...noCodeSystem(given), { field: 'codeSystem' });
}
