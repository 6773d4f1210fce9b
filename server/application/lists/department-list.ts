import type { Department } from '#domain/department/department.ts';
import { DEPARTMENT_COLUMNS, readDepartmentCells, type CellFault, type DepartmentColumn } from './department-cells.ts';
import { createEntryList, type EntryStore, type ReadList } from './entry-list.ts';
import type { ListFiles } from './list-files.ts';
import type { ListFile, ListKind, ListProblem } from './list-kind.ts';
import { openTables } from './table.ts';

/** A department with its unified social credit code; '' where none is given. */
export type DepartmentEntry = Department & { readonly creditCode: string };

/** The city, its districts and subdistricts: what a department may serve. */
export type DepartmentFacts = () => Promise<
  readonly { code: string; level: string; parentCode: string | null; nameZh: string }[]
>;
type ServedPlace = Awaited<ReturnType<DepartmentFacts>>[number];

/**
 * Departments that cases are dispatched to. A file adds and changes what it names; with `absent` = `remove`, the others
 * are retired: nothing is dispatched to them any more, and old cases keep their names.
 */
export function departmentList(store: EntryStore<DepartmentEntry>, facts: DepartmentFacts, files: ListFiles): ListKind {
  return createEntryList<DepartmentEntry>({
    id: 'departments',
    options: [{ name: 'absent', choices: ['keep', 'remove'], fallback: 'keep' }],
    template: (format) => files.template(format, DEPARTMENT_COLUMNS),
    store,
    keyOf: ({ code }) => code,
    membersOf: (it) => ({
      name: it.name.zh,
      nameEn: it.name.en,
      kind: it.kind,
      trade: it.trade,
      district: it.districtCode ?? '',
      subdistrict: it.subdistrictCode ?? '',
      parent: it.parentCode ?? '',
      creditCode: it.creditCode,
    }),
    read: (file, current) => readDepartments(file, current, facts, files),
  });
}

type Read = { entry: DepartmentEntry; line: number; field: string };

async function readDepartments(
  file: ListFile,
  current: readonly DepartmentEntry[],
  facts: DepartmentFacts,
  files: ListFiles,
): Promise<ReadList<DepartmentEntry>> {
  const tables = openTables(await files.readSheets(file), DEPARTMENT_COLUMNS, (has) =>
    has('code') ? (has('name') ? null : '部门名称') : '部门代码',
  );
  const places = await facts();
  const read = new Map<string, Read>();
  const problems: ListProblem[] = [];
  let rows = 0;
  for (const table of tables) {
    for (const row of table.rows) {
      rows += 1;
      const cell = (column: DepartmentColumn): string => table.cell(row, column);
      const told = readDepartmentCells(cell);
      const served = placesOf(cell('district'), cell('subdistrict'), places);
      const faults = [...('faults' in told ? told.faults : []), ...('faults' in served ? served.faults : [])];
      if ('cells' in told) {
        const twin = read.get(told.cells.code);
        if (twin) faults.push(twice(told.cells.code, twin.line));
      }
      for (const { column, reason, hint } of faults)
        problems.push({ line: row.line, field: table.title(column), reason, hint, refuses: true });
      if (faults.length > 0 || 'faults' in told || 'faults' in served) continue;
      const entry = { ...told.cells, ...served, parentCode: cell('parent') || null };
      read.set(entry.code, { entry, line: row.line, field: table.title('parent') });
    }
  }
  const kept = file.options['absent'] === 'remove' ? [] : current.filter(({ code }) => !read.has(code));
  const entries = [...kept, ...[...read.values()].map(({ entry }) => entry)];
  return { rows, entries, problems: [...problems, ...parentProblems(entries, read)] };
}

type Served = { districtCode: string | null; subdistrictCode: string | null };

/** Where a department works, by codes or names; the city's own says neither. */
function placesOf(
  districtText: string,
  subdistrictText: string,
  places: readonly ServedPlace[],
): Served | { faults: CellFault[] } {
  const isCity = places.some(({ level, code, nameZh }) => level === 'city' && [code, nameZh].includes(districtText));
  const find = (level: string, text: string): ServedPlace | undefined =>
    places.find((one) => one.level === level && (one.code === text || one.nameZh === text));
  const district = districtText === '' || isCity ? null : find('district', districtText);
  if (district === undefined) return { faults: [noPlace('district', districtText)] };
  if (subdistrictText === '') return { districtCode: district?.code ?? null, subdistrictCode: null };
  const within = places.filter(({ parentCode }) => district === null || parentCode === district.code);
  const found = within.filter((one) => one.level === 'subdistrict' && [one.code, one.nameZh].includes(subdistrictText));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return { faults: [noPlace('subdistrict', subdistrictText)] };
  return { districtCode: district?.code ?? only.parentCode, subdistrictCode: only.code };
}

function noPlace(column: 'district' | 'subdistrict', text: string): CellFault {
  const shown = text.slice(0, 40);
  const reason =
    column === 'district'
      ? { zh: `“${shown}”不是本市的区`, en: `“${shown}” is no district of the city` }
      : { zh: `“${shown}”不是该区的街道`, en: `“${shown}” is no one subdistrict of its district` };
  const hint = {
    zh: '填写区划代码或全称；先导入区域',
    en: 'write its code or its whole name; bring in the places first',
  };
  return { column, reason, hint };
}

function twice(code: string, line: number): CellFault {
  return {
    column: 'code',
    reason: { zh: `${code} 在第 ${line} 行已经出现`, en: `${code} stands in line ${line} already` },
    hint: { zh: '各部门用自己的代码，重复的删去', en: 'give each department its own code; delete what comes twice' },
  };
}

/** A parent must be a department of the list, and none stands above itself. */
function parentProblems(entries: readonly DepartmentEntry[], read: ReadonlyMap<string, Read>): ListProblem[] {
  const parents = new Map(entries.map(({ code, parentCode }) => [code, parentCode]));
  const hint = {
    zh: '填写清单中另一部门的代码，或留空',
    en: 'write the code of another department, or leave it empty',
  };
  const circles = (code: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
  return [...read.values()].flatMap(({ entry: { code, parentCode }, line, field }): ListProblem[] => {
    if (parentCode === null) return [];
    const told = { line, field, hint, refuses: true };
    if (!parents.has(parentCode)) {
      const reason = { zh: `没有部门 ${parentCode}`, en: `there is no department ${parentCode}` };
      return [{ ...told, reason }];
    }
    if (!circles(code)) return [];
    return [{ ...told, reason: { zh: `${code} 成了自己的上级`, en: `${code} stands above itself` } }];
  });
}
