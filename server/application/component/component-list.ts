import { setImmediate } from 'node:timers/promises';
import { categoryOfCode, parseComponentCode, SCHEME_NAMES, schemeOf, type CodeScheme } from '#domain/component/code.ts';
import {
  ACCURACY_CLASSES,
  COMPONENT_STATES,
  type Component,
  type ComponentState,
} from '#domain/component/component.ts';
import type { BilingualName } from '#domain/category/category.ts';
import { DATUMS, type Datum } from '#domain/place/datum.ts';
import { parseGridCode } from '#domain/place/code.ts';
import type { ListFile, ListKind, ListProblem, TemplateFormat } from '../lists/list-kind.ts';
import {
  positionOf,
  problemAt,
  readRecords,
  type ListRecord,
  type RecordColumn,
  type SheetReader,
} from '../lists/records.ts';
import { registerKind, type RegisterStore } from '../lists/register.ts';

const COLUMNS: readonly RecordColumn[] = [
  { name: 'code', headings: ['objcode', '部件标识码', '部件编码', '标识码', '编码'], required: true },
  { name: 'name', headings: ['objname', '部件名称', '名称'], required: false },
  { name: 'owner', headings: ['权属单位', '权属部门', '权属部门名称', 'deptname2'], required: false },
  { name: 'maintainer', headings: ['养护单位', '养护部门', '养护部门名称', 'deptname3'], required: false },
  { name: 'supervisor', headings: ['主管部门', '主管单位', '主管部门名称', 'deptname1'], required: false },
  { name: 'grid', headings: ['grid_code', 'bgid', '单元网格', '所在单元网格', '网格编码'], required: false },
  { name: 'state', headings: ['objstate', '部件状态', '状态'], required: false },
  { name: 'installed', headings: ['installed_on', 'ordate', '初始日期', '初始时间'], required: false },
  { name: 'changed', headings: ['changed_on', 'chdate', '变更日期', '变更时间'], required: false },
  { name: 'accuracy', headings: ['精度', '精度等级'], required: false },
  { name: 'lon', headings: ['lng', 'longitude', 'x', '经度'], required: true },
  { name: 'lat', headings: ['latitude', 'y', '纬度'], required: true },
  { name: 'source', headings: ['datasource', '数据来源', '来源'], required: false },
  { name: 'note', headings: ['备注', 'remark'], required: false },
];

const STATE_WORDS: Readonly<Record<string, ComponentState>> = {
  '': 'intact',
  完好: 'intact',
  破损: 'damaged',
  丢失: 'missing',
  废弃: 'abandoned',
};

const MOST_LETTERS = 200;
const PAUSE_EVERY = 5_000;

/** The register of components as a list that a city brings: CSV, XLSX or GeoJSON with its datum and code scheme declared. */
export function componentList(parts: {
  store: RegisterStore<Component>;
  readSheet: SheetReader;
  writeSheet: (
    format: TemplateFormat,
    header: readonly string[],
    rows: readonly (readonly string[])[],
  ) => Promise<Uint8Array>;
  hasCategory: (key: string) => boolean;
}): ListKind {
  return registerKind({
    id: 'components',
    options: [
      { name: 'datum', choices: DATUMS, fallback: null },
      { name: 'scheme', choices: SCHEME_NAMES, fallback: '6-2-2-6' },
    ],
    store: parts.store,
    template: (format) =>
      parts.writeSheet(
        format,
        COLUMNS.map(({ name }) => name),
        [EXAMPLE],
      ),
    read: (file) => readComponents(file, parts.readSheet, parts.hasCategory),
    members: membersOf,
  });
}

const EXAMPLE = [
  '1201010101000123', '上水井盖', '自来水集团', '自来水集团', '城管委', '120101001001007', '完好', '2019-05-01', '',
  'A', '117.1983', '39.1322', '普查', '',
]; // prettier-ignore

async function readComponents(file: ListFile, readSheet: SheetReader, hasCategory: (key: string) => boolean) {
  const { records, problems } = await readRecords(file, COLUMNS, readSheet);
  const scheme = schemeOf(file.options['scheme'] ?? '') as CodeScheme;
  const datum = file.options['datum'] as Datum;
  const rows: { line: number; key: string; row: Component }[] = [];
  const unknown = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const read = componentOf(record, datum, scheme, file.name);
    if ('problems' in read) problems.push(...read.problems);
    else {
      rows.push({ line: record.line, key: read.code, row: read });
      if (!hasCategory(read.categoryKey) && !unknown.has(read.categoryKey)) unknown.set(read.categoryKey, record.line);
    }
    // A large register is read beside the server's other work.
    if (index % PAUSE_EVERY === PAUSE_EVERY - 1) await setImmediate();
  }
  for (const [key, line] of unknown) {
    const reason = { zh: `目录中没有小类 ${key}`, en: `the catalogue has no subclass ${key}` };
    const hint = {
      zh: '更新分类目录，或看编码方式是否选对',
      en: 'bring the catalogue up to date, or look whether the scheme is right',
    };
    problems.push({ ...problemAt(line, 'code', reason, hint), refuses: false });
  }
  return { rows, problems };
}

function componentOf(
  record: ListRecord,
  datum: Datum,
  scheme: CodeScheme,
  source: string,
): Component | { problems: ListProblem[] } {
  const { line, cell } = record;
  const problems: ListProblem[] = [];
  const refuse = (field: string, reason: BilingualName, hint: BilingualName): void =>
    void problems.push(problemAt(line, field, reason, hint));
  const code = cell('code');
  const parsed = parseComponentCode(code, scheme);
  if (!parsed.ok) {
    const spoiled = /e\+\d+$/iu.test(code)
      ? {
          zh: '电子表格把它四舍五入了：把这一列设为文本，重新填写',
          en: 'a spreadsheet rounded it: format the column as text and enter it again',
        }
      : null;
    const other = { zh: '改正代码，或另选编码方式', en: 'correct it, or declare another scheme' };
    refuse('code', parsed.reason, spoiled ?? other);
  }
  const state = STATE_WORDS[cell('state')] ?? COMPONENT_STATES.find((one) => one === cell('state').toLowerCase());
  if (state === undefined)
    refuse(
      'state',
      { zh: `“${cell('state')}”不是部件状态`, en: `“${cell('state')}” is no state` },
      { zh: '填写完好、破损、丢失或废弃', en: 'write 完好, 破损, 丢失 or 废弃' },
    );
  const accuracy =
    cell('accuracy') === '' ? null : ACCURACY_CLASSES.find((one) => one === cell('accuracy').toUpperCase());
  if (accuracy === undefined)
    refuse(
      'accuracy',
      { zh: `“${cell('accuracy')}”不是精度等级`, en: `“${cell('accuracy')}” is no accuracy class` },
      { zh: '填写 A、B 或 C', en: 'write A, B or C' },
    );
  const gridCode = cell('grid') || null;
  if (gridCode !== null) {
    const grid = parseGridCode(gridCode);
    if (!grid.ok) {
      const reason = { zh: `“${gridCode}”不是 GB/T 30428.1 的 15 位单元网格代码`, en: grid.reason };
      refuse('grid', reason, { zh: '改正，或留空', en: 'correct it, or leave it empty' });
    }
  }
  const dates = (['installed', 'changed'] as const).map((field) => {
    const date = dateOf(cell(field));
    if (date === undefined) {
      const reason = { zh: `“${cell(field)}”不是日期`, en: `“${cell(field)}” is no date` };
      refuse(field, reason, { zh: '写成 2019-05-01', en: 'write it as 2019-05-01' });
    }
    return date ?? null;
  });
  for (const field of ['name', 'owner', 'maintainer', 'supervisor', 'note', 'source'])
    if (cell(field).length > MOST_LETTERS) {
      const hint = { zh: `最多 ${MOST_LETTERS} 个字`, en: `at most ${MOST_LETTERS} letters` };
      refuse(field, { zh: '文字太长', en: 'the text is too long' }, hint);
    }
  const placed = positionOf(record, datum);
  if ('problem' in placed) problems.push(placed.problem);
  if (problems.length > 0 || !parsed.ok || 'problem' in placed) return { problems };
  return {
    code,
    scheme: scheme.name,
    categoryKey: categoryOfCode(parsed.value, scheme),
    name: cell('name'),
    owner: cell('owner'),
    maintainer: cell('maintainer'),
    supervisor: cell('supervisor'),
    gridCode,
    state: state ?? 'intact',
    installedOn: dates[0] ?? null,
    changedOn: dates[1] ?? null,
    accuracy: accuracy ?? null,
    position: placed.position,
    source: cell('source') || source,
    note: cell('note'),
    simulated: false,
  };
}

/** Null for an empty cell, undefined for what is no day of the calendar. Times after the day are dropped. */
function dateOf(text: string): string | null | undefined {
  if (text === '') return null;
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?$/u.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '', day = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? undefined : date;
}

function membersOf(it: Component): Record<string, string> {
  return {
    name: it.name,
    category: it.categoryKey,
    owner: it.owner,
    maintainer: it.maintainer,
    supervisor: it.supervisor,
    grid: it.gridCode ?? '',
    state: it.state,
    installed: it.installedOn ?? '',
    changed: it.changedOn ?? '',
    accuracy: it.accuracy ?? '',
    position: `${it.position.lon.toFixed(6)}, ${it.position.lat.toFixed(6)}`,
    source: it.source,
    note: it.note,
  };
}
