import { STAGES } from '#domain/case/stage.ts';
import { stageLimitKey, type StageLimit } from '#domain/category/condition.ts';
import { limitToText, parseLimitText } from '#domain/clock/limit-text.ts';
import { createEntryList, type EntryStore, type ReadList } from './entry-list.ts';
import { limitFault } from './handbook-cells.ts';
import type { ListFiles } from './list-files.ts';
import type { ListFile, ListKind, ListProblem } from './list-kind.ts';
import { findDistrict, noDistrict, type DistrictSource, type NamedDistrict } from './named-district.ts';
import { openTables, type ColumnSpec } from './table.ts';

/** Columns of stage limits: `docs/lists.md` describes them. */
const COLUMNS = {
  stage: { words: ['环节', '阶段', '环节名称', 'stage'], example: '受理' },
  limit: { words: ['时限', '环节时限', '办理时限', 'limit', 'limit_value', 'value'], example: '30' },
  unit: { words: ['单位', '时限单位', 'unit', 'limit_unit'], example: '分钟' },
  district: {
    words: ['区县', '区', '区代码', '区县代码', '平台', 'district', 'district_code', 'platform'],
    example: '',
  },
  source: { words: ['来源', '依据', 'source'], example: '本市运行管理办法' },
} as const satisfies Record<string, ColumnSpec>;

type TimedStage = StageLimit['stage'];

const WORDS: Readonly<Record<TimedStage, RegExp>> = {
  accept: /^(?:案件)?受理$/,
  verify: /^核实$/,
  file: /^立案$/,
  dispatch: /^(?:任务)?派遣$/,
  check: /^核查$/,
  close: /^(?:案件)?结案$/,
};
/** What stands in place of a limit where a district is to have the city's again. */
const AS_CITY = /^(?:同市|同市级|按市|as ?city)$/i;
const TIMED: readonly TimedStage[] = STAGES.filter((stage) => stage !== 'dispose');

/**
 * Limits of the stages other than 处置, whose limit comes with the filing condition. A row with a district is of that
 * district's platform, one without of the city and of all districts without a limit of their own. A file changes the
 * stages that it names and leaves the others; a district's row that says 同市 (`as city`) instead of a limit takes the
 * district's own away. Clocks that run keep the limit they were started with.
 *
 * @param districts the city's districts as they are now.
 */
export function stageLimitList(store: EntryStore<StageLimit>, files: ListFiles, districts: DistrictSource): ListKind {
  return createEntryList<StageLimit>({
    id: 'stage-limits',
    options: [],
    template: (format) => files.template(format, COLUMNS),
    store,
    keyOf: ({ stage, districtCode }) => stageLimitKey(stage, districtCode),
    membersOf: ({ limit, source }) => ({ limit: limitToText(limit), source }),
    read: async (file, current) => readStageLimits(file, current, files, await districts()),
  });
}

async function readStageLimits(
  file: ListFile,
  current: readonly StageLimit[],
  files: ListFiles,
  districts: readonly NamedDistrict[],
): Promise<ReadList<StageLimit>> {
  const tables = openTables(await files.readSheets(file), COLUMNS, (has) =>
    has('stage') ? (has('limit') ? null : '时限') : '环节',
  );
  /** By key; null where a district's own limit is taken away. */
  const read = new Map<string, StageLimit | null>();
  const problems: ListProblem[] = [];
  let rows = 0;
  for (const table of tables) {
    for (const row of table.rows) {
      rows += 1;
      const refuse = (column: keyof typeof COLUMNS, ...[reason, hint]: Wrong): void =>
        void problems.push({ line: row.line, field: table.title(column), reason, hint, refuses: true });
      const [name, text] = [table.cell(row, 'stage'), table.cell(row, 'limit')];
      const unit = table.cell(row, 'unit') || table.aside('limit');
      const stage = TIMED.find((one) => one === name.toLowerCase() || WORDS[one].test(name));
      const parsed = parseLimitText(text, unit);
      const place = table.cell(row, 'district');
      const district = findDistrict(place, districts);
      const key = stage === undefined ? '' : stageLimitKey(stage, district?.code);
      if (stage === undefined) refuse('stage', ...noStage(name));
      else if (district === undefined) refuse('district', ...noDistrict(place));
      else if (read.has(key)) refuse('stage', ...TWICE);
      else if (district !== null && AS_CITY.test(text)) read.set(key, null);
      else if ('fault' in parsed) refuse('limit', ...limitFault(text, unit, parsed.fault));
      else if (parsed.season !== null) refuse('limit', ...SEASON);
      else {
        const source = table.cell(row, 'source') || file.name;
        const own = district === null ? {} : { districtCode: district.code };
        read.set(key, { stage, ...own, limit: parsed.limit, configurable: true, source });
      }
    }
  }
  const kept = current.filter(({ stage, districtCode }) => !read.has(stageLimitKey(stage, districtCode)));
  const named = [...read.values()].filter((one) => one !== null);
  return { rows, entries: [...kept, ...named], problems };
}

type Wrong = [reason: ListProblem['reason'], hint: ListProblem['hint']];

const TWICE: Wrong = [
  { zh: '同一环节出现了两次', en: 'the stage comes twice' },
  { zh: '只留一行', en: 'keep one of the rows' },
];
const SEASON: Wrong = [
  { zh: '环节时限不分季节', en: 'a stage has no season' },
  { zh: '只写数字和单位', en: 'write the number and the unit alone' },
];

function noStage(name: string): Wrong {
  if (/^(?:处置|dispose)$/i.test(name)) {
    return [
      { zh: '处置时限随立案条件而定', en: 'the limit of disposal comes with the filing condition' },
      { zh: '用立案结案手册导入', en: 'bring it in with the handbook' },
    ];
  }
  return [
    { zh: `“${name.slice(0, 40)}”不是有时限的环节`, en: `“${name.slice(0, 40)}” is no stage that has a limit` },
    { zh: '填写受理、核实、立案、派遣、核查或结案', en: `write one of ${TIMED.join(', ')}` },
  ];
}
