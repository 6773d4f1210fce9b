import type { Zone } from '#domain/calendar/zone.ts';
import type { PlaceIndex } from '#domain/place/place-index.ts';
import type { ResponsibilityGrid } from '#domain/responsibility/responsibility-grid.ts';
import { createEntryList, type EntryStore, type ReadList } from '../lists/entry-list.ts';
import type { ListFiles } from '../lists/list-files.ts';
import { inForceFrom } from '../lists/in-force-from.ts';
import { refusal, type ListFile, type ListKind, type ListProblem } from '../lists/list-kind.ts';
import { openTables } from '../lists/table.ts';
import { draftsOf, type Draft, type Spot } from './read-responsibility.ts';
import { RESPONSIBILITY_COLUMNS } from './responsibility-cells.ts';
import { keyOfEntry, membersOfEntry, replaceEntries, type ResponsibilityEntry } from './responsibility-entries.ts';
import { gapProblems, membershipProblems, shapeProblems } from './responsibility-problems.ts';

/** What a file is held against: unit grids in use, departments in use, codes of the collectors on the roster. */
export type ResponsibilityFacts = () => Promise<{
  places: PlaceIndex;
  departments: readonly { code: string; nameZh: string }[];
  collectors: ReadonlySet<string>;
}>;

export type ResponsibilityListParts = {
  store: EntryStore<ResponsibilityEntry>;
  facts: ResponsibilityFacts;
  files: ListFiles;
  /** The platform's own zone: a responsibility grid holds from midnight there. */
  zone: Zone;
  now: () => number;
};

/**
 * Responsibility grids over unit grids. A file adds and changes what it names, from the day `from` on; with `absent` =
 * `end` the others end then. One in the file is whole: unit grids that it had and the file does not name are its no more.
 */
export function responsibilityList({ store, facts, files, zone, now }: ResponsibilityListParts): ListKind {
  return createEntryList<ResponsibilityEntry>({
    id: 'responsibility-grids',
    options: [
      { name: 'from', choices: null, fallback: '' },
      { name: 'absent', choices: ['keep', 'end'], fallback: 'keep' },
    ],
    template: (format) => files.template(format, RESPONSIBILITY_COLUMNS),
    store,
    keyOf: keyOfEntry,
    membersOf: membersOfEntry,
    read: (file, current) => readFile(file, current, { facts, files, from: startOf(file, current, zone, now()) }),
  });
}

async function readFile(
  file: ListFile,
  current: readonly ResponsibilityEntry[],
  { facts, files, from }: Pick<ResponsibilityListParts, 'facts' | 'files'> & { from: number },
): Promise<ReadList<ResponsibilityEntry>> {
  const tables = openTables(await files.readSheets(file), RESPONSIBILITY_COLUMNS, (has) =>
    has('code')
      ? has('unitGrids')
        ? null
        : RESPONSIBILITY_COLUMNS.unitGrids.words[0]
      : RESPONSIBILITY_COLUMNS.code.words[0],
  );
  const { rows, drafts, problems } = draftsOf(tables);
  if (drafts.length === 0 && problems.length === 0) problems.push(empty());
  const { places, departments, collectors } = await facts();
  const endAbsent = file.options['absent'] === 'end';
  const named = new Set(drafts.map(({ code }) => code));
  const kept = current.filter(
    ({ code, validTo, approximate }) => validTo === null && !approximate && !endAbsent && !named.has(code),
  );
  const found = drafts.map((draft) => gridOf(draft, departments, collectors));
  problems.push(...found.flatMap((one) => one.problems), ...membershipProblems(drafts, kept, places));
  const entries = replaceEntries(
    current,
    found.map(({ grid }) => grid),
    { from, endAbsent },
  );
  const told = [...(await shapeProblems(drafts, places)), ...gapProblems(inUse(entries), places), ...computed(current)];
  return { rows, entries, problems: [...problems, ...told] };
}

const inUse = (entries: readonly ResponsibilityEntry[]): ResponsibilityEntry[] =>
  entries.filter(({ validTo }) => validTo === null);

function gridOf(
  { code, said, unitGrids }: Draft,
  departments: Awaited<ReturnType<ResponsibilityFacts>>['departments'],
  collectors: ReadonlySet<string>,
): { grid: ResponsibilityGrid; problems: ListProblem[] } {
  const problems: ListProblem[] = [];
  const { text: collector } = said.collector;
  if (collector !== '' && !collectors.has(collector)) problems.push(noCollector(collector, said.collector.at));
  const { text: wanted } = said.department;
  const fitting = departments.filter((one) => one.code === wanted);
  const alike = fitting.length > 0 ? fitting : departments.filter(({ nameZh }) => nameZh === wanted);
  if (wanted !== '' && alike.length !== 1) problems.push(noDepartment(wanted, alike.length, said.department.at));
  const grid = {
    code,
    name: { zh: said.name.text || code, en: said.nameEn.text },
    person: said.person.text,
    collector: collector || null,
    departmentCode: wanted === '' ? null : (alike[0]?.code ?? null),
    approximate: false,
    unitGrids: [...unitGrids.keys()].sort(),
  };
  return { grid, problems };
}

/** @throws ListRefused for a day that is none, is still to come, or lies before a change that is in force already. */
function startOf(file: ListFile, current: readonly ResponsibilityEntry[], zone: Zone, now: number): number {
  const from = inForceFrom(file, zone, now);
  const own = current.filter(({ approximate }) => !approximate);
  const changed = Math.max(...own.map(({ validFrom, validTo }) => validTo ?? validFrom), -Infinity);
  if (from < changed) {
    const day = new Date(changed + zone.offsetAt(changed)).toISOString().slice(0, 10);
    const reason = { zh: `${day} 起已有更新的责任网格`, en: `since ${day} newer responsibility grids hold` };
    const hint = { zh: `填写 ${day} 或之后的日期`, en: `give ${day} or a later day` };
    throw refusal(reason, hint, { field: 'from' });
  }
  return from;
}

function empty(): ListProblem {
  const reason = { zh: '列名下面没有一行', en: 'no row stands below the columns’ names' };
  return { line: null, field: null, reason, hint: { zh: '按模板填写', en: 'fill in the template' }, refuses: true };
}

function noCollector(code: string, at: Spot): ListProblem {
  return {
    ...at,
    reason: { zh: `名册上没有采集员 ${code}`, en: `no collector ${code} is on the roster` },
    hint: {
      zh: '核对编号；上报位置后即可识别，在此之前任务派给最近的人',
      en: 'check the code; until positions come under it, tasks go to whoever is nearest',
    },
    refuses: false,
  };
}

function noDepartment(text: string, alike: number, at: Spot): ListProblem {
  return {
    ...at,
    reason:
      alike > 1
        ? { zh: `有 ${alike} 个部门叫“${text}”`, en: `${alike} departments are called “${text}”` }
        : { zh: `没有部门“${text}”`, en: `there is no department “${text}”` },
    hint: {
      zh: '填写部门代码；先导入专业部门；外包单位可写在责任人一列',
      en: 'write its code, or bring in the departments first; a contractor may stand in the column of the person',
    },
    refuses: true,
  };
}

/** The demonstration's own end with the first that a city brings: said, so that nobody wonders where they went. */
function computed(current: readonly ResponsibilityEntry[]): ListProblem[] {
  const count = current.filter(({ approximate, validTo }) => approximate && validTo === null).length;
  if (count === 0) return [];
  const reason = { zh: `${count} 个推算的示例责任网格随之结束`, en: `${count} computed responsibility grids end` };
  const hint = { zh: '撤销即可恢复', en: 'an undo brings them back' };
  return [{ line: null, field: null, reason, hint, refuses: false }];
}
