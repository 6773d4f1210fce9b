import type { Category, CategoryKey } from '#domain/category/category.ts';
import { NATIONAL_2013 } from '#domain/category/code-system.ts';
import { codeSystemOfText, kindOfText } from '#domain/category/code-text.ts';
import { LIMIT_UNIT_NAMES, type FilingCondition } from '#domain/category/condition.ts';
import { limitToText } from '#domain/clock/limit-text.ts';
import { responsibleOffice } from '#domain/department/responsible-office.ts';
import { kindsOfClasses, refusedOption } from './catalogue-list.ts';
import { CellProblem, createCategoryReader } from './category-cells.ts';
import { createEntryList, type EntryStore, type ReadList } from './entry-list.ts';
import {
  ConditionProblem,
  HANDBOOK_COLUMNS,
  neededColumns,
  readCondition,
  type ReadCondition,
} from './handbook-cells.ts';
import { findCategory, namesOf } from './handbook-category.ts';
import type { ListFiles } from './list-files.ts';
import type { ListFile, ListKind, ListProblem } from './list-kind.ts';
import { openTables } from './table.ts';

/** What the handbook's list looks up. `conditions` holds retired ones too: a number is never given twice. */
export type HandbookFacts = () => Promise<{
  categories: readonly Category[];
  conditions: readonly FilingCondition[];
}>;

/**
 * The handbook: filing conditions with their limits. The conditions of a subclass that a file names are those of the
 * file; other subclasses keep theirs, or with `absent` = `remove` lose them in the code systems that the file speaks of.
 * A condition whose words stay keeps its number, so that cases filed under it find it again.
 */
export function handbookList(store: EntryStore<FilingCondition>, facts: HandbookFacts, files: ListFiles): ListKind {
  return createEntryList<FilingCondition>({
    id: 'handbook',
    options: [
      { name: 'codeSystem', choices: null, fallback: NATIONAL_2013 },
      { name: 'kind', choices: ['', 'component', 'event'], fallback: '' },
      { name: 'bareUnits', choices: ['running', 'working'], fallback: 'running' },
      { name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' },
    ],
    template: (format) => files.template(format, HANDBOOK_COLUMNS),
    store,
    keyOf: ({ categoryKey, conditionNo }) => `${categoryKey}#${conditionNo}`,
    membersOf: (one) => ({
      condition: one.condition.zh,
      conditionEn: one.condition.en,
      close: one.closeCondition.zh,
      closeEn: one.closeCondition.en,
      limit: limitToText(one.limit, one.season),
      office: one.office,
      department: one.officeName,
      source: one.source,
      generic: one.generic ? 'yes' : 'no',
    }),
    read: (file, current) => readHandbook(file, current, facts, files),
  });
}

type Placed = ReadCondition & { category: Category };

async function readHandbook(
  file: ListFile,
  current: readonly FilingCondition[],
  facts: HandbookFacts,
  files: ListFiles,
): Promise<ReadList<FilingCondition>> {
  const codeSystem = codeSystemOfText(file.options['codeSystem'] ?? NATIONAL_2013);
  if (codeSystem === null) throw refusedOption(file.options['codeSystem'] ?? '');
  const tables = openTables(await files.readSheets(file), HANDBOOK_COLUMNS, neededColumns);
  const { categories, conditions } = await facts();
  const known = new Map(categories.map((category) => [category.key, category]));
  const byName = namesOf(categories);
  const kindOfClass = kindsOfClasses(categories);
  const defaults = { codeSystem, kind: kindOfText(file.options['kind'] ?? ''), kindOfClass };
  const bareIsWorking = file.options['bareUnits'] === 'working';
  const placed = new Map<string, Placed>();
  const problems: ListProblem[] = [];
  let rows = 0;
  for (const table of tables) {
    const readCategory = createCategoryReader(table, defaults);
    for (const row of table.rows) {
      try {
        const cells = readCategory(row);
        const read = readCondition(table, row, bareIsWorking);
        // A heading, or the first row of a merged block: it says nothing of its own.
        if (read === null) continue;
        rows += 1;
        const { category, warning } = findCategory(cells, known, byName);
        if (warning !== null)
          problems.push({ line: row.line, field: table.title('subName'), ...warning, refuses: false });
        const twin = placed.get(textKey(category.key, read.condition));
        if (twin) problems.push(twinProblem(table.title('condition'), read, twin));
        else placed.set(textKey(category.key, read.condition), { ...read, category });
      } catch (error) {
        if (!(error instanceof CellProblem || error instanceof ConditionProblem)) throw error;
        const { column, reason, hint } = error;
        problems.push({ line: row.line, field: table.title(column), reason, hint, refuses: true });
      }
    }
  }
  const all = [...placed.values()];
  const named = new Set(all.map(({ category }) => category.key));
  const systems = new Set(all.map(({ category }) => category.codeSystem));
  const systemOf = (key: CategoryKey): string => known.get(key)?.codeSystem ?? '';
  const removes = file.options['absent'] === 'remove';
  const kept = current.filter(({ categoryKey: key }) => !named.has(key) && !(removes && systems.has(systemOf(key))));
  return {
    rows,
    entries: [...kept, ...numbered(all, conditions, file.name)],
    problems: [...problems, ...asides(all, bareIsWorking)],
  };
}

/** Conditions as entries: known words keep their number, new ones get the next that was never given. */
function numbered(all: readonly Placed[], conditions: readonly FilingCondition[], fileName: string): FilingCondition[] {
  const byText = new Map(conditions.map((one) => [textKey(one.categoryKey, one.condition.zh), one]));
  const last = new Map<CategoryKey, number>();
  for (const { categoryKey, conditionNo } of conditions) {
    last.set(categoryKey, Math.max(last.get(categoryKey) ?? 0, conditionNo));
  }
  return all.map(({ category: { key }, ...read }) => {
    const before = byText.get(textKey(key, read.condition));
    const conditionNo = before?.conditionNo ?? (last.get(key) ?? 0) + 1;
    if (before === undefined) last.set(key, conditionNo);
    const closeIsSame = before?.closeCondition.zh === read.close;
    return {
      categoryKey: key,
      conditionNo,
      condition: { zh: read.condition, en: read.conditionEn || (before?.condition.en ?? '') },
      closeCondition: { zh: read.close, en: read.closeEn || (closeIsSame ? before.closeCondition.en : '') },
      limit: read.limit,
      season: read.season,
      unitName: LIMIT_UNIT_NAMES[read.limit.unit],
      office: read.trade ?? responsibleOffice(key),
      officeName: read.officeName,
      generic: false,
      source: read.source || fileName,
      retiredAt: null,
    };
  });
}

/** Words that differ only in blanks and punctuation are the same condition. */
function textKey(key: CategoryKey, condition: string): string {
  return `${key} ${condition.normalize('NFKC').replaceAll(/[\s,.;:!?，。；：！？、“”"'‘’()]/g, '')}`;
}

function twinProblem(field: string, read: ReadCondition, twin: ReadCondition): ListProblem {
  const same = limitToText(read.limit, read.season) === limitToText(twin.limit, twin.season);
  const hint = same
    ? { zh: '只取一次；请删去其中一行', en: 'it is taken once; delete one of the rows' }
    : { zh: '在文字上区分两者，或删去其中一行', en: 'tell the two apart by their words, or delete one' };
  const reason = {
    zh: `第 ${twin.line} 行是同一立案条件${same ? '' : '，时限却不同'}`,
    en: `the same condition stands in line ${twin.line}${same ? '' : ', with another limit'}`,
  };
  return { line: read.line, field, reason, hint, refuses: !same };
}

/** What is worth knowing but stops nothing: how bare units were read, and departments that nobody knows. */
function asides(all: readonly Placed[], bareIsWorking: boolean): ListProblem[] {
  const bare = all.filter(({ isBare }) => isBare).length;
  const unknown = new Map<string, Placed>();
  for (const one of all) if (one.officeName !== '' && one.trade === null) unknown.set(one.officeName, one);
  return [
    ...(bare > 0 && !bareIsWorking
      ? [
          {
            line: null,
            field: null,
            reason: {
              zh: `${bare} 条时限只写小时或天，没有写“工作”：按夜间和节假日也计时处理`,
              en: `${bare} limits say 小时 or 天 without 工作: they run through nights and holidays`,
            },
            hint: {
              zh: '若指工作时间，请选 bareUnits = working',
              en: 'if working time is meant, choose bareUnits = working',
            },
            refuses: false,
          },
        ]
      : []),
    ...[...unknown.values()].map(({ line, officeName, category }) => ({
      line,
      field: null,
      reason: {
        zh: `从名称看不出部门“${officeName}”属于哪个专业`,
        en: `what trade the department “${officeName}” is of cannot be told by its name`,
      },
      hint: {
        zh: `案件派给通常负责该大类的专业：${responsibleOffice(category.key)}`,
        en: `cases go to the trade that as a rule answers for the class: ${responsibleOffice(category.key)}`,
      },
      refuses: false,
    })),
  ];
}
