import type { BilingualName } from '#domain/category/category.ts';
import { isUserName } from '#domain/account/user-name.ts';
import type { ListProblem } from '../lists/list-kind.ts';
import type { ColumnSpec, OpenTable } from '../lists/table.ts';
import type { NewPerson, PersonRole } from './account-port.ts';

/** Columns of a file of people: `docs/people.md` describes them. */
export const PERSON_COLUMNS = {
  username: { words: ['用户名', '账号', '登录名', '帐号', 'username', 'account', 'login'], example: 'zhang.san' },
  name: { words: ['姓名', '名字', '人员姓名', 'name', 'real_name'], example: '张三' },
  role: { words: ['岗位', '角色', '职务', 'role', 'post'], example: '派遣员' },
  scope: { words: ['区域', '管辖区域', '所属区域', '行政区', '区', 'place', 'scope', 'district'], example: '和平区' },
  department: { words: ['专业部门', '部门', '所属部门', '部门代码', 'department', 'dept'], example: '' },
} as const satisfies Record<string, ColumnSpec>;
export type PersonColumn = keyof typeof PERSON_COLUMNS;

/** What a row refers to. Null: there is none. */
export type PersonFacts = {
  /** The city, a district or a subdistrict by its code or name; an empty cell names the city. */
  findPlace(cell: string): string | null;
  /** A department in use by its code or name. */
  findDepartment(cell: string): string | null;
};

export type PersonRow = { line: number; person: NewPerson };

/** What a role is called in files, beside its own code. */
const ROLE_WORDS: Readonly<Record<PersonRole, readonly string[]>> = {
  administrator: ['系统管理员', '平台管理员', 'system administrator'],
  'security-administrator': ['安全管理员', '安全保密管理员', 'security administrator'],
  auditor: ['审计员', '安全审计员', '审计管理员'],
  leader: ['领导', '分管领导', '局领导'],
  'duty-officer': ['值班长', '值班员', 'duty officer', 'shift lead'],
  operator: ['受理员', '接线员', '坐席', '坐席员'],
  dispatcher: ['派遣员', '调度员'],
  department: ['专业部门', '部门', '处置部门'],
  collector: ['监督员', '采集员', '信息采集员', '巡查员'],
};

/** Reads a table of people: each row that is whole, and what is wrong with the others. */
export function readPersonRows(
  table: OpenTable<PersonColumn>,
  facts: PersonFacts,
  seen: Map<string, number>,
): { rows: PersonRow[]; problems: ListProblem[] } {
  const rows: PersonRow[] = [];
  const problems: ListProblem[] = [];
  for (const row of table.rows) {
    const cell = (column: PersonColumn): string => table.cell(row, column);
    const faults: [PersonColumn, BilingualName, BilingualName][] = [];
    const username = cell('username').normalize('NFKC').toLowerCase();
    const twin = seen.get(username);
    if (!isUserName(username)) faults.push(['username', no(cell('username'), '用户名', 'user name'), USERNAME]);
    else if (twin !== undefined) faults.push(['username', twice(username, twin), ONCE]);
    else seen.set(username, row.line);
    const name = cell('name');
    if (name === '' || name.length > 60) faults.push(['name', no(name, '姓名', 'name'), NAME]);
    const role = roleOf(cell('role'));
    if (role === null) faults.push(['role', no(cell('role'), '岗位', 'role'), ROLE]);
    const scope = facts.findPlace(cell('scope'));
    if (scope === null) faults.push(['scope', no(cell('scope'), '区域', 'place'), PLACE]);
    const department = departmentOf(cell('department'), role, facts);
    if (department === undefined) faults.push(['department', departmentFault(cell('department'), role), DEPARTMENT]);
    for (const [column, reason, hint] of faults)
      problems.push({ line: row.line, field: table.title(column), reason, hint, refuses: true });
    if (faults.length > 0 || role === null || scope === null || department === undefined) continue;
    rows.push({ line: row.line, person: { username, name, role, scope, department } });
  }
  return { rows, problems };
}

function roleOf(cell: string): PersonRole | null {
  const word = cell.trim().toLowerCase();
  const found = Object.entries(ROLE_WORDS).find(([role, words]) => role === word || words.includes(word));
  return (found?.[0] as PersonRole | undefined) ?? null;
}

/** Null for the roles that have none; undefined where it does not fit. */
function departmentOf(cell: string, role: PersonRole | null, facts: PersonFacts): string | null | undefined {
  if (role !== 'department') return cell === '' || role === null ? null : undefined;
  return cell === '' ? undefined : (facts.findDepartment(cell) ?? undefined);
}

function departmentFault(cell: string, role: PersonRole | null): BilingualName {
  if (role !== 'department') {
    return { zh: '此岗位不填专业部门', en: 'this role has no department' };
  }
  return cell === '' ? { zh: '没有填写', en: 'is not filled in' } : no(cell, '在用的专业部门', 'department in use');
}

function no(cell: string, zh: string, en: string): BilingualName {
  const shown = cell.slice(0, 40);
  return shown === ''
    ? { zh: '没有填写', en: 'is not filled in' }
    : { zh: `没有“${shown}”这个${zh}`, en: `“${shown}” is no ${en}` };
}

function twice(username: string, line: number): BilingualName {
  return { zh: `${username} 在第 ${line} 行已出现`, en: `${username} stands in line ${line} already` };
}

const USERNAME = {
  zh: '2 至 60 个字母、数字或 _ . @ -，不含空格，例如 zhang.san',
  en: '2 to 60 letters, digits or _ . @ - without spaces, such as zhang.san',
};
const ONCE = { zh: '每人只留一行', en: 'leave one row for each person' };
const NAME = { zh: '1 至 60 个字', en: '1 to 60 letters' };
const ROLE = {
  zh: `写 ${Object.values(ROLE_WORDS)
    .map(([word]) => word)
    .join('、')} 之一`,
  en: `write one of ${Object.keys(ROLE_WORDS).join(', ')}`,
};
const PLACE = {
  zh: '写区或街道的名称或代码（街道可写作 和平区/小白楼街道）；全市留空',
  en: 'write the name or code of a district or subdistrict; leave it empty for the city',
};
const DEPARTMENT = {
  zh: '岗位为专业部门时写部门名称或代码，其他岗位留空',
  en: 'write the name or code of a department for that role, and nothing for others',
};
